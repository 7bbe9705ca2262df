"""One day in a text, in English and Spanish, as precise as it is written. What cannot be a date is none."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from offramp.paper import postal

_MONTHS = (
    "jan(?:uary)?|ene(?:ro)?",
    "feb(?:ruary|rero)?",
    "mar(?:ch|zo)?",
    "apr(?:il)?|abr(?:il)?",
    "mayo?",
    "june?|junio",
    "july?|julio",
    "aug(?:ust)?|ago(?:sto)?",
    "sep(?:t(?:ember|iembre)?)?|set(?:iembre)?",
    "oct(?:ober|ubre)?",
    "nov(?:ember|iembre)?",
    "dec(?:ember)?|dic(?:iembre)?",
)
MONTH = rf"(?<![^\W\d_])(?P<month>{'|'.join(_MONTHS)})(?![^\W\d_])\.?"
_YEAR = r"(?P<year>(?:19[4-9]|20[0-4])\d)(?!\d)"
# Later than this no plan reaches: such a number is that of a house or a room.
_ALONE = r"(?P<year>(?:19[4-9]\d|20[0-2]\d|203[0-4]))(?!\d)"
_TWO = r"['\u2019`](?P<two>\d\d)(?!\d)"
_BEFORE = r"(?<![\d$#.])(?<!\d-)(?<!\d/)"
# Behind a year and a hyphen stands the other end, and no half of a number: 2007-2010, 06/2015-08/2019.
_AFTER = r"(?<=(?:19|20)\d\d[-/])(?<!\d(?:19|20)\d\d[-/])"
_AFTER_HYPHEN = r"(?<=(?:19|20)\d\d-)(?<!\d(?:19|20)\d\d-)"
_FORMS = (
    rf"{_BEFORE}(?P<day>\d{{1,2}})(?:º|°|st|nd|rd|th)?[\s-]+(?:de\s+|"
    rf"of\s+)?{MONTH}[\s,-]+(?:del?\s+)?{_YEAR}",
    rf"{MONTH}[\s,./-]*(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?:del?\s+|of\s+)?(?:{_YEAR}|{_TWO})",
    rf"{_BEFORE}(?P<number>\d{{1,2}})\s?[/.-]\s?(?P<day>\d{{1,2}})\s?[/.-]\s?{_YEAR}",
    rf"{_AFTER_HYPHEN}(?P<number>\d{{1,2}})/(?P<day>\d{{1,2}})/{_YEAR}",
    rf"{_BEFORE}(?P<number>\d{{1,2}})\s?[/.-]\s?{_YEAR}",
    rf"{_AFTER_HYPHEN}(?P<number>\d{{1,2}})/{_YEAR}",
    rf"{_BEFORE}{_YEAR}[/.-](?P<number>0?[1-9]|1[0-2])(?!\d)(?:[/.-](?P<day>\d{{1,2}}))?(?!\d)",
    rf"\bFY\s?(?:{_YEAR}|'?(?P<two>\d\d)(?!\d))",
    # Behind a capital it numbers a course or a form: CS2011.
    rf"(?:(?<!(?-i:[A-Z])){_BEFORE}|{_AFTER}){_ALONE}",
)
_READERS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_HOUSE = re.compile(
    r"\d{4} (?:(?:[NSEW]\.|[NS]\.?[EW]\.?|[NSEW]|North|South|East|West) (?=[A-Z0-9])|"
    rf"(?:[A-Z0-9][\w.']*+ ){{1,3}}(?:{postal.KINDS_OF_STREET})\b\.?(?! [A-Z]?[a-z]{{2}})|"
    r"(?:Calle|Avenida|Ave\.|Camino) )"
)
# Two figures for a year mean something only between two of them, or up to today: 6/03 - 10/08.
_SHORT = re.compile(r"(?<![\d/$])(?P<number>\d{1,2})/(?P<two>\d\d)(?![\d/])")


@dataclass(frozen=True)
class Day:
    """A day and where it stands; "" where what looks like one cannot be."""

    start: int
    end: int
    iso: str
    is_short: bool = False


def read(text: str) -> Iterator[Day]:
    """Yield the days in a text, from left to right."""
    found: list[Day] = []
    taken = bytearray(len(text))
    for reader in (*_READERS, _SHORT):
        for match in reader.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]) and not _is_house(text, start):
                taken[start:end] = b"\x01" * (end - start)
                found.append(Day(start, end, _iso(match), is_short=reader is _SHORT))
    # What looks like a date and cannot be one keeps its place, so that no half of it is taken for another.
    return iter(sorted(found, key=lambda day: day.start))


def _is_house(text: str, start: int) -> bool:
    """Tell whether a year is the number of a house: it begins an address."""
    return text[:start].rstrip()[-1:] in ("", ",", "|", ";") and bool(_HOUSE.match(text, start))


def _iso(match: re.Match[str]) -> str:
    told = match.groupdict()
    year = told.get("year") or _century(told.get("two") or "")
    month = told.get("number") or (number(told["month"]) if told.get("month") else "")
    day = told.get("day")
    try:
        if not month:
            return year
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return ""
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _century(two: str) -> str:
    return f"20{two}" if int(two) < 45 else f"19{two}"


def number(name: str) -> int:
    """Return which month a name is."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return next(
        number
        for number, month in enumerate(_MONTHS, start=1)
        if re.match(month[:3], plain) or any(plain.startswith(each[:3]) for each in month.split("|"))
    )
