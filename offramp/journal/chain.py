"""Each night the new entries are chained to those before them, so that a change made later is seen.

The key comes from OFFRAMP_SECRET_KEY, which is not in the database: who can write there and nowhere else
cannot chain anew what they changed. What is forged before the night comes is chained as it stands then,
and a database put back as a whole shows in the number of the last entry alone, which purge prints.
"""

import hmac
import secrets
from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Max, QuerySet

from offramp.journal.models import Entry, Tally, note
from offramp.sealed.bindings import Binding
from offramp.sealed.derive import derive

NOTHING = b""
ANOTHER_KEY = "It was chained with another OFFRAMP_SECRET_KEY than the one that is set now."


@transaction.atomic
def extend(*, on: date) -> int:
    """Chain what was noted before today; says the number of the last chained entry."""
    tally = Tally.objects.select_for_update().first() or _begin(on)
    if tally is None:
        return 0
    key = _key()
    # Sealing anew what somebody else sealed, or forged, would make it true.
    if tally.key_mark != _key_mark(key) or tally.seal != _seal(key, tally):
        return tally.last_number
    # By number, and none of today: an entry that was numbered before them may still be on its way in.
    newest = Entry.objects.filter(on__lt=on).aggregate(newest=Max("number"))["newest"] or 0
    fresh = list(Entry.objects.filter(number__gt=tally.last_number, number__lte=newest).order_by("number"))
    for entry in fresh:
        entry.link = tally.last_link = _link(key, bytes(tally.last_link), entry)
        tally.last_number = entry.number
    Entry.objects.bulk_update(fresh, ["link"], batch_size=500)
    _save(key, tally)
    return tally.last_number


@transaction.atomic
def begin_anew(*, on: date) -> None:
    """Take every entry as it stands now for the true one; the journal itself says that this was done."""
    Tally.objects.all().delete()
    Entry.objects.update(link=NOTHING)
    note(Entry.Kind.CHAIN_BEGUN, by=None, subject=None, on=on)


@transaction.atomic
def erase_old(*, on: date) -> int:
    """Erase what is older than a year and close the ranks; says how many."""
    old = Entry.objects.filter(on__lt=on - Entry.KEPT)
    numbers = set(old.values_list("number", flat=True))
    if not numbers:
        return 0
    tally = Tally.objects.select_for_update().first()
    # A chain that does not hold stays broken: closed here, nobody would hear of it.
    holds = tally is not None and not any(faults())
    chained = _chained(tally).filter(number__in=numbers) if tally else Entry.objects.none()
    links = {entry.number: bytes(entry.link) for entry in chained}
    old.delete()
    if tally and holds:
        _close_ranks(tally, links)
    return len(numbers)


def faults() -> Iterator[str]:
    """What was altered, removed or put in between, a sentence each. Nothing where nothing is chained yet."""
    tally, key = Tally.objects.first(), _key()
    if tally is None:
        return
    if tally.key_mark != _key_mark(key):
        yield ANOTHER_KEY
    elif tally.seal != _seal(key, tally):
        yield "The row that says how far it is chained was altered."
    else:
        yield from _broken_links(key, tally)


def _broken_links(key: bytes, tally: Tally) -> Iterator[str]:
    follows, before = bytes(tally.root), 0
    for entry in _chained(tally):
        if not entry.link:
            yield f"Entry {entry.number} was put in afterwards."
            continue
        if entry.link != _link(key, follows, entry):
            yield _mismatch(entry.number, before)
        follows, before = bytes(entry.link), entry.number
    if follows != tally.last_link:
        yield f"Entries at the end are missing: the last one should be {tally.last_number}, and is {before}."


def _mismatch(number: int, before: int) -> str:
    or_missing = f", or entries before it are missing (the last one is {before})"
    return f"Entry {number} is not as it was written{or_missing if number > before + 1 else ''}."


def _chained(tally: Tally) -> QuerySet[Entry]:
    return Entry.objects.filter(number__lte=tally.last_number).order_by("number")


def _begin(on: date) -> Tally | None:
    """The first link; None while there is nothing to chain."""
    if not Entry.objects.exists():
        return None
    if not Entry.objects.filter(kind=Entry.Kind.CHAIN_BEGUN, on=on).exists():
        # A thief who takes the whole chain away, for it to begin anew, leaves this behind.
        note(Entry.Kind.CHAIN_BEGUN, by=None, subject=None, on=on)
    key, root = _key(), secrets.token_bytes(32)
    tally = Tally(begun_on=on, key_mark=_key_mark(key), root=root, last_number=0, last_link=root)
    _save(key, tally)
    return tally


def _close_ranks(tally: Tally, erased: dict[int, bytes]) -> None:
    """Begin after the last erased entry; where days and numbers go apart, chain what is left once more."""
    key, left = _key(), list(_chained(tally))
    first = left[0].number if left else tally.last_number + 1
    tally.last_link = tally.root = max(
        ((number, link) for number, link in erased.items() if number < first), default=(0, tally.root)
    )[1]
    for entry in left:
        entry.link = tally.last_link = _link(key, bytes(tally.last_link), entry)
    Entry.objects.bulk_update(left, ["link"], batch_size=500)
    _save(key, tally)


def _save(key: bytes, tally: Tally) -> None:
    tally.seal = _seal(key, tally)
    tally.save()


def _link(key: bytes, follows: bytes, entry: Entry) -> bytes:
    people = (
        entry.actor_id.bytes if entry.actor_id else b"",
        entry.subject_id.bytes if entry.subject_id else b"",
    )
    return _mac(
        key, "journal-link", bytes(follows), entry.number, str(entry.kind), *people, entry.on.isoformat()
    )


def _seal(key: bytes, tally: Tally) -> bytes:
    parts = (tally.begun_on.isoformat(), bytes(tally.root), tally.last_number, bytes(tally.last_link))
    return _mac(key, "journal-tally", *parts)


def _key_mark(key: bytes) -> bytes:
    """By which the key is known again; says nothing about it."""
    return _mac(key, "journal-key")


def _mac(key: bytes, kind: str, *parts: str | int | bytes) -> bytes:
    return hmac.digest(key, Binding(kind, parts).encode(), "sha256")


def _key() -> bytes:
    return derive(settings.SECRET_KEY.encode(), "journal chain")
