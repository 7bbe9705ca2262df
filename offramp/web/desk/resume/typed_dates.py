"""A date as people type it, and as it is kept: month and year in many ways, a year, a day, or “present”."""

import re
from datetime import date
from itertools import chain

_MONTHS = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sept", "sep", "septiembre", "setiembre"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_PRESENT = {"present", "now", "today", "current", "to date", "presente", "actualidad", "actual", "hoy"}
_PRESENT |= {"actualmente", "la actualidad", "ahora", "until now", "hasta hoy", "hasta ahora"}
_NOISE = re.compile(r"[.,]|\b(?:de|del|of|the)\b|(?<=\d)(?:st|nd|rd|th|º)\b")
_FORMS = (
    re.compile(r"(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?"),
    re.compile(r"(?P<month>\d{1,2})[-/ ](?:(?P<day>\d{1,2})[-/ ])?(?P<year>\d{4})"),
    re.compile(r"(?P<name>[a-z]+)(?: (?P<day>\d{1,2}))? (?P<year>\d{4})"),
    re.compile(r"(?:(?P<day>\d{1,2}) )?(?P<name>[a-z]+) (?P<year>\d{4})"),
)
_SHORT_YEAR = re.compile(r"['\u2018\u2019](\d{2})\b")  # '21
_OLDEST, _NEWEST = 1900, 2100
_CENTURY_TURNS = 50  # '49 is 2049, '50 is 1950


class NotADate(Exception):
    """Nothing we know how to read as one."""


class NoSuchDay(Exception):
    """No calendar has it: the 31st of February."""


class NoSuchMonth(NoSuchDay):
    """The 13th."""


def read(typed: str) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD; nothing for the present. Raises NotADate, NoSuchDay, NoSuchMonth."""
    text = " ".join(_NOISE.sub(" ", _SHORT_YEAR.sub(_whole_year, typed.lower())).split())
    if not text or text in _PRESENT:
        return ""
    found = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    if found is None:
        raise NotADate
    parts = found.groupdict()
    if parts.get("name") and parts["name"] not in _NUMBERS:
        raise NotADate
    month = _NUMBERS[parts["name"]] if parts.get("name") else int(parts.get("month") or 0)
    return _written(int(parts["year"]), month, int(parts.get("day") or 0), said=parts)


def _whole_year(short: re.Match[str]) -> str:
    year = int(short[1])
    return f" {year + (1900 if year >= _CENTURY_TURNS else 2000)}"


def _written(year: int, month: int, day: int, *, said: dict[str, str | None]) -> str:
    is_month_said = bool(said.get("name") or said.get("month"))
    if is_month_said and not 1 <= month <= 12:
        raise NoSuchMonth
    try:
        date(year, month if is_month_said else 1, day if said.get("day") else 1)
    except ValueError:
        raise NoSuchDay from None
    if not _OLDEST <= year <= _NEWEST:
        raise NoSuchDay
    numbers = chain((f"{year:04}",), (f"{number:02}" for number in (month, day) if number))
    return "-".join(numbers)
