"""Dates as JSON Resume writes them: a year, a year and month, or a day; and how a person reads them."""

import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"([12][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
}
_PRESENT = {"en": "present", "es": "actualidad"}
_NOW = ("present", "current", "now", "presente", "actual", "actualidad", "actualmente")


class BadDate(Exception):
    """No such day, or not written as YYYY, YYYY-MM or YYYY-MM-DD."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


@dataclass(frozen=True)
class Day:
    """As precise as it was written: month and day are 0 where nobody named them."""

    year: int
    month: int = 0
    day: int = 0


def read(text: str) -> Day:
    """Raises BadDate."""
    written = _WRITTEN.fullmatch(text)
    if written is None:
        raise BadDate(text)
    year, month, day = (None if part is None else int(part) for part in written.groups())
    try:
        date(year or 0, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise BadDate(text) from None
    return Day(year or 0, month or 0, day or 0)


def is_date(text: str) -> bool:
    """Whether read() takes it."""
    try:
        read(text)
    except BadDate:
        return False
    return True


def is_present(text: str) -> bool:
    """Whether somebody wrote that it goes on."""
    return text.strip(" .").casefold() in _NOW


def shown(text: str, language: str) -> str:
    """March 5, 2019; what is no date is shown as it stands."""
    if not is_date(text):
        return text
    day = read(text)
    if not day.day:
        return month(text, language)
    name = _MONTHS[language][day.month - 1]
    return f"{day.day} de {name} de {day.year}" if language == "es" else f"{name} {day.day}, {day.year}"


def month(text: str, language: str) -> str:
    """March 2019: nobody asks a résumé for the day."""
    if not is_date(text):
        return text
    day = read(text)
    if not day.month:
        return str(day.year)
    name = _MONTHS[language][day.month - 1]
    return f"{name} de {day.year}" if language == "es" else f"{name} {day.year}"


def span(start: str, end: str, language: str) -> str:
    """From March 2019 to the present; one date where only the end is known, nothing where neither is."""
    if not start:
        return month(end, language)
    first = month(start, language)
    last = month(end, language) if end and not is_present(end) else _PRESENT[language]
    return first if first == last else f"{first} \N{EN DASH} {last}"
