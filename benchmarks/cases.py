"""Fills an empty database with many cases, in a process of its own: rows of honest number and size.

Nothing is sealed for real: to draw a hundred thousand codes and seal two million things would take hours,
and a backup cannot tell random bytes from sealed ones.
"""

import os
import sys
import uuid
from collections.abc import Iterable, Iterator
from datetime import date

import django

django.setup()

from django.db import models, transaction  # noqa: E402 - Django must be ready first

from offramp.pairing.models import Card, Pairing, Request, Retention  # noqa: E402
from offramp.people.models import Envelope, FrontDeskKey, Member, Role  # noqa: E402
from offramp.sealed import keys, layout  # noqa: E402
from offramp.sealed.bindings import Binding  # noqa: E402
from offramp.threads.models import Author, Epoch, Message, Thread  # noqa: E402
from offramp.upkeep import database  # noqa: E402
from tests.cast import two_organizers  # noqa: E402

BURNS_ON = date(2099, 1, 1)  # nothing is due while it is measured
AT_ONCE = 200  # cases
CASES_AN_ADVISER = 10
MESSAGES = 10
TEXT, NOTE = 1024, 256  # the sizes that most texts are padded to
PUBLIC = keys.public_key(keys.new_seed())


def fill(cases: int) -> None:
    database.migrate_whole()
    two_organizers()
    advisers = [member(Role.ADVISER) for _ in range(max(1, cases // CASES_AN_ADVISER))]
    for some in chunks(advisers, AT_ONCE):
        Member.objects.bulk_create(some)
    for start in range(0, cases, AT_ONCE):
        with transaction.atomic():
            add(advisers[number % len(advisers)] for number in range(start, min(start + AT_ONCE, cases)))


def add(advisers: Iterable[Member]) -> None:
    """A case for each of them, written, read and answered; each table's rows at once."""
    rows: dict[type[models.Model], list[models.Model]] = {}
    for adviser in advisers:
        for row in a_case(adviser):
            rows.setdefault(type(row), []).append(row)
    for model, some in rows.items():
        model._base_manager.bulk_create(some)


def a_case(adviser: Member) -> Iterator[models.Model]:
    seeker, thread = member(Role.SEEKER), Thread()
    yield seeker
    yield thread
    request = Request(number=next(NUMBERS), seeker=seeker, thread=thread, burns_on=BURNS_ON)
    card = Card(request=request, sealed=sealed(Card.KIND, TEXT))
    retention = Retention(request=request, sealed=sealed(Retention.KIND, NOTE))
    yield from (request, card, retention, Pairing(request=request, adviser=adviser))
    yield from (envelope(Card.KIND, card.pk, one) for one in (seeker, adviser))
    yield envelope(Retention.KIND, retention.pk, seeker)
    yield from a_conversation(thread, seeker, adviser)


def a_conversation(thread: Thread, seeker: Member, adviser: Member) -> Iterator[models.Model]:
    """The first message, the front desk's talk, and the adviser's."""
    readers = {
        Epoch.Audience.FIRST: (seeker, adviser),
        Epoch.Audience.DESK: (seeker,),
        Epoch.Audience.PAIRING: (seeker, adviser),
    }
    for number, (audience, members) in enumerate(readers.items(), 1):
        epoch = Epoch(thread=thread, audience=audience, number=number)
        yield epoch
        yield from (envelope(Epoch.KIND, epoch.pk, one) for one in members)
    for number in range(1, MESSAGES + 1):
        content = sealed(Message.KIND, TEXT)
        yield Message(thread=thread, epoch=epoch, number=number, author=Author.SEEKER, sealed=content)


def member(role: Role) -> Member:
    return Member(role=role, locator_digest=os.urandom(32), public_key=PUBLIC)


def envelope(kind: str, object_id: uuid.UUID, to: Member) -> Envelope:
    head = layout.head(layout.ENVELOPE, Binding(kind, ()))
    content = head + os.urandom(1168)
    return Envelope(kind=kind, object_id=object_id, member=to, key_version=1, sealed=content)


def sealed(kind: str, size: int) -> bytes:
    return layout.head(layout.OBJECT, Binding(kind, ())) + os.urandom(12 + size + 16)


def chunks(rows: list[Member], size: int) -> Iterator[list[Member]]:
    return (rows[start : start + size] for start in range(0, len(rows), size))


NUMBERS = iter(range(1, sys.maxsize))


if __name__ == "__main__":
    fill(int(sys.argv[1]))
    assert FrontDeskKey.objects.exists()
