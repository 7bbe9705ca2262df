"""The lines of a section of positions, each by its kind: dates, item, label, sentence, or part of a head."""

import re
from dataclasses import dataclass

from offramp.paper.reading import days, headings, heads, labels, places, reaching
from offramp.paper.reading.lines import Line
from offramp.paper.reading.nouns import title_strength

_SENTENCE = re.compile(r"[.!;]\s*$")
# "Worked on reports": it says what was done, and names nobody.
_DONE = re.compile(r"[A-Z][a-z]{2,}ed [a-z][^|]*$")
_TOLD = re.compile(r"(?:I|We|Yo|My|Mi|Our|Nuestr[oa]) [a-z]")
_FEWEST_DONE, _MOST_HEAD = 5, 14


@dataclass
class Unit:
    """A line and what it is here: dates, item, inside, labels, lasting, prose or short."""

    line: Line
    kind: str
    span: days.Span | None = None


def kind(line: Line, *, may_be_item: bool = False) -> Unit:
    """Return a line with its kind; where only items have dates, they may be heads."""
    if line.item and not may_be_item:
        return Unit(line, "item")
    spans = spans_in(line.text)
    name = _name(line, spans)
    return Unit(line, name, _best(spans) if name == "dates" else None)


def _name(line: Line, spans: list[days.Span]) -> str:
    text = line.text
    if headings.is_inside(text):
        return "inside"
    if days.is_only_lasting(text):
        return "lasting"
    said, before = labels.read(text)
    is_dated = any(each.key == "dates" for each in said)
    if spans and (is_dated or (not said and _is_brief(without(text, spans), line))):
        return "dates"
    if (said and len(before.split()) <= 6) or _is_plain_label(text):
        return "labels"
    otherwise = "short" if _is_brief(text, line) else "prose"
    return "item" if line.item else otherwise


def spans_in(text: str) -> list[days.Span]:
    """Return the spans in a line, but for a bare year in the middle of a name: Studio 1987 Incorporated."""
    return [
        span
        for span in days.spans(text)
        if not (
            span.is_alone
            and len(span.first) == 4
            and text[: span.start].rstrip()[-1:].isalpha()
            and text[span.end :].lstrip()[:1].isalpha()
        )
    ]


def _best(spans: list[days.Span]) -> days.Span:
    return next((span for span in spans if not span.is_alone), spans[0])


def _is_plain_label(text: str) -> bool:
    """Tell whether a line only says grade, hours or salary, without labels."""
    found, rest = labels.without_label(text)
    return bool(found) and len(rest.split()) <= 3 and not title_strength(rest)


def _is_brief(text: str, line: Line) -> bool:
    words = len(text.split())
    if _TOLD.match(text) or (words >= _FEWEST_DONE and _DONE.match(text) and not line.is_bold):
        return False
    if _SENTENCE.search(text) and words >= 5 and not places.is_place(text) and not line.is_bold:
        return False
    is_named = not text[:1].islower() or bool(heads.AT_FIRST.match(text)) or reaching.is_address(text)
    return words <= _MOST_HEAD + 4 * (len(line.parts) > 1) and is_named


def without(text: str, spans: list[days.Span]) -> str:
    """Return a text without these spans."""
    for span in reversed(spans):
        text = text[: span.start] + " " + text[span.end :]
    return " ".join(text.split())
