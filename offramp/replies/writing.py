"""A reply arrives: it is looked at once, and shown or kept for an organizer."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from offramp.letters.models import Letter
from offramp.replies import judging, marks, removing, rules, telling, threads
from offramp.replies.models import Reply
from offramp.replies.rules import Way

Standing = Reply.Standing
# More than anybody will ever read: beyond it a flood fills no disk, and a person keeps the text.
MOST_WAITING, MOST_BELOW_ONE_LETTER = 5_000, 1_000


class Flooded(Exception):
    """So many wait for an organizer that one more would wait in vain."""


class Closed(Exception):
    """The letter takes no replies."""


class Removed(Exception):
    """It was kept, and its owner took it back: sent once more, by a reload, it does not come back."""


class NothingToAnswer(Exception):
    """What it answers is not shown any more."""


@dataclass(frozen=True)
class Said:
    """What somebody typed; see `written`."""

    name: str
    email: str = field(repr=False)
    text: str = field(repr=False)
    language: str


def write(*, once: UUID, letter: Letter, to: Reply | None, said: Said, now: datetime) -> Reply:
    """Keep a reply; the one that is kept already if it was sent twice.

    Raises Closed, Flooded, NothingToAnswer, Removed.
    """
    sent_before = Reply.objects.filter(pk=once).first()
    if removing.is_removed(once) or (sent_before and not sent_before.text):
        raise Removed
    if sent_before:
        return sent_before
    if rules.way_of(letter) is Way.CLOSED:
        raise Closed
    kept = {
        "letter": letter,
        "language": said.language,
        "name": said.name,
        "email": said.email,
        "text": said.text,
        "at": now,
        **_first_look(letter, said),
    }
    return _keep(once, to, kept)


@transaction.atomic
def _keep(once: UUID, to: Reply | None, kept: dict[str, Any]) -> Reply:
    """What it says was looked at before: meanwhile nobody waited to write."""
    if kept["standing"] == Standing.WAITING:
        _insist_on_room(kept["letter"])
    place = _place(to) if to else {}
    reply, is_new = Reply.objects.get_or_create(pk=once, defaults=kept | place)
    if is_new and reply.standing == Standing.SHOWN:
        telling.that_it_is_shown(reply, on=reply.at.date())
    return reply


def _insist_on_room(letter: Letter) -> None:
    """For one more that waits. Raises Flooded."""
    waiting = Reply.objects.filter(standing=Standing.WAITING)
    if waiting.filter(letter=letter).count() >= MOST_BELOW_ONE_LETTER or waiting.count() >= MOST_WAITING:
        raise Flooded


def _place(reply: Reply) -> dict[str, object]:
    """There is one level: who answers an answer stands beside it. Raises NothingToAnswer."""
    thread = threads.held(reply)
    answered = Reply.objects.filter(pk=reply.pk, standing=Standing.SHOWN).first()
    if thread is None or answered is None:
        raise NothingToAnswer
    return {"to": thread, "towards": answered if answered.to_id else None}


def _first_look(letter: Letter, said: Said) -> dict[str, object]:
    """Only what nothing speaks against is shown at once, and only where organizers wanted it so."""
    found = marks.of(said.text, said.name)
    likelihood = judging.likelihood(said.text, name=said.name, email=said.email)
    looks_well = not found and not judging.is_likely(likelihood)
    is_shown = looks_well and rules.way_of(letter) is Way.OPEN
    standing = Standing.SHOWN if is_shown else Standing.WAITING
    return {"marks": found, "likelihood": likelihood, "standing": standing}
