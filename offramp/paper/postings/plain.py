"""A pasted posting as lines: without HTML, and without what asks nothing of anybody."""

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from offramp.paper.postings import pieces, vocabulary

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


# How sentences begin that tell of the place, or of the form; and what asks for something even so.
IDLE = re.compile(
    r"(?i:(?:we|our|us|join|founded|since|with|this|these|the|there|some|any|all|if|please|to|your|note"
    r"|for more|who|how|when|while|whether|in addition|one year of experience refers|you will receive"
    r"|as an?|apply|send|click|assignments|duties|employees|incumbents?|applications?|applicants will"
    r"|candidates will|nuestr[ao]|somos|ofrecemos|nota|gracias|envíe|el|la|los|las)\b)|At [A-Z]"
)
STRICT = re.compile(
    r"(?i)\b(?:must|requir(?:es|ed)|needs?|seeking|looking for|ability to|able to|knowledge of|skills? in"
    r"|proficien\w+|degree|diploma|licen[cs]e|certifi\w+|experience (?:with|in|working)|bilingual|fluent"
    r"|deben?|deberá|requiere|buscamos|licencia|título|experiencia (?:en|con)|bilingüe)\b"
)
# What every federal posting says of experience before it says which.
FORMULA = re.compile(
    r" (?:which|that) is directly related to the position which has equipped[^.;]{0,120}position\b"
)
# What only leads on to a list: "proficiency in", "the following:".
LEADS_ON = re.compile(r"(?i)(?::|\b(?:in|of|to|with|following|includes?))\s*$")
MOST_TITLE = 2


class Line(NamedTuple):
    """A line of the posting, and under which heading it stands: "asking", "doing", or "" for none.

    It is told where it is a sentence among others, and not a line of its own.
    """

    text: str
    part: str
    is_told: bool = False


def lines(posting: str) -> Iterator[Line]:
    """What is left when headings, benefits and legal sentences are taken away."""
    part = ""
    for raw in _text(posting[:LONGEST]).splitlines():
        cut = list(pieces.pieces(" ".join(raw.split())))
        is_run, is_asked = len(cut) > 1, False
        for piece in cut:
            line = FORMULA.sub("", BULLET.sub("", piece.text)).strip()
            if heading := _heading(piece.text, line):
                part, is_asked = heading, False
            elif _says_something(line, is_run=is_run, is_idle=part == "idle"):
                part = "" if part == "idle" else part
                is_asked = part == "asking" or has("demand", line) or (is_asked and piece.goes_on)
                yield from _items(line, "asking" if is_asked and piece.goes_on else part, is_run=is_run)


def _items(line: str, part: str, *, is_run: bool) -> Iterator[Line]:
    listed = pieces.items(line, is_asking=part == "asking")
    is_told = is_run and len(line.split()) > MOST_HEADING_WORDS
    yield from (Line(item, "asking" if len(listed) > 1 else part, is_told) for item in listed)


def _says_something(line: str, *, is_run: bool, is_idle: bool) -> bool:
    """In a run, what must be is told apart even after benefits; in lines, they last until a heading."""
    if not line or has("boilerplate", line) or LEADS_ON.search(line):
        return False
    if not is_run:
        return not is_idle
    if is_idle:
        return bool(STRICT.search(line)) and not IDLE.match(line)
    is_title = (
        line.endswith(".")
        and len(line.split()) > MOST_TITLE
        and pieces.is_label(line)
        and not vocabulary.names_something(line)
    )
    is_sentence = len(line.split()) > MOST_HEADING_WORDS
    return not is_title and not (is_sentence and _is_idle(line))


def _is_idle(sentence: str) -> bool:
    """We offer, your application will: nothing is asked, whatever words are in it."""
    return bool(IDLE.match(sentence)) and not STRICT.search(sentence)


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
