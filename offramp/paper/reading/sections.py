"""Sections: units gathered under the headings they stand below."""

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import takewhile

from offramp.paper.reading import days, headings, tongues
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

_FEWEST = 3
_OTHER_SIZE = 0.9  # points


@dataclass
class Part:
    key: str
    heading: str = ""
    lines: list[Line] = field(default_factory=list)


def parts(units: list[Line], kept: Kept) -> list[Part]:
    """Return the sections in their order; the first is what stands above all headings."""
    made = [Part("top")]
    found = [unit for unit in units if _is_heading(unit)]
    usual = _usual(found)
    found = [unit for unit in found if not _is_lesser(unit, usual)]
    look = _look(found)
    for at, unit in enumerate(units):
        is_heading = _is_heading(unit) and not _is_lesser(unit, usual)
        if unit.begins_column and at and not is_heading and _is_about(units[at:]):
            made.append(Part("top"))
        if is_heading:
            kept.turn(unit.text)
            made.append(Part(headings.section(unit.text), unit.text.strip(" :")))
            continue
        if _is_unknown_heading(unit, look, made[-1]):
            made.append(Part("other", unit.text, [unit]))
            continue
        key, rest = headings.opened(unit.text)
        head = unit.text[: len(unit.text) - len(rest)]
        if key and _opens(key, head, rest, made[-1]):
            kept.turn(head)
            made.append(Part(key, head.strip(" :"), [replace(unit, parts=(rest,))]))
        else:
            made[-1].lines.append(unit)
    return made


def _is_about(units: list[Line]) -> bool:
    """Tell whether a column begins with words about the person, and not in the middle of a section."""
    above = list(takewhile(lambda unit: not _is_heading(unit), units[:12]))
    return len(above) <= 6 and not any(unit.item or days.spans(unit.text) for unit in above)


def _is_heading(unit: Line) -> bool:
    text = unit.text.strip()
    if (
        (unit.item and not unit.heading and not (unit.is_bold and text.isupper()))
        or not headings.section(text)
        or (headings.is_inside(text) and not unit.heading)
        or (headings.is_soft(text) and not unit.heading and not text.isupper())
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


def _usual(units: list[Line]) -> Line | None:
    """Return a heading that looks as most of them do; none where they are few or differ."""
    looks = Counter(_manner(unit) for unit in units)
    look, times = looks.most_common(1)[0] if looks else (None, 0)
    return next(unit for unit in units if _manner(unit) == look) if times >= _FEWEST else None


def _is_lesser(unit: Line, usual: Line | None) -> bool:
    """Tell whether a line looks less like a heading than the others do: the name of a group, an employer."""
    if not usual or unit.text.rstrip().endswith(":"):
        return False
    if usual.heading or unit.heading:
        return bool(usual.heading) and (not unit.heading or unit.heading > usual.heading)
    if abs(unit.size - usual.size) > _OTHER_SIZE:
        return unit.size < usual.size
    return (usual.is_bold and not unit.is_bold) or (usual.text.isupper() and not unit.text.isupper())


def _look(units: list[Line]) -> set[tuple[float, bool, bool, int]]:
    return {_manner(unit) for unit in units}


def _manner(unit: Line) -> tuple[float, bool, bool, int]:
    return (round(unit.size), unit.is_bold, unit.text.isupper(), unit.heading)


def _is_unknown_heading(unit: Line, look: set[tuple[float, bool, bool, int]], part: Part) -> bool:
    """Tell whether a line only looks like the headings of this file: its section goes by no name we know."""
    if part.key in ("top",) or unit.item or _manner(unit) not in look or len(unit.text.split()) > 6:
        return False
    is_distinct = bool(unit.heading) or (unit.size >= 11.5 and unit.is_bold)
    if not is_distinct or not part.lines or part.key == "work" or len(unit.parts) > 1:
        return False
    return not any(_manner(line) == _manner(unit) for line in part.lines)


def _opens(key: str, head: str, rest: str, part: Part) -> bool:
    """Tell whether a line with a heading and a colon opens a part, and is none of the part it is in."""
    if part.key in ("work", "volunteer", "projects", "education"):
        return False
    if part.key in ("skills", "languages") and key == "languages" and rest and not tongues.are_spoken(rest):
        # Languages that a machine speaks are skills.
        return False
    return part.key != "skills" or (key in ("languages", "certificates") and len(head.split()) == 1)
