"""A pasted posting as lines: without HTML, and without what asks nothing of anybody."""

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from offramp.paper.postings import vocabulary

LONGEST = 20_000
LONGEST_HEADING = 60
MOST_HEADING_WORDS = 5
PARTS = ("idle", "asking", "doing")

UNSEEN = ("script", "style", "head", "template")
ITEM = re.compile(r"<li\b[^<>]{0,500}>", re.IGNORECASE)
BREAK = re.compile(
    r"</?(?:p|br|li|ul|ol|div|h[1-6]|tr|td|table|section|article|dd|dt)\b[^<>]{0,500}>", re.IGNORECASE
)
TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,2000}>")
BULLET = re.compile(r"^[\s•●▪◦‣·*+>\u2013\u2014-]+|^\s*\d{1,2}[.)]\s+")


class Line(NamedTuple):
    """A line of the posting, and under which heading it stands: "asking", "doing", or "" for none."""

    text: str
    part: str


def lines(posting: str) -> Iterator[Line]:
    """What is left when headings, benefits and legal sentences are taken away."""
    part = ""
    for raw in _text(posting[:LONGEST]).splitlines():
        line = BULLET.sub("", " ".join(raw.split())).strip()
        if heading := _heading(raw, line):
            part = heading
        elif line and part != "idle" and not has("boilerplate", line):
            yield Line(line, part)


def has(kind: str, line: str) -> bool:
    """Whether a word of that list in lines.toml begins in this line."""
    return bool(_any_of(kind).search(line))


@cache
def _any_of(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(map(re.escape, vocabulary.line_words(kind)))})")


def _heading(raw: str, line: str) -> str:
    """Which part begins here; "" for a line that is no heading."""
    if not line or len(line) > LONGEST_HEADING or line.endswith((".", ";", ",")) or BULLET.match(raw.strip()):
        return ""
    is_long = len(line.split()) > MOST_HEADING_WORDS
    if not line.endswith(":") and (is_long or vocabulary.names_something(line)):
        return ""
    return next((part for part in PARTS if has(part, line.replace("\u2019", "'"))), "")


def _text(posting: str) -> str:
    """Twice, since job boards pass their HTML on with its signs written out."""
    for _ in range(2):
        posting = ITEM.sub("\n• ", _seen(posting))
        posting = html.unescape(TAG.sub(" ", BREAK.sub("\n", posting)))
    return posting.replace("\xa0", " ")


def _seen(posting: str) -> str:
    """Without what a browser does not show."""
    for name in UNSEEN:
        kept, place, small = [], 0, posting.lower()
        while (start := small.find(f"<{name}", place)) >= 0 and (end := small.find(f"</{name}", start)) >= 0:
            kept.append(posting[place:start])
            place = (small.find(">", end) + 1) or len(posting)
        posting = " ".join([*kept, posting[place:]])
    return posting
