"""When: days and spans of time in a line, in English and Spanish. What cannot be a date is none."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
_MONTH = rf"(?<![^\W\d_])(?P<month>{'|'.join(_MONTHS)})(?![^\W\d_])\.?"
_YEAR = r"(?P<year>(?:19[4-9]|20[0-4])\d)(?!\d)"
_TWO = r"['\u2019`](?P<two>\d\d)(?!\d)"
_BEFORE = r"(?<![\d$#.])(?<!\d-)(?<!\d/)"
# Behind a year and a hyphen stands the other end, and no half of a number: 2007-2010, 06/2015-08/2019.
_AFTER = r"(?<=(?:19|20)\d\d[-/])(?<!\d(?:19|20)\d\d[-/])"
_AFTER_HYPHEN = r"(?<=(?:19|20)\d\d-)(?<!\d(?:19|20)\d\d-)"
_FORMS = (
    rf"{_BEFORE}(?P<day>\d{{1,2}})(?:º|°|st|nd|rd|th)?[\s-]+(?:de\s+|"
    rf"of\s+)?{_MONTH}[\s,-]+(?:del?\s+)?{_YEAR}",
    rf"{_MONTH}[\s,./-]*(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?:del?\s+|of\s+)?(?:{_YEAR}|{_TWO})",
    rf"{_BEFORE}(?P<number>\d{{1,2}})\s?[/.-]\s?(?P<day>\d{{1,2}})\s?[/.-]\s?{_YEAR}",
    rf"{_AFTER_HYPHEN}(?P<number>\d{{1,2}})/(?P<day>\d{{1,2}})/{_YEAR}",
    rf"{_BEFORE}(?P<number>\d{{1,2}})\s?[/.-]\s?{_YEAR}",
    rf"{_AFTER_HYPHEN}(?P<number>\d{{1,2}})/{_YEAR}",
    rf"{_BEFORE}{_YEAR}[/.-](?P<number>0?[1-9]|1[0-2])(?!\d)(?:[/.-](?P<day>\d{{1,2}}))?(?!\d)",
    rf"\bFY\s?(?:{_YEAR}|'?(?P<two>\d\d)(?!\d))",
    rf"(?:{_BEFORE}|{_AFTER}){_YEAR}",
)
_READERS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
# Two figures for a year mean something only between two of them, or up to today: 6/03 - 10/08.
_SHORT = re.compile(r"(?<![\d/$])(?P<number>\d{1,2})/(?P<two>\d\d)(?![\d/])")
_TODAY = (
    r"(?:the\s+|el\s+|la\s+)?(?:present(?:e)?|current(?:ly)?|now|today|ongoing|date|actualidad|"
    r"actual(?:mente)?"
    r"|hoy|fecha|vigente)(?![^\W\d_])"
)
_JOINT = r"\s*(?:[-\u2010-\u2015\u2212~]+|to|until|till|through|thru|al?|hasta)\s*"
_BETWEEN = re.compile(_JOINT, re.IGNORECASE)
_TO_TODAY = re.compile(rf"{_JOINT}(?:{_TODAY})", re.IGNORECASE)
_TO_NOTHING = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*$")
_TO_TWO = re.compile(r"\s?[-\u2010-\u2015\u2212/]\s?(\d\d)(?![\d/-])")
_FROM = re.compile(r"(?:\b(?:from|since|desde|de|del|a partir de)\s+(?:el\s+)?)$", re.IGNORECASE)
_SINCE = re.compile(r"(?:since|desde|a partir de)", re.IGNORECASE)
_MONTH_TO = re.compile(rf"{_MONTH}{_JOINT}$".replace("?P<month>", ""), re.IGNORECASE)
_LASTED = re.compile(
    r"\s*[(\[·,|]?\s*(?:\d+\s*(?:years?|yrs?|y|años?|months?|mos?|meses|mes|m)\b\.?[\s,y]*)+[)\]]?",
    re.IGNORECASE,
)
_ONLY_LASTED = re.compile(
    r"(?:(?:less than a year|menos de un año)|(?:\d+\s*(?:years?|yrs?|años?|months?|mos?|"
    r"mes(?:es)?)\b\.?[\s,]*)+)",
    re.IGNORECASE,
)

_NAME = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|enero|febrero|marzo|abril|"
    r"mayo|junio|julio|"
    r"agosto|septiembre|octubre|noviembre|diciembre|january|february|march|april|june|july|august|"
    r"sept|september|"
    r"october|november|december)"
)
# A line that breaks off after a month goes on with its year; after a joint, with the other end.
_CUT_MONTH = re.compile(rf"\b{_NAME}\.?(?: de)?$", re.IGNORECASE)
_CUT_SPAN = re.compile(r"(?:\d{4}|'\d\d)\s*(?:[-\u2010-\u2015]|\bto|\ba)$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"^(?:de )?(?:(?:19|20)\d\d|'\d\d)\b")
_DAY_FIRST = re.compile(
    rf"^(?:(?:19|20)\d\d\b|\d{{1,2}}\b|{_NAME}\b|present|current|now\b|actual|hoy\b)", re.IGNORECASE
)


# No line that says when is as long as this.
_LONGEST = 500


@dataclass(frozen=True)
class Span:
    """A stretch of time and where it stands; an end of "" is today if it is open, else none that can be."""

    start: int
    end: int
    first: str
    last: str
    is_open: bool = False
    is_alone: bool = False  # one day and not two

    @property
    def is_whole(self) -> bool:
        """Whether all of it can be."""
        return bool(self.first and (self.last or self.is_open))


@dataclass(frozen=True)
class _Day:
    start: int
    end: int
    iso: str
    is_short: bool = False


def spans(text: str) -> list[Span]:
    """Return the spans of time in a line, from left to right."""
    if len(text) > _LONGEST:
        return []
    days = list(_days(text))
    found: list[Span] = []
    at = 0
    while at < len(days):
        span, used = _span(text, days, at)
        if span:
            found.append(span)
        at += used
    return found


def is_only_lasting(text: str) -> bool:
    """Tell whether a line says only how long something took: "2 years 3 months"."""
    return bool(_ONLY_LASTED.fullmatch(text.strip(" ()·")))


def is_cut(end: str, start: str) -> bool:
    """Tell whether a line broke in the middle of a span: "June 2019 -" and "March 2021"."""
    end, start = end[-_LONGEST:].strip(), start[:_LONGEST].strip()
    if re.match(r"^[-\u2010-\u2015]\s*(?:\d|[^\W\d_])", start):
        days = spans(end)
        return (
            bool(days)
            and days[-1].end == len(end)
            and days[-1].is_alone
            and bool(spans(f"{end} {start}")[-1:])
            and (not spans(f"{end} {start}")[-1].is_alone)
        )
    if _CUT_MONTH.search(end):
        return bool(_YEAR_FIRST.match(start))
    return bool(_CUT_SPAN.search(end) and _DAY_FIRST.match(start))


def cut_begins(text: str) -> int:
    """Return where the span begins that a line breaks off in."""
    found = [day for day in _days(text) if day.start > len(text) - 26]
    if found and _FROM.search(text[: found[0].start]):
        return found[0].start
    cut = _CUT_MONTH.search(text.rstrip())
    return min([day.start for day in found] + ([cut.start()] if cut else [len(text)]))


def _span(text: str, days: list[_Day], at: int) -> tuple[Span | None, int]:
    """Return the span that begins with a day, and how many days are in it."""
    day = days[at]
    before = _FROM.search(text[: day.start])
    start = before.start() if before else day.start
    if at + 1 < len(days) and _is_between(text, day, days[at + 1]):
        other = days[at + 1]
        # An end that cannot be leaves both as text: a start without an end would say "until today".
        return Span(start, _with_lasting(text, other.end), day.iso if other.iso else "", other.iso), 2
    if today := _TO_TODAY.match(text, day.end):
        return Span(start, _with_lasting(text, today.end()), day.iso, "", is_open=bool(day.iso)), 1
    return (None if day.is_short else _of_one_day(text, day, start)), 1


def _is_between(text: str, day: _Day, other: _Day) -> bool:
    between = text[day.end : other.start]
    are_years = len(day.iso) == len(other.iso) == 4
    return bool(_BETWEEN.fullmatch(between)) or (are_years and between == "/")


def _of_one_day(text: str, day: _Day, start: int) -> Span:
    if not day.iso:
        return Span(start, day.end, "", "", is_alone=True)
    if (two := _TO_TWO.match(text, day.end)) and len(day.iso) == 4 and int(two[1]) >= int(day.iso[2:]):
        return Span(start, two.end(), day.iso, day.iso[:2] + two[1])
    if month := _MONTH_TO.search(text[: day.start]):
        # "Jan - Mar 2019": the year is said once.
        return Span(month.start(), day.end, f"{day.iso[:4]}-{_number(month[0]):02}", day.iso)
    if _TO_NOTHING.match(text, day.end):
        return Span(start, len(text.rstrip()), day.iso, "", is_open=True)
    if _SINCE.match(text[start : day.start]):
        return Span(start, _with_lasting(text, day.end), day.iso, "", is_open=True)
    return Span(start, _with_lasting(text, day.end), day.iso, day.iso, is_alone=True)


def _with_lasting(text: str, end: int) -> int:
    """Take in how long it took, said behind it."""
    lasted = _LASTED.match(text, end)
    return lasted.end() if lasted else end


def _days(text: str) -> Iterator[_Day]:
    found: list[_Day] = []
    taken = bytearray(len(text))
    for reader in (*_READERS, _SHORT):
        for match in reader.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append(_Day(start, end, _iso(match), is_short=reader is _SHORT))
    # What looks like a date and cannot be one keeps its place, so that no half of it is taken for another.
    return iter(sorted(found, key=lambda day: day.start))


def _iso(match: re.Match[str]) -> str:
    told = match.groupdict()
    year = told.get("year") or _century(told.get("two") or "")
    month = told.get("number") or (_number(told["month"]) if told.get("month") else "")
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


def _number(name: str) -> int:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return next(
        number
        for number, month in enumerate(_MONTHS, start=1)
        if re.match(month[:3], plain) or any(plain.startswith(each[:3]) for each in month.split("|"))
    )
