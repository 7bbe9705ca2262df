"""Education: schools, degrees, subjects and years, in whichever order they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from offramp.paper.reading import blocks, school_lines, studies
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

Entry = dict[str, Any]
# How much was heard is no field: it is shown as it stands.
_CREDITS = re.compile(
    r"(?:total )?(?:credits?|units|cr[eé]ditos)(?: hours)?(?: earned| completed| obtenidos)?\s*:",
    re.IGNORECASE,
)


# Below it stand courses, one a line.
_COURSES_BELOW = re.compile(
    r"(?:(?:key|relevant|related|selected|notable) )*(?:courses?|coursework|cursos|materias)"
    r"(?: relevantes)?\s*:?",
    re.IGNORECASE,
)
_MOST_COURSE, _MOST_NAME = 8, 9


@dataclass
class _School:
    kinds: set[str] = field(default_factory=set)
    entry: Entry = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)


def read(lines: Sequence[Line], kept: Kept) -> list[Entry]:
    """Return the entries of a section."""
    made: list[_School] = []
    heads = _heads(lines)
    for line in lines:
        if _COURSES_BELOW.fullmatch(line.text.strip()):
            kept.turn(line.text)
            continue
        if _CREDITS.match(line.text):
            kept.leave(line.text)
            continue
        facts = school_lines.facts(line, kept)
        if not facts:
            continue
        if not made or (line in heads if heads else _begins(made[-1], facts, line)):
            made.append(_School())
        _add(made[-1], facts, kept)
    return [entry for school in made if (entry := _finished(school, kept))]


def _heads(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with which entries begin, where their look alone tells; none where it does not."""
    entries = blocks.of([line for line in lines if not line.item])
    told = [{kind for line in block for kind, _ in school_lines.facts(line, Kept())} for block in entries]
    is_plain = blocks.are_several(entries) and all(
        kinds & {"institution", "degree"} and ("dates" in kinds or len(block) > 1)
        for kinds, block in zip(told, entries, strict=True)
    )
    has_dates = bool(told) and all("dates" in kinds for kinds in told)
    return [block[0] for block in entries] if is_plain or (has_dates and blocks.are_several(entries)) else []


def _begins(before: _School, facts: list[tuple[str, str]], line: Line) -> bool:
    kinds = {kind for kind, _ in facts}
    main = kinds & {"institution", "degree"}
    if main & before.kinds:
        return True
    if "dates" in kinds and "dates" in before.kinds and main:
        return True
    return bool(main) and line.is_apart and {"institution", "degree"} <= before.kinds


def _add(school: _School, facts: list[tuple[str, str]], kept: Kept) -> None:
    for kind, value in facts:
        school.kinds.add(kind)
        if kind == "dates":
            _date(school.entry, value, kept)
        elif kind == "courses":
            school.entry.setdefault("courses", []).extend(_listed(value))
        elif kind == "degree":
            studies.degree(school.entry, value, kept)
        elif kind == "other":
            school.others.append(value)
        elif kind == "item":
            school.items.append(value)
        elif kind == "more" and "more" in school.entry:
            school.entry["more"] += f", {value}"
        else:
            school.entry.setdefault(kind, value)


def _date(entry: Entry, value: str, kept: Kept) -> None:
    first, last, text = value.split("\0")
    if "startDate" not in entry and "endDate" not in entry:
        entry["startDate"], entry["endDate"] = first, last
        kept.turn(text)


def _listed(text: str) -> list[str]:
    return [piece.strip(" .") for piece in re.split(r"[,;|\u2022\u00b7]", text) if piece.strip(" .")]


def _finished(school: _School, kept: Kept) -> Entry:
    """What no word tells is the school where there is none yet, then what was studied; items are courses."""
    entry, others = school.entry, [text for text in school.others if len(text.split()) <= _MOST_NAME]
    if others and "institution" not in entry:
        entry["institution"] = others.pop(0)
    if not {"studyType", "area"} & entry.keys() and 0 < len(school.items) <= 2:
        others, school.items = [*others, *school.items], []
    elif "area" not in entry and len(school.items) == 1 and studies.is_subject(school.items[0]):
        others.append(school.items.pop())
    for text in others:
        studies.studied(entry, text, kept)
    courses = [text for text in school.items if _is_course(text)]
    if courses:
        entry["courses"] = [*entry.get("courses", []), *courses]
    return _with_more(entry)


def _is_course(text: str) -> bool:
    return len(text.split()) <= _MOST_COURSE and ":" not in text and not text.endswith(".")


def _with_more(entry: Entry) -> Entry:
    """What stands behind a school is its campus, or the subject where a degree has none."""
    more = entry.pop("more", "")
    if more and entry.get("studyType") and not entry.get("area"):
        entry["area"] = more
    elif more:
        entry["institution"] += f", {more}"
    return {key: value for key, value in entry.items() if value}
