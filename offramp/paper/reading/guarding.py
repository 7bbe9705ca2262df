"""Lines that stand alone, whatever their look says; and what only numbers a page."""

import re
from collections.abc import Sequence
from dataclasses import replace

from offramp.paper.reading import columns, headings, labels, places, reaching
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

# It names nobody who could be asked.
_ON_REQUEST = re.compile(
    r"(?:(?:professional |personal )?references?(?: and [\w ]{1,30})?|referencias?)?:?\s*"
    r"(?:(?:are|will be|can be)\s)?(?:gladly |furnished |provided |available |disponibles? )*"
    r"(?:se proporcionan )?(?:(?:up)?on request|a (?:solicitud|petici[oó]n)|bajo (?:solicitud|petici[oó]n)|"
    r"si se solicitan?)\W*",
    re.IGNORECASE,
)
# A language and how well it is spoken, or anything else with all that is said of it in brackets.
_FLUENT = re.compile(r"[A-ZÁÉÍÓÚÑ][^\W\d_]+ \([^()]+\)")
_GROUP = re.compile(r"[A-ZÁÉÍÓÚÑ][\w'&/ -]{2,30}:\s")


def guarded(lines: Sequence[Line]) -> list[Line]:
    """Undo what was taken for one sentence and cannot be: a label or a heading begins a line."""
    made: list[Line] = []
    for line in lines:
        before = made[-1] if made else None
        made.append(replace(line, continues=False) if before and _stands_alone(before, line) else line)
    return made


def _stands_alone(before: Line, line: Line) -> bool:
    text, above = line.text, before.text.rstrip()
    is_rest_of_address = re.search(r"\S@\S+$", above) and re.fullmatch(r"[a-z.]{1,5}", text)
    is_rest_of_place = places.is_place(text) and len(places.parted(f"{above} {text}")[1]) > len(text.strip())
    is_group = _GROUP.match(text) and above[-1:] != "," and not line.item
    if is_rest_of_address or (is_rest_of_place and not is_group):
        return False
    if (
        is_group
        or headings.is_inside(text)
        or labels.begins(text)
        or reaching.stands_alone(text)
        or (reaching.stands_alone(above) and above[-1:] != ",")
    ):
        return True
    if _FLUENT.fullmatch(above) and (_FLUENT.fullmatch(text) or headings.section(text)):
        return True
    return _has_a_heading(before, line)


def _has_a_heading(before: Line, line: Line) -> bool:
    """Tell whether one of two lines is a heading and the other is not part of it."""
    text, above = line.text, before.text.rstrip()
    is_alike = before.is_bold == line.is_bold and abs(before.size - line.size) < 0.6 and not above.isupper()
    if is_alike or headings.section(f"{above} {text}"):
        return False
    return bool(headings.section(text) or headings.section(above))


def without_furniture(lines: list[Line], kept: Kept) -> list[Line]:
    """Take out page numbers, and what every page repeats."""
    seen: dict[str, int] = {}
    edges: dict[int, tuple[float, float]] = {}
    for line in lines:
        top_edge, bottom = edges.get(line.page, (line.baseline, line.baseline))
        edges[line.page] = (min(top_edge, line.baseline), max(bottom, line.baseline))
    made = []
    for line in lines:
        is_at_edge = _is_at_edge(line, edges) and not line.item
        is_repeated = is_at_edge and not line.continues and seen.setdefault(line.text, line.page) < line.page
        if is_repeated or (is_at_edge and columns.is_furniture(line.text)):
            kept.turn(line.text)
        else:
            made.append(line)
    return made


def without_promises(units: list[Line], kept: Kept) -> list[Line]:
    """Take out the line that says that references are to be had: it is not one."""
    promises = [unit for unit in units if len(unit.text) < 120 and _ON_REQUEST.fullmatch(unit.text.strip())]
    for unit in promises:
        kept.turn(unit.text)
    return [unit for unit in units if unit not in promises]


def _is_at_edge(line: Line, edges: dict[int, tuple[float, float]]) -> bool:
    above, below = edges[line.page]
    return line.baseline > 0 and (line.baseline >= below - 14 or line.baseline <= above + 14)
