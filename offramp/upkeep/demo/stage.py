"""Plays the story: what seekers and staff did goes through the actions that pages call, day by day."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from offramp.campaigns import current
from offramp.pairing import (
    advice,
    conversation,
    drafts,
    endings,
    front_desk,
    handovers,
    intake,
    offers,
    retention,
)
from offramp.pairing.cards import Asked
from offramp.pairing.models import Request
from offramp.people.keyholders import Keyholder
from offramp.sealed.codes import Code
from offramp.upkeep.demo import crew as staff
from offramp.upkeep.demo import desk
from offramp.upkeep.demo.crew import Crew
from offramp.upkeep.demo.notebook import Note
from offramp.upkeep.demo.story import Question, Seeker, Step, Story


def play(story: Story, *, now: datetime) -> list[Note]:
    """Says what everybody wrote down."""
    crew = staff.gather(story, now=now)
    happened: list[tuple[int, Callable[[], None]]] = []
    for seeker in story.seekers:
        happened.append((seeker.days_ago, partial(arrive, crew, seeker)))
        happened += [(step.days_ago, partial(take, crew, seeker, step)) for step in seeker.steps]
    for question in story.questions:
        happened.append((question.days_ago, partial(ask, crew, question)))
    for _days_ago, happen in sorted(happened, key=lambda one: -one[0]):
        happen()
    return crew.notes


def arrive(crew: Crew, seeker: Seeker) -> None:
    code = Code.draw()
    asked = Asked(day=crew.day(seeker.days_ago), **seeker.asked)
    keyholder = intake.send(code=code, asked=asked, text=seeker.text, retention_days=current().retention_days)
    if seeker.is_confirmed:
        intake.confirm(by=keyholder)
    crew.join(Note(seeker.nickname, seeker.shows, str(code)), keyholder)


def take(crew: Crew, seeker: Seeker, step: Step) -> None:
    """One step of a seeker's weeks."""
    keyholder = crew.keyholders[seeker.nickname]
    by = keyholder if step.by == "seeker" else crew.keyholders[step.by]
    request = Request.objects.get(seeker=keyholder.member)
    if step.act == "offers":
        adviser = crew.keyholders[step.to].member
        on = crew.day(step.days_ago)
        offers.make(by=by, request=request, adviser=adviser, on=on, has_read_red_lines=True)
        return
    ACTS[step.act](by, request, step.text, crew.day(step.days_ago))


def ask(crew: Crew, told: Question) -> None:
    question = advice.ask(by=crew.keyholders[told.adviser], text=told.text, on=crew.day(told.days_ago))
    if told.answer:
        by, on = crew.keyholders[told.answer["by"]], crew.day(told.answer["days_ago"])
        advice.answer(by=by, question=question, text=told.answer["text"], on=on)


def write(by: Keyholder, request: Request, text: str, on: date) -> None:
    if by.member.is_seeker:
        retention.note_visit(by=by, on=on)
        conversation.write_as_seeker(by=by, request=request, text=text, on=on)
    elif by.member.is_adviser:
        conversation.write_as_adviser(by=by, pairing=request.pairings.live().get(), text=text, on=on)
    else:
        conversation.write_as_front_desk(by=by, request=request, text=text, on=on)


def read(by: Keyholder, request: Request, _text: str, _on: date) -> None:
    front_desk.mark_read(by=by.member, request=request)


def accept(by: Keyholder, request: Request, _text: str, on: date) -> None:
    offers.accept(by=by, offer=request.offers.live().get(), on=on)


def draft(by: Keyholder, request: Request, text: str, _on: date) -> None:
    drafts.keep(by=by, pairing=request.pairings.live().get(), text=text)


def hand_over(by: Keyholder, request: Request, text: str, on: date) -> None:
    handovers.propose(by=by, pairing=request.pairings.live().get(), text=text, on=on)


def leave(by: Keyholder, request: Request, _text: str, _on: date) -> None:
    endings.leave(by=by.member, pairing=request.pairings.live().get())


def close(by: Keyholder, request: Request, text: str, on: date) -> None:
    front_desk.close(by=by, request=request, text=text, on=on)


ACTS: dict[str, Callable[[Keyholder, Request, str, date], None]] = {
    "read": read,
    "writes": write,
    "accepts": accept,
    "drafts": draft,
    "hands-over": hand_over,
    "leaves": leave,
    "closes": close,
    "begins-note": desk.begin_note,
    "begins-paper": desk.begin_paper,
    "suggests": desk.suggest,
    "takes": desk.take,
    "comments": desk.comment,
    "brings-file": desk.bring_file,
    "sends-file": desk.send_file,
}
