"""A list of addresses as a file: CSV or an address a line, from whatever program."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import BinaryIO

from offramp.notices import addresses
from offramp.subscribers import days
from offramp.subscribers.legible import Numbered, numbered
from offramp.subscribers.models import Subscriber

# What columns are called, in small letters: our own name first, then those of other programs.
COLUMNS = {
    "email": {"email", "e-mail", "mail", "email address", "e-mail address", "address", "correo electrónico"},
    "since": {"confirmed_on", "confirmed on", "confirmed_at", "confirmed at", "confirm_time"},
    "rhythm": {"rhythm"},
    "language": {"language", "lang", "idioma"},
    "status": {"status", "unsub_time", "unsubscribed", "unsubscribed_at"},
}
STILL_THERE = {"", "subscribed", "enabled", "active", "confirmed", "no", "false", "0"}
# A spreadsheet takes what begins so for a formula; our export puts one of these before it.
GUARD, GUARDED = "'", ("=", "+", "-", "@", "'")


class Trouble:
    """Why a line stays out; the words stand in what shows them."""

    TOO_LONG, NO_ADDRESS, TWO, LIKE_ANOTHER = "too long", "no address", "two addresses", "like another"
    NO_DAY, WHICH_MONTH, NO_RHYTHM, ENDED = "no day", "which month", "no rhythm", "ended"


@dataclass(frozen=True)
class Line:
    """One line of it, by its number in the file; with a trouble nothing else of it counts."""

    number: int
    said: str
    email: str = ""
    confirmed_on: date | None = None
    rhythm: str = ""
    language: str = ""
    trouble: str = ""


@dataclass(frozen=True)
class Columns:
    """Which is what, if the first line says so, and in which order days with slashes are meant."""

    delimiter: str = ","
    names: Mapping[int, str] = field(default_factory=dict)
    order: str = ""


def lines(file: BinaryIO, *, on: date, after: int = 0) -> Iterator[Line]:
    """Every line that says anything, beyond the first so many, one at a time. Raises NotAList."""
    columns = _columns(file)
    for line in islice(numbered(file), 1 if columns.names else 0, None):
        if line.number > after:
            yield _line(line, columns, on)


def heading(file: BinaryIO) -> str:
    """The first line, if it says what the columns are. Raises NotAList."""
    with closing(numbered(file)) as lines:
        first = next(lines, None)
    return first.said if first and _named(first.said).names else ""


def cell(value: str) -> str:
    """As it may stand in a CSV file that somebody opens in a spreadsheet."""
    return f"{GUARD}{value}" if value.startswith(GUARDED) else value


def _columns(file: BinaryIO) -> Columns:
    """Read once before all else: what a day means, the others in its column say."""
    with closing(numbered(file)) as lines:
        first = next(lines, None)
        columns = _named(first.said) if first else Columns()
        place = max((place for place, name in columns.names.items() if name == "since"), default=None)
        if place is None:
            return columns
        rows = (_cells(line.said, columns.delimiter) for line in lines if "/" in line.said)
        order = days.order(cells[place].strip() for cells in rows if len(cells) > place)
        return replace(columns, order=order)


def _named(first: str) -> Columns:
    delimiter = max(",;\t", key=first.count)
    return Columns(delimiter, _names(_cells(first, delimiter)))


def _names(cells: list[str]) -> dict[int, str]:
    """Which column is what, if the first line says so; none if it is an address already."""
    found = {
        place: name
        for place, said in enumerate(cells)
        for name, called in COLUMNS.items()
        if said.strip().lower() in called
    }
    return found if "email" in found.values() else {}


def _cells(said: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([said], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:  # a NUL
        return [said]


def _line(as_it_stands: Numbered, columns: Columns, on: date) -> Line:
    line, names = Line(as_it_stands.number, as_it_stands.said), columns.names
    if not as_it_stands.is_whole:
        return replace(line, trouble=Trouble.TOO_LONG)
    cells = _cells(line.said, columns.delimiter)
    if not names:
        return _without_columns(line, [one.strip() for one in cells if "@" in one], on)
    named = [(name, cells[place].strip()) for place, name in names.items() if place < len(cells)]
    if any(name == "status" and value.lower() not in STILL_THERE for name, value in named):
        return replace(line, trouble=Trouble.ENDED)
    return _checked(line, dict(named), columns.order, on)


def _without_columns(line: Line, found: list[str], on: date) -> Line:
    """An address, and nobody knows what else."""
    if len(found) > 1:
        return replace(line, trouble=Trouble.TWO)
    return _checked(line, {"email": "".join(found)}, "", on)


def _checked(line: Line, said: Mapping[str, str], order: str, on: date) -> Line:
    try:
        email = addresses.normal(_unguarded(said.get("email", "")))
        since = days.of(said.get("since", ""), order=order, on=on)
        rhythm = said.get("rhythm", "").lower() and Subscriber.Rhythm(said["rhythm"].lower()).value
    except addresses.NotAnAddress as why:
        return replace(line, trouble=_trouble(why))
    except days.NoDay:
        return replace(line, trouble=Trouble.NO_DAY)
    except days.WhichMonth:
        return replace(line, trouble=Trouble.WHICH_MONTH)
    except ValueError:
        return replace(line, trouble=Trouble.NO_RHYTHM)
    language = said.get("language", "").lower()
    return replace(line, email=email, confirmed_on=since, rhythm=rhythm, language=language)


def _trouble(why: addresses.NotAnAddress) -> str:
    if isinstance(why, addresses.MoreThanOne):
        return Trouble.TWO
    return Trouble.LIKE_ANOTHER if isinstance(why, addresses.LooksLikeAnother) else Trouble.NO_ADDRESS


def _unguarded(said: str) -> str:
    is_guarded = said.startswith(GUARD) and said[1:].startswith(GUARDED)
    return said[1:] if is_guarded else said
