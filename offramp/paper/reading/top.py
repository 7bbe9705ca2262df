"""What stands above the first heading: whose it is, how to reach them, and what somebody is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from offramp.paper.reading import addresses, blocks, days, names, reaching
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line
from offramp.paper.reading.nouns import title_strength
from offramp.paper.reading.reaching import Basics

_NOT_A_NAME = re.compile(
    r"(?:sample |federal )?(?:r[eé]sum[eé]|curriculum vitae|cv|curr[ií]culum|hoja de vida)(?: of| de)?:?",
    re.IGNORECASE,
)
_TITLED = re.compile(r"\b(?:profes+ional|veteran[oa]?|expert[oa]?|especialista)\b", re.IGNORECASE)
_DOES = re.compile(r"^\w{3,}(?:ed|ing)\b|^(?:i|we|yo|led|wrote|drove|ran|made|hello|hola)\b", re.IGNORECASE)
_LABELLED = re.compile(r"[^\W\d_][\w' ]{2,30}: ")
_MOST_LABEL = 14
_SENTENCE = 6


@dataclass(frozen=True)
class Known:
    """What the rest of a file tells of its head."""

    email: str = ""
    is_headed: bool = False  # there are headings below


def read(lines: Sequence[Line], kept: Kept, known: Known) -> Basics:
    """Return the basics; sentences are the summary, one short line is what somebody is."""
    basics: Basics = {}
    rest: list[Line] = []
    near: list[int] = []
    beside: set[str] = set()
    for line in lines:
        if _NOT_A_NAME.fullmatch(line.text.strip()):
            kept.turn(line.text)
            continue
        before = str(basics)
        left = reaching.contact(line, basics, kept)
        if str(basics) != before:
            near.append(len(rest))
            beside.add(left)
        if left:
            rest.append(replace(line, parts=(left,)))
    below = _named(rest, near, basics, known)
    for line in [line for line in rest if line.text in beside and not title_strength(line.text)]:
        # Beside a telephone number stands no sentence: a name in some network that only an icon told.
        if len(line.text.split()) < _SENTENCE or "|" in line.text:
            kept.leave(line.text)
            rest.remove(line)
    _told(rest, below, basics, kept)
    return basics


def _named(rest: list[Line], near: list[int], basics: Basics, known: Known) -> int:
    """Take the name out of the lines; return which of them stands below it, -1 if there is none."""
    if "name" in basics:
        return 0
    at, name, more = names.find(rest, near, email=known.email, is_headed=known.is_headed)
    if at < 0:
        return -1
    basics["name"] = name
    rest[at : at + 1] = [replace(rest[at], parts=(more,))] if more else []
    return at


def _told(rest: list[Line], below: int, basics: Basics, kept: Kept) -> None:
    """What is left is a headline, sentences, or not understood: then it is shown and nothing guessed."""
    for at, line in enumerate(rest):
        text = line.text
        is_shown = reaching.is_way(text) or reaching.private(text) or addresses.has_one(text)
        if is_shown or names.is_name(text):
            kept.leave(text)
        elif "label" not in basics and not line.item and _is_label(text, is_below=at == below):
            basics["label"] = text
        elif _LABELLED.match(text) and not blocks.is_sentence(text):
            kept.leave(text)
        elif line.item or len(text.split()) >= _SENTENCE or text.rstrip().endswith("."):
            basics["summary"] = "\n".join(each for each in (basics.get("summary"), text) if each)
        else:
            kept.leave(text)


def tells(text: str) -> bool:
    """Tell whether a line begins by saying what somebody did: it is no title."""
    return bool(_DOES.match(text))


def _is_label(text: str, *, is_below: bool) -> bool:
    """Tell whether a line says what somebody is: by a word of titles, or by its place below the name."""
    if len(text.split()) > _MOST_LABEL or text.rstrip().endswith(".") or days.spans(text) or ":" in text:
        return False
    if tells(text):
        return False
    return bool(title_strength(text) or _TITLED.search(text)) or (is_below and not re.search(r"\d", text))
