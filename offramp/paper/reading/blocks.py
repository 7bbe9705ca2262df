"""Entries of several lines: each begins with a line that looks like the first of its section."""

import re
from collections.abc import Sequence

from offramp.paper.reading.lines import Line

# Not inside brackets: "Spanish (reading, writing)" is one thing.
_COMMAS = re.compile(r"\s*[,;|\u2022\u00b7\u25aa\u25cf](?![^()]*\))\s*")
_ENDS = re.compile(r"[.!?][\"'\u201d\u2019)]*$")
_LONGEST_NAME = 8


def of(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the entries of a section; one for each line where all look alike and none stands apart."""
    made: list[list[Line]] = []
    by_space = _are_spaced(lines)
    for line in lines:
        if made and not (line.is_apart if by_space else _is_alike(line, lines[0])):
            made[-1].append(line)
        else:
            made.append([line])
    return made


def are_several(entries: Sequence[Sequence[Line]]) -> bool:
    """Tell whether some entry has more than one line."""
    return any(len(entry) > 1 for entry in entries)


def is_sentence(text: str) -> bool:
    """Tell whether a line says something, and does not only name it."""
    return bool(_ENDS.search(text.strip()) and len(text.split()) > 3) or len(text.split()) > _LONGEST_NAME


def pieces(text: str) -> list[str]:
    """Return the words of a list with commas."""
    return [piece.strip(" .") for piece in _COMMAS.split(text) if piece.strip(" .")]


def unquoted(text: str) -> str:
    """Return a text without the quotation marks that stand around all of it."""
    said = text.strip()
    marks = ("\u201c\u201d", '""', "\u00ab\u00bb", "''")
    return next((said[1:-1].strip() for one in marks if said[:1] == one[0] and said[-1:] == one[1]), said)


def _are_spaced(lines: Sequence[Line]) -> bool:
    """Tell whether empty lines alone keep the entries of a text apart."""
    has_look = any(line.baseline or line.item or not _is_alike(line, lines[0]) for line in lines)
    return not has_look and {line.is_apart for line in lines[1:]} == {True, False}


def _is_alike(line: Line, first: Line) -> bool:
    return (
        bool(line.item) == bool(first.item)
        and line.heading == first.heading
        and line.is_bold == first.is_bold
        and abs(line.size - first.size) < 0.3  # points
    )
