"""What a résumé says, text by text, and whether something asked for is among it."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from offramp.paper import dates
from offramp.paper.outline import BASICS, SECTIONS
from offramp.paper.postings.vocabulary import Term, line_words, stems, terms
from offramp.paper.wording import Phrases, offers

SMALL = frozenset(stems(" ".join(line_words("small"))))
NEAR = 90  # of 100: a slip of the pen, not another word
SHORTEST_NEAR = 6
MOST_WORDS = 4000
BETWEEN = 2  # words that may stand among those of a term


class Text(NamedTuple):
    """A text of the résumé by its place, with its stems."""

    path: str
    stems: tuple[str, ...]


class Said:
    """A résumé, ready to be asked; with phrases, as if the civilian words stood beside the insiders'."""

    def __init__(self, resume: Mapping[str, Any], today: date | None, phrases: Phrases | None = None) -> None:
        self.texts = [
            Text(path, stems(f"{text} {_civilian(text, phrases)}"))
            for path, text in _texts(resume)
            if text.strip()
        ]
        self.years = _years(resume, today)

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(stem for text in self.texts for stem in text.stems[:MOST_WORDS])

    def term(self, term: Term) -> str:
        """The place that says it; for education, that or more. "" if none does."""
        ways = term.ways
        if term.kind == "education":
            ways = tuple(
                way
                for other in terms()
                if other.kind == term.kind and other.rank >= term.rank
                for way in other.ways
            )
        texts = [
            text for text in self.texts if term.kind != "education" or text.path.startswith("education/")
        ]
        return next((text.path for way in ways for text in texts if self._holds(text, way)), "")

    def words(self, asked: frozenset[str], *, fewest: int) -> str:
        """The place that says most of these words, and at least so many."""
        enough = max(fewest, -(-len(asked) * 2 // 3))
        meant = {stem: self._meant(stem) for stem in asked}
        for place in self.texts:
            here = set(place.stems)
            if sum(1 for stem in asked if meant[stem] & here) >= enough:
                return place.path
        return ""

    def _holds(self, text: Text, way: tuple[str, ...]) -> bool:
        """Word for word; or, of several words, all within a few of each other: "managed the cases"."""
        width = len(way)
        starts = range(len(text.stems) - width + 1)
        if self.known.issuperset(way) and any(text.stems[at : at + width] == way for at in starts):
            return True
        meant = [self._meant(stem) for stem in way]
        if width == 1 or not all(near.intersection(text.stems) for near in meant):
            return False
        first = [at for at, stem in enumerate(text.stems) if any(stem in near for near in meant)]
        return any(
            all(near.intersection(text.stems[at : at + width + BETWEEN]) for near in meant) for at in first
        )

    def _meant(self, stem: str) -> frozenset[str]:
        """This stem, or one in the résumé that differs by a slip."""
        if stem in self._near:
            return self._near[stem]
        near = {stem} & self.known
        if len(stem) >= SHORTEST_NEAR:
            near |= {
                known
                for known in self.known
                if len(known) >= SHORTEST_NEAR and fuzz.ratio(stem, known) >= NEAR
            }
        self._near[stem] = frozenset(near)
        return self._near[stem]

    @cached_property
    def _near(self) -> dict[str, frozenset[str]]:
        return {}


def _civilian(text: str, phrases: Phrases | None) -> str:
    return " . ".join(new for offer in offers(text, phrases) for new in offer.new) if phrases else ""


def _texts(resume: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every text somebody would read, with its path; identity and what is hidden are none."""
    basics = resume.get("basics")
    for field in BASICS:
        if isinstance(basics, dict) and isinstance(basics.get(field.key), str):
            yield f"basics/{field.key}", basics[field.key]
    for section in SECTIONS:
        entries = resume.get(section.key)
        for place, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict) and not entry.get("x-hidden"):
                yield from _fields(f"{section.key}/{place}", entry, [field.key for field in section.fields])


def _fields(path: str, entry: Mapping[str, Any], keys: list[str]) -> Iterator[tuple[str, str]]:
    for key in keys:
        value = entry.get(key)
        if isinstance(value, str):
            yield f"{path}/{key}", value
        for place, item in enumerate(value if isinstance(value, list) else ()):
            if isinstance(item, str):
                yield f"{path}/{key}/{place}", item


def _years(resume: Mapping[str, Any], today: date | None) -> int:
    """Whole years in which there was work, counted once where two jobs overlap."""
    work = resume.get("work")
    entries = [entry for entry in (work if isinstance(work, list) else ()) if isinstance(entry, dict)]
    spans = [span for entry in entries if (span := _span(entry, today))]
    months = {month for start, end in spans for month in range(start, end)}
    return len(months) // 12


def _span(entry: Mapping[str, Any], today: date | None) -> tuple[int, int] | None:
    start = _month(entry.get("startDate"), last=False)
    end = _month(entry.get("endDate"), last=True)
    if end is None and today:
        end = today.year * 12 + today.month
    return None if start is None or end is None else (start, end)


def _month(text: object, *, last: bool) -> int | None:
    try:
        day = dates.read(text) if isinstance(text, str) else None
    except dates.BadDate:
        return None
    return day.year * 12 + (day.month or (12 if last else 1)) if day else None
