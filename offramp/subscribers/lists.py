"""Many subscribers at once, for organizers: brought in, taken out; and one of them erased."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from django.db import transaction

from offramp import campaigns
from offramp.journal.models import Entry, note
from offramp.people.models import Member
from offramp.subscribers import endings, mails
from offramp.subscribers.files import Line, cell
from offramp.subscribers.models import Subscriber

# Whoever else writes to the database gets their turn after each of these.
AT_ONCE = 500
COLUMNS = ("email", "language", "rhythm", "confirmed_on")


@dataclass(frozen=True)
class Brought:
    """What became of so many lines."""

    confirmed: int = 0  # the file says since when
    asked: int = 0  # one mail goes to each
    known: int = 0  # here already, or twice in the file
    ended: int = 0  # ended it here once, and come back by themselves or not at all
    bad: tuple[Line, ...] = ()
    last: int = 0  # the number of the last line that was read

    def __add__(self, more: "Brought") -> "Brought":
        return Brought(
            self.confirmed + more.confirmed,
            self.asked + more.asked,
            self.known + more.known,
            self.ended + more.ended,
            self.bad + more.bad,
            more.last,
        )


def bring_in(
    lines: Iterable[Line], *, language: str, rhythm: str, by: UUID | None, on: date
) -> Iterator[Brought]:
    """Keep them, some at a time; cut off anywhere, the same file may simply come again.

    Whoever brings them in states that they agreed. Still only those whose day is said arrive confirmed: all
    others are asked once by mail, and forgotten if they do not answer.
    """
    rest, is_first = iter(lines), True
    while some := list(islice(rest, AT_ONCE)):
        with transaction.atomic():
            if is_first:
                note(Entry.Kind.SUBSCRIBERS_BROUGHT_IN, by=by, subject=None, on=on)
            brought = _keep(some, language, rhythm, on)
        is_first = False
        yield brought


def _keep(some: list[Line], language: str, rhythm: str, on: date) -> Brought:
    good = {line.email: line for line in reversed(some) if not line.trouble}
    bad = tuple(line for line in some if line.trouble)
    here = set(Subscriber.objects.filter(email__in=good).values_list("email", flat=True))
    ended = endings.among(good.keys() - here)
    new = [line for email, line in good.items() if email not in here | ended]
    spoken = campaigns.current().languages
    Subscriber.objects.bulk_create(
        (
            Subscriber(
                email=line.email,
                language=line.language if line.language in spoken else language,
                rhythm=line.rhythm or rhythm,
                asked_on=on,
                confirmed_on=line.confirmed_on,
                was_brought=line.confirmed_on is not None,
            )
            for line in new
        ),
        ignore_conflicts=True,  # one who asked on the page at this moment
    )
    unsaid = [line.email for line in new if line.confirmed_on is None]
    mails.ask_brought(Subscriber.objects.filter(email__in=unsaid, confirmed_on=None), on=on)
    known = len(some) - len(bad) - len(new) - len(ended)
    return Brought(len(new) - len(unsaid), len(unsaid), known, len(ended), bad, some[-1].number)


@transaction.atomic
def take_out(*, by: UUID | None, on: date) -> str:
    """Everybody who said yes, as CSV that can be brought in again; a spreadsheet finds no formula in it."""
    note(Entry.Kind.SUBSCRIBERS_EXPORTED, by=by, subject=None, on=on)
    written = io.StringIO()
    out = csv.writer(written)
    out.writerow(COLUMNS)
    rows = Subscriber.objects.confirmed().order_by("email").values_list(*COLUMNS)
    out.writerows((cell(email), *rest) for email, *rest in rows.iterator())
    return written.getvalue()


@transaction.atomic
def look_up(*, email: str, by: Member, on: date) -> Subscriber | None:
    """Noted, found or not: that somebody reads us, or does not, is told in either case."""
    note(Entry.Kind.SUBSCRIBER_LOOKED_UP, by=by.pk, subject=None, on=on)
    return Subscriber.objects.for_organizer(by).filter(email=email).first()


@transaction.atomic
def erase(*, email: str, by: UUID | None, on: date) -> bool:
    """Somebody asked an organizer for it; no old list brings them back. False: nobody has this address."""
    erased, _ = Subscriber.objects.filter(email=email).delete()
    if erased:
        endings.note(email, on=on)
        mails.forget(email)
        note(Entry.Kind.SUBSCRIBER_ERASED, by=by, subject=None, on=on)
    return bool(erased)


def counts() -> dict[str, int]:
    """How many there are of each kind; nobody by name."""
    everybody, confirmed = Subscriber.objects, Subscriber.objects.confirmed()
    return {
        "each": confirmed.filter(rhythm=Subscriber.Rhythm.EACH).count(),
        "monthly": confirmed.filter(rhythm=Subscriber.Rhythm.MONTHLY).count(),
        "unconfirmed": everybody.filter(confirmed_on=None).count(),
        "came_back": confirmed.filter(bounces__gt=0).count(),
    }
