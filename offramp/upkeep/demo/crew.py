"""The demonstration's staff: enrolled through links, with codes, second factors and the consent of two."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from offramp.advisers import actions as advisers
from offramp.people import enrollment, front_desk, second_factor
from offramp.people.keyholders import Keyholder
from offramp.people.models import Role
from offramp.people.second_factor import Number
from offramp.sealed.codes import Code
from offramp.upkeep.demo.notebook import Note
from offramp.upkeep.demo.story import Adviser, Story

FOUNDED = 60  # days ago


@dataclass
class Crew:
    """Everybody who has a code by now, what they wrote down, and their opened keys."""

    now: datetime
    notes: list[Note] = field(default_factory=list)
    keyholders: dict[str, Keyholder] = field(default_factory=dict)

    def day(self, days_ago: int) -> date:
        return (self.now - timedelta(days=days_ago)).date()

    def join(self, note: Note, keyholder: Keyholder) -> None:
        self.notes.append(note)
        self.keyholders[note.name] = keyholder


def gather(story: Story, *, now: datetime) -> Crew:
    crew = Crew(now)
    founded = crew.day(FOUNDED)
    links = enrollment.begin(names=story.organizers, on=founded)
    for name, link in zip(story.organizers, links, strict=True):
        enroll(crew, name, link, "organizer")
    first, second = (crew.keyholders[name] for name in story.organizers)
    front_desk.give_access(by=first, to=second.member, on=founded)
    for adviser in story.advisers:
        proposed = enrollment.propose(by=first.member, role=Role.ADVISER, name=adviser.name, on=founded)
        link = enrollment.approve(invitation=proposed.invitation, by=second.member, on=founded)
        enroll(crew, adviser.name, link, "adviser", words=proposed.words)
        describe(crew, adviser)
    return crew


def enroll(crew: Crew, name: str, link: str, shows: str, words: str = "") -> None:
    """As a person does, with the number of that day: every number of today is still unused."""
    code, secret, at = Code.draw(), second_factor.draw_secret(), crew.now - timedelta(days=FOUNDED)
    note = Note(name, shows, str(code), secret)
    digits, _seconds = note.number(at=at)
    number = Number(digits)
    keyholder = enrollment.enroll(link=link, code=code, secret=secret, number=number, at=at, words=words)
    crew.join(note, keyholder)


def describe(crew: Crew, adviser: Adviser) -> None:
    by = crew.keyholders[adviser.name]
    advisers.describe(by=by, about=adviser.about, capacity=adviser.capacity, is_away=False)
