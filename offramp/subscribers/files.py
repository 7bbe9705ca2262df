"""A list of addresses as a file: CSV or an address a line, from whatever program."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from typing import BinaryIO

from offramp.notices import addresses
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
EARLIEST = date(1990, 1, 1)
# A spreadsheet takes what begins so for a formula; our export puts one of these before it.
GUARD, GUARDED = "'", ("=", "+", "-", "@", "'")


class Trouble:
    """Why a line stays out; the words stand in what shows them."""

    TOO_LONG, NO_ADDRESS, TWO, LIKE_ANOTHER = "too long", "no address", "two addresses", "like another"
    NO_DAY, NO_RHYTHM, ENDED = "no day", "no rhythm", "ended"


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


def lines(file: BinaryIO, *, on: date, after: int = 0) -> Iterator[Line]:
    """Every line that says anything, beyond the first so many, one at a time. Raises NotAList."""
    names: Mapping[int, str] | None = None
    delimiter = ","
    for line in numbered(file):
        if names is None:
            delimiter = _delimiter(line.said)
            names = _names(_cells(line.said, delimiter))
            if names:
                continue
        if line.number > after:
            yield _line(line, _cells(line.said, delimiter), names, on)


def heading(file: BinaryIO) -> str:
    """The first line, if it says what the columns are. Raises NotAList."""
    with closing(numbered(file)) as lines:
        first = next(lines, None)
    return first.said if first and _names(_cells(first.said, _delimiter(first.said))) else ""


def cell(value: str) -> str:
    """As it may stand in a CSV file that somebody opens in a spreadsheet."""
    return f"{GUARD}{value}" if value.startswith(GUARDED) else value


def _delimiter(first: str) -> str:
    return max(",;\t", key=first.count)


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


def _line(as_it_stands: Numbered, cells: list[str], names: Mapping[int, str], on: date) -> Line:
    line = Line(as_it_stands.number, as_it_stands.said)
    if not as_it_stands.is_whole:
        return replace(line, trouble=Trouble.TOO_LONG)
    if not names:
        return _without_columns(line, [one.strip() for one in cells if "@" in one], on)
    named = [(name, cells[place].strip()) for place, name in names.items() if place < len(cells)]
    if any(name == "status" and value.lower() not in STILL_THERE for name, value in named):
        return replace(line, trouble=Trouble.ENDED)
    return _checked(line, dict(named), on)


def _without_columns(line: Line, found: list[str], on: date) -> Line:
    """An address, and nobody knows what else."""
    if len(found) > 1:
        return replace(line, trouble=Trouble.TWO)
    return _checked(line, {"email": "".join(found)}, on)


def _checked(line: Line, said: Mapping[str, str], on: date) -> Line:
    try:
        email = addresses.normal(_unguarded(said.get("email", "")))
        since = _day(said.get("since", ""), on)
        rhythm = said.get("rhythm", "").lower() and Subscriber.Rhythm(said["rhythm"].lower()).value
    except addresses.NotAnAddress as why:
        return replace(line, trouble=_trouble(why))
    except NoDay:
        return replace(line, trouble=Trouble.NO_DAY)
    except ValueError:
        return replace(line, trouble=Trouble.NO_RHYTHM)
    language = said.get("language", "").lower()
    return replace(line, email=email, confirmed_on=since, rhythm=rhythm, language=language)


class NoDay(Exception):
    """Not a day like 2026-11-22, or one to come."""


def _day(said: str, on: date) -> date | None:
    """The day of a time as other programs write it: 2026-11-22 10:00:00."""
    if not said:
        return None
    try:
        day = date.fromisoformat(said[:10])
    except ValueError:
        raise NoDay from None
    if not EARLIEST <= day <= on:
        raise NoDay
    return day


def _trouble(why: addresses.NotAnAddress) -> str:
    if isinstance(why, addresses.MoreThanOne):
        return Trouble.TWO
    return Trouble.LIKE_ANOTHER if isinstance(why, addresses.LooksLikeAnother) else Trouble.NO_ADDRESS


def _unguarded(said: str) -> str:
    is_guarded = said.startswith(GUARD) and said[1:].startswith(GUARDED)
    return said[1:] if is_guarded else said
