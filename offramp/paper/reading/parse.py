"""Lines into a résumé: parts by their headings, and each part read by its own rules."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from offramp.paper.reading import columns, days, headings, labels, lists, places, positions, schools, top
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line
from offramp.paper.reading.units import joined

Resume = dict[str, Any]


_GROUP = re.compile(r"[A-ZÁÉÍÓÚÑ][\w'&/ -]{2,30}:\s")


# A résumé of forty jobs has some eight hundred lines; what comes after these is shown as it is.
_MOST_LINES = 2_500
_MOST_WITHOUT_HEADING = 4


@dataclass
class _Part:
    key: str
    heading: str = ""
    lines: list[Line] = field(default_factory=list)


def parse(lines: Sequence[Line]) -> tuple[Resume, tuple[str, ...], tuple[str, ...]]:
    """Return the résumé in these lines, what of them was not understood, and what was turned into something."""
    kept = Kept()
    body = _without_furniture(_guarded(lines), kept)
    units = joined(body, kept)
    for unit in units[_MOST_LINES:]:
        kept.leave(unit.text)
    parts = _parts(units[:_MOST_LINES], kept)
    resume: Resume = {"basics": {}}
    if len(parts) == 1 and len(parts[0].lines) > _MOST_WITHOUT_HEADING:
        # Not one heading that we know: another language, or no résumé. All of it is shown, and nothing guessed.
        for line in parts[0].lines[_MOST_WITHOUT_HEADING:]:
            kept.leave(line.text)
        parts[0].lines = parts[0].lines[:_MOST_WITHOUT_HEADING]
    for part in parts:
        _read(part, resume, kept)
    resume = {key: value for key, value in resume.items() if value}
    return resume, kept.unread([line.text for line in lines], resume), tuple(kept.turned)


def _guarded(lines: Sequence[Line]) -> list[Line]:
    """Undo what was taken for one sentence and cannot be: a label or a heading begins a line of its own."""
    made: list[Line] = []
    for line in lines:
        before = made[-1] if made else None
        made.append(replace(line, continues=False) if before and _stands_alone(before, line) else line)
    return made


def _stands_alone(before: Line, line: Line) -> bool:
    text, above = line.text, before.text.rstrip()
    if re.search(r"\S@\S+$", above) and re.fullmatch(r"[a-z.]{1,5}", text):
        return False
    if _GROUP.match(text) and above[-1:] != "," and not line.item:
        return True
    if places.is_place(text) and places.parted(f"{above} {text}")[1] not in ("", text.strip()):
        return False
    if (
        headings.is_inside(text)
        or labels.begins(text)
        or top.stands_alone(text)
        or (top.stands_alone(above) and above[-1:] != ",")
    ):
        return True
    is_alike = before.is_bold == line.is_bold and abs(before.size - line.size) < 0.6 and not above.isupper()
    if headings.section(f"{above} {text}"):
        return False
    return bool(headings.section(text) or headings.section(above)) and not is_alike


def _without_furniture(lines: list[Line], kept: Kept) -> list[Line]:
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


def _is_at_edge(line: Line, edges: dict[int, tuple[float, float]]) -> bool:
    above, below = edges[line.page]
    return line.baseline > 0 and (line.baseline >= below - 14 or line.baseline <= above + 14)


def _parts(units: list[Line], kept: Kept) -> list[_Part]:
    parts = [_Part("top")]
    look = _look([unit for unit in units if _is_heading(unit)])
    for at, unit in enumerate(units):
        if unit.begins_column and at and not _is_heading(unit) and _is_about(units[at:]):
            parts.append(_Part("top"))
        if _is_heading(unit):
            kept.turn(unit.text)
            parts.append(_Part(headings.section(unit.text), unit.text.strip(" :")))
            continue
        if _is_unknown_heading(unit, look, parts[-1]):
            parts.append(_Part("other", unit.text, [unit]))
            continue
        key, rest = headings.opened(unit.text)
        head = unit.text[: len(unit.text) - len(rest)]
        if key and _opens(key, head, parts[-1]):
            kept.turn(head)
            parts.append(_Part(key, head.strip(" :"), [replace(unit, parts=(rest,))]))
        else:
            parts[-1].lines.append(unit)
    return parts


def _is_about(units: list[Line]) -> bool:
    """Tell whether a column begins with words about the person, and not in the middle of a section."""
    above = list(takewhile(lambda unit: not _is_heading(unit), units[:12]))
    return len(above) <= 6 and not any(unit.item or days.spans(unit.text) for unit in above)


def _is_heading(unit: Line) -> bool:
    text = unit.text.strip()
    if (
        (unit.item and not unit.heading)
        or not headings.section(text)
        or (headings.is_inside(text) and not unit.heading)
    ):
        return False
    return (
        bool(unit.heading)
        or unit.is_bold
        or text.isupper()
        or text.endswith(":")
        or unit.is_apart
        or unit.size >= 12
        or len(text.split()) <= 3
    )


def _look(units: list[Line]) -> set[tuple[float, bool, bool, int]]:
    return {_manner(unit) for unit in units}


def _manner(unit: Line) -> tuple[float, bool, bool, int]:
    return (round(unit.size), unit.is_bold, unit.text.isupper(), unit.heading)


def _is_unknown_heading(unit: Line, look: set[tuple[float, bool, bool, int]], part: _Part) -> bool:
    """Tell whether a line only looks like the headings of this file: its section goes by no name we know."""
    if part.key in ("top",) or unit.item or _manner(unit) not in look or len(unit.text.split()) > 6:
        return False
    is_distinct = bool(unit.heading) or (unit.size >= 11.5 and unit.is_bold)
    if not is_distinct or not part.lines or part.key == "work" or len(unit.parts) > 1:
        return False
    return not any(_manner(line) == _manner(unit) for line in part.lines)


def _opens(key: str, head: str, part: _Part) -> bool:
    """Tell whether a line with a heading and a colon opens a part, and is not a line of the part it stands in."""
    if part.key in ("work", "volunteer", "projects", "education"):
        return False
    return part.key != "skills" or (key in ("languages", "certificates") and len(head.split()) == 1)


def _read(part: _Part, resume: Resume, kept: Kept) -> None:
    if part.key in ("top", "contact", "summary"):
        _basics(part, resume, kept)
    elif part.key == "other":
        for line in part.lines:
            if top.facts(line.text, resume["basics"], kept):
                kept.leave(line.text)
    else:
        lines = [
            line for line in part.lines if part.key == "work" or top.facts(line.text, resume["basics"], kept)
        ]
        resume.setdefault(part.key, []).extend(_entries(part, lines, kept))


def _basics(part: _Part, resume: Resume, kept: Kept) -> None:
    basics = resume["basics"]
    if part.key == "top":
        told = top.read(part.lines, kept)
        if "name" in basics and "name" in told:
            told["label"] = " | ".join(text for text in (told.pop("name"), told.get("label")) if text)
        for key, value in told.items():
            if key == "label" and len(value.split()) > 8:
                basics["summary"] = "\n".join(text for text in (basics.get("summary"), value) if text)
            else:
                basics.setdefault(key, value)
        return
    left = [rest for line in part.lines if (rest := _rest(part, line, basics, kept))]
    if part.key == "summary":
        basics["summary"] = "\n".join(text for text in (basics.get("summary"), *left) if text)


def _rest(part: _Part, line: Line, basics: Resume, kept: Kept) -> str:
    if part.key == "contact":
        return top.contact(line, basics, kept)
    return line.text if top.facts(line.text, basics, kept) else ""


def _entries(part: _Part, lines: list[Line], kept: Kept) -> list[Resume]:
    if part.key == "work":
        return positions.read(lines, kept)
    if part.key == "volunteer":
        return [_renamed(entry) for entry in positions.read(lines, kept)]
    if part.key == "education":
        return schools.read(lines, kept)
    if part.key == "skills":
        return lists.skills(lines, part.heading)
    if part.key == "languages":
        return lists.languages(lines)
    if part.key == "projects":
        return lists.projects(lines, kept)
    if part.key in _DATED:
        return lists.dated(lines, _DATED[part.key], kept)
    return lists.plain(lines, {"interests": "name", "references": "reference"}[part.key])


_DATED = {
    "certificates": ("name", "issuer", "date"),
    "awards": ("title", "awarder", "date"),
    "publications": ("name", "publisher", "releaseDate"),
}


def _renamed(entry: Resume) -> Resume:
    return {
        {"name": "organization", "location": "x-location"}.get(key, key): value
        for key, value in entry.items()
    }
