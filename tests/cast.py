"""The cast: Ada seeks, Bo advises, Cy is a stranger, Di and Ed organize; all with real codes and keys."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

import pyotp
from django.utils import timezone

from offramp.advisers import actions as advisers
from offramp.advisers.actions import About
from offramp.pairing import intake, offers
from offramp.pairing.cards import Asked
from offramp.pairing.models import Pairing, Request
from offramp.people import enrollment, front_desk, second_factor
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member, Role
from offramp.people.second_factor import Number
from offramp.sealed.codes import Code
from tests.kept_rows import kept

TODAY = date(2026, 11, 2)


@dataclass
class Person:
    """Somebody who wrote their code down; opens their keys anew each time, as a visit does."""

    code: Code
    secret: str = ""
    numbers_used: int = field(default=0)

    @property
    def member(self) -> Member:
        return Member.objects.get(locator_digest=self.code.locator_digest())

    @property
    def keyholder(self) -> Keyholder:
        return Keyholder.from_seed(self.member, self.code.seed())

    @property
    def request(self) -> Request:
        return Request.objects.get(seeker=self.member)

    def number(self, *, at: datetime | None = None) -> str:
        """The current number of their app."""
        return pyotp.TOTP(self.secret).at(at or timezone.now())


@kept
def an_organizer(name: str, *, today: date = TODAY) -> Person:
    """Enrolled through a link, without access to the front desk unless they are the first."""
    if not Member.objects.organizers().exists():
        return enrolled(enrollment.begin(names=[name], on=today)[0], today=today)
    return a_colleague(name, role=Role.ORGANIZER, today=today)


@kept
def two_organizers(*, today: date = TODAY) -> tuple[Person, Person]:
    """Di and Ed, both with access to the front desk: intake is open."""
    links = enrollment.begin(names=["Di", "Ed"], on=today)
    di, ed = (enrolled(link, today=today) for link in links)
    front_desk.give_access(by=di.keyholder, to=ed.member, on=today)
    return di, ed


@kept
def an_adviser(name: str, *, about: About | None = None, capacity: int = 3, today: date = TODAY) -> Person:
    """Made by two organizers, with a profile."""
    adviser = a_colleague(name, today=today)
    advisers.describe(by=adviser.keyholder, about=about or About(), capacity=capacity, is_away=False)
    return adviser


@kept
def a_colleague(
    name: str, *, role: Role = Role.ADVISER, replaces: Person | None = None, today: date = TODAY
) -> Person:
    """Proposed by one organizer and approved by another; come in with the words and the link they gave."""
    organizers = front_desk.organizers_with_access().order_by("invitation__proposed_on", "name")
    proposer, approver = organizers[:2]
    lost = replaces.member if replaces else None
    proposed = enrollment.propose(by=proposer, role=role, name=name, on=today, replaces=lost)
    link = enrollment.approve(invitation=proposed.invitation, by=approver, on=today)
    return enrolled(link, words=proposed.words, today=today)


@kept
def a_seeker(text: str = "I want to leave.", *, asked: Asked | None = None, today: date = TODAY) -> Person:
    """Somebody who sent a first message and confirmed their code."""
    seeker = Person(Code.draw())
    keyholder = intake.send(code=seeker.code, asked=asked or Asked(day=today), text=text, retention_days=90)
    intake.confirm(by=keyholder)
    return seeker


@kept
def paired(seeker: Person, adviser: Person, organizer: Person, *, today: date = TODAY) -> Pairing:
    offer = offers.make(by=organizer.keyholder, request=seeker.request, adviser=adviser.member, on=today)
    return offers.accept(by=adviser.keyholder, offer=offer, on=today)


def enrolled(link: str, *, words: str = "", today: date = TODAY) -> Person:
    """As a person would, in the day's first minute so that its other numbers are unused."""
    person = Person(Code.draw(), second_factor.draw_secret())
    at = datetime.combine(today, time.min, tzinfo=UTC)
    number = Number(person.number(at=at))
    enrollment.enroll(link=link, words=words, code=person.code, secret=person.secret, number=number, at=at)
    return person
