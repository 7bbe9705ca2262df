"""A reply arrives: it is looked at once, and shown or kept for an organizer."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from offramp.letters.models import Letter
from offramp.replies import judging, marks, rules, telling, threads
from offramp.replies.models import Reply
from offramp.replies.rules import Way

Standing = Reply.Standing
# More than anybody will ever read: beyond it a flood fills no disk, and a person keeps the text.
MOST_WAITING = 5_000


class Flooded(Exception):
    """So many wait for an organizer that one more would wait in vain."""


class Closed(Exception):
    """The letter takes no replies."""


class NothingToAnswer(Exception):
    """What it answers is not shown any more."""


@dataclass(frozen=True)
class Said:
    """What somebody typed; see `written`."""

    name: str
    email: str = field(repr=False)
    text: str = field(repr=False)
    language: str


@transaction.atomic
def write(*, once: UUID, letter: Letter, to: Reply | None, said: Said, now: datetime) -> Reply:
    """Keep a reply; the one that is kept already if it was sent twice.

    Raises Closed, Flooded, NothingToAnswer.
    """
    if sent_before := Reply.objects.filter(pk=once).first():
        return sent_before
    if rules.way_of(letter) is Way.CLOSED:
        raise Closed
    if Reply.objects.filter(standing=Standing.WAITING).count() >= MOST_WAITING:
        raise Flooded
    kept = {
        "letter": letter,
        "to": _thread_of(to) if to else None,
        "language": said.language,
        "name": said.name,
        "email": said.email,
        "text": said.text,
        "at": now,
        **_first_look(letter, said),
    }
    reply, is_new = Reply.objects.get_or_create(pk=once, defaults=kept)
    if is_new and reply.standing == Standing.SHOWN:
        telling.that_it_is_shown(reply, on=now.date())
    return reply


def _thread_of(reply: Reply) -> Reply:
    """There is one level: who answers an answer stands beside it. Raises NothingToAnswer."""
    answered = Reply.objects.filter(pk=reply.pk, standing=Standing.SHOWN).first()
    thread = threads.held(answered) if answered else None
    if thread is None:
        raise NothingToAnswer
    return thread


def _first_look(letter: Letter, said: Said) -> dict[str, object]:
    """Only what nothing speaks against is shown at once, and only where organizers wanted it so."""
    found = marks.of(said.text, said.name)
    likelihood = judging.likelihood(said.text, name=said.name, email=said.email)
    looks_well = not found and not judging.is_likely(likelihood)
    is_shown = looks_well and rules.way_of(letter) is Way.OPEN
    standing = Standing.SHOWN if is_shown else Standing.WAITING
    return {"marks": found, "likelihood": likelihood, "standing": standing}
