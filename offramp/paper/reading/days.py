"""When: spans of time in a line, in English and Spanish."""

import re
from dataclasses import dataclass

from offramp.paper.reading import single_days
from offramp.paper.reading.single_days import MONTH, Day

_TODAY = (
    r"(?:the\s+|el\s+|la\s+)?(?:present(?:e)?|current(?:ly)?|now|today|ongoing|date|actualidad|"
    r"actual(?:mente)?"
    r"|hoy|fecha|vigente)(?![^\W\d_])"
)
_JOINT = r"\s*(?:[-\u2010-\u2015\u2212~]+|to|until|till|through|thru|al?|hasta)\s*"
_BETWEEN = re.compile(_JOINT, re.IGNORECASE)
_TO_TODAY = re.compile(rf"{_JOINT}(?:{_TODAY})", re.IGNORECASE)
_ONLY_TODAY = re.compile(rf"\s+(?:{_TODAY})\s*", re.IGNORECASE)
_TO_NOTHING = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*$")
_TO_TWO = re.compile(r"\s?[-\u2010-\u2015\u2212/]\s?(\d\d)(?![\d/-])")
_FROM = re.compile(r"(?:\b(?:from|since|desde|de|del|a partir de)\s+(?:el\s+)?)$", re.IGNORECASE)
_SINCE = re.compile(r"(?:since|desde|a partir de)", re.IGNORECASE)
_MONTH_TO = re.compile(rf"{MONTH}{_JOINT}$".replace("?P<month>", ""), re.IGNORECASE)
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


def spans(text: str) -> list[Span]:
    """Return the spans of time in a line, from left to right."""
    if len(text) > _LONGEST:
        return []
    days = list(single_days.read(text))
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
    found = [day for day in single_days.read(text) if day.start > len(text) - 26]
    if found and _FROM.search(text[: found[0].start]):
        return found[0].start
    cut = _CUT_MONTH.search(text.rstrip())
    return min([day.start for day in found] + ([cut.start()] if cut else [len(text)]))


def _span(text: str, days: list[Day], at: int) -> tuple[Span | None, int]:
    """Return the span that begins with a day, and how many days are in it."""
    day = days[at]
    before = _FROM.search(text[: day.start])
    start = before.start() if before else day.start
    if at + 1 < len(days) and _is_between(text, day, days[at + 1]):
        other = days[at + 1]
        # An end that cannot be leaves both as text: a start without an end would say "until today".
        return Span(start, _with_lasting(text, other.end), day.iso if other.iso else "", other.iso), 2
    is_first = not text[: day.start].strip()
    if today := _TO_TODAY.match(text, day.end) or (is_first and _ONLY_TODAY.fullmatch(text, day.end)):
        return Span(start, _with_lasting(text, today.end()), day.iso, "", is_open=bool(day.iso)), 1
    return (None if day.is_short else _of_one_day(text, day, start)), 1


def _is_between(text: str, day: Day, other: Day) -> bool:
    between = text[day.end : other.start]
    are_years = len(day.iso) == len(other.iso) == 4
    # Two dates and nothing else on a line: "2012 2014".
    is_all = between.isspace() and not (text[: day.start] + text[other.end :]).strip()
    is_in_order = len(day.iso) == len(other.iso) and day.iso < other.iso
    return bool(_BETWEEN.fullmatch(between)) or (are_years and between == "/") or (is_all and is_in_order)


def _of_one_day(text: str, day: Day, start: int) -> Span:
    if not day.iso:
        return Span(start, day.end, "", "", is_alone=True)
    if (two := _TO_TWO.match(text, day.end)) and len(day.iso) == 4 and int(two[1]) >= int(day.iso[2:]):
        return Span(start, two.end(), day.iso, day.iso[:2] + two[1])
    if month := _MONTH_TO.search(text[: day.start]):
        # "Jan - Mar 2019": the year is said once.
        return Span(month.start(), day.end, f"{day.iso[:4]}-{single_days.number(month[0]):02}", day.iso)
    if _TO_NOTHING.match(text, day.end):
        return Span(start, len(text.rstrip()), day.iso, "", is_open=True)
    if _SINCE.match(text[start : day.start]):
        return Span(start, _with_lasting(text, day.end), day.iso, "", is_open=True)
    return Span(start, _with_lasting(text, day.end), day.iso, day.iso, is_alone=True)


def _with_lasting(text: str, end: int) -> int:
    """Take in how long it took, said behind it."""
    lasted = _LASTED.match(text, end)
    return lasted.end() if lasted else end
