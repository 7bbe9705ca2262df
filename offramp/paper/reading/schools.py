"""Education: schools, degrees, subjects and years, in whichever order they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from offramp.paper.reading import days, nouns, places
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

Entry = dict[str, Any]
_JOINT = re.compile(r"\s*[|\u2022\u00b7\u2502]\s*|\s+[-\u2013\u2014]+\s+|\s*\u2014\s*")
_SCORE = re.compile(
    r"(?:cumulative |overall )?(?:g\.?p\.?a\.?|promedio|score)\s*:?\s*(?P<score>[\d.,]+(?:\s*/\s*[\d.]+)?)",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"(?:major|area|field of study|specialization|concentration|especialidad|carrera)\s*:\s*(?P<area>[^|;]+)",
    re.IGNORECASE,
)
_COURSES = re.compile(
    r"(?:relevant |related |selected )?(?:courses?(?:work)?|cursos|materias)(?: "
    r"relevantes)?\s*:\s*(?P<courses>.+)",
    re.IGNORECASE,
)
_GRADUATED = re.compile(
    r"\(?\s*\b(?:expected|graduated|graduation|graduation date|anticipated|conferred|completed|degree|"
    r"date|class of|graduada?|egresad[oa]|generaci[oó]n)\s*:?\s*(?:in|on|en)?\s*$",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"high school diploma|\bg\.?e\.?d\b|\b(?:bachelor|master|associate|doctor|juris|licenciatura|"
    r"bachillerato|diploma|certificate|certificado|maestr[ií]a)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"^(?P<degree>.*?)(?:\s+(?:in|en)\s+|\s*[,:]\s*|\s+[-\u2013\u2014]\s+)(?P<area>.+)$", re.IGNORECASE
)
_SHORT_DEGREE = re.compile(
    r"^(?P<degree>(?:[AB]\.?A\.?S?|B\.?Sc?|B\.?F\.?A|M\.?[AS]c?|M\.?B\.?A|Ph\.?\s?D|J\.?D|(?:Bachelor|"
    r"Master|Associate)(?:'s|s)?"
    r"(?: of (?:Science|Arts|Applied Science|Fine Arts|Engineering|Laws))?(?: "
    r"[Dd]egree)?)\.?)\s+(?:[Dd]egree,?\s+)?(?P<area>[A-Z].+)$"
)


_SCHOOL_THEN_PLACE = re.compile(
    r"^(?P<school>.*\b(?:University|College|School|Institute|Academy|Tech|Universidad|"
    r"Colegio))\s+(?P<place>[A-Z].*)$"
)


@dataclass
class _School:
    kinds: set[str] = field(default_factory=set)
    entry: Entry = field(default_factory=dict)


def read(lines: Sequence[Line], kept: Kept) -> list[Entry]:
    """Return the entries of a section."""
    made: list[_School] = []
    for line in lines:
        facts = _facts(line, kept)
        if not facts:
            continue
        if not made or _begins(made[-1], facts, line):
            made.append(_School())
        _add(made[-1], facts, kept)
    return [_finished(school.entry) for school in made if school.entry]


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
            _degree(school.entry, value, kept)
        elif kind == "other":
            _other(school, value)
        elif kind == "more" and "more" in school.entry:
            school.entry["more"] += f", {value}"
        else:
            school.entry.setdefault(kind, value)


def _date(entry: Entry, value: str, kept: Kept) -> None:
    first, last, text = value.split("\0")
    if "startDate" not in entry and "endDate" not in entry:
        entry["startDate"], entry["endDate"] = first, last
        kept.turn(text)


def _facts(line: Line, kept: Kept) -> list[tuple[str, str]]:
    """Return what a line says, in order."""
    facts: list[tuple[str, str]] = []
    for part in line.parts:
        text = part
        for span in reversed(days.spans(part)):
            before = _GRADUATED.search(text[: span.start])
            start = before.start() if before else span.start
            facts.append(("dates", f"{_bounds(span)}\0{text[start : span.end] if span.is_whole else ''}"))
            text = f"{text[:start].rstrip(' (,·|')} {text[span.end :].lstrip(' )')}"
        for form, kind in ((_SCORE, "score"), (_AREA, "area"), (_COURSES, "courses")):
            if found := form.search(text):
                kept.turn(found[0].replace(found[kind], " "))
                facts.append((kind, found[kind].strip()))
                text = text[: found.start()] + " " + text[found.end() :]
        if not line.item or _kind(text) != "other":
            facts += _named(text.strip(" ,;|()-\u2013\u2014\u00b7"))
    return facts


def _bounds(span: days.Span) -> str:
    if span.is_alone:
        return f"\0{span.first}"
    return f"{span.first}\0{'' if span.is_open else span.last}"


def _named(text: str) -> list[tuple[str, str]]:
    """Return schools, degrees and places in a text without dates."""
    if not text:
        return []
    facts: list[tuple[str, str]] = []
    pieces = [piece for piece in _JOINT.split(text) if piece.strip()]
    for piece in pieces:
        rest = piece.strip(" ,;")
        if places.is_place(rest):
            facts.append(("x-location", rest))
            continue
        rest, place = places.parted(rest)
        if not place and (found := _SCHOOL_THEN_PLACE.match(rest)) and places.is_place(found["place"]):
            rest, place = found["school"], found["place"]
        facts += _by_commas(rest)
        if place:
            facts.append(("x-location", place))
    return facts


def _by_commas(text: str) -> list[tuple[str, str]]:
    facts: list[tuple[str, str]] = []
    for piece in (part.strip() for part in text.split(",")):
        if not piece:
            continue
        kind = _kind(piece)
        if kind == "other" and facts and facts[-1][0] == "institution":
            facts.append(("more", piece))
        elif kind == "other" and facts:
            # It tells more of what stands before it: a subject of a degree.
            facts[-1] = (facts[-1][0], f"{facts[-1][1]}, {piece}")
        else:
            facts.append((kind, piece))
    return facts


def _kind(piece: str) -> str:
    degree = nouns.degree(piece)
    if nouns.is_school(piece) and not _SURE.search(piece):
        return "institution"
    if degree and (degree.start() < 12 or _SURE.search(piece)):
        return "degree"
    return "institution" if nouns.is_school(piece) else "other"


def _degree(entry: Entry, text: str, kept: Kept) -> None:
    if "studyType" in entry:
        return
    within = _WITHIN.match(text) if nouns.degree(text) else None
    short = _SHORT_DEGREE.match(text)
    if within and nouns.degree(within["degree"]):
        entry["studyType"] = within["degree"].strip()
        entry.setdefault("area", within["area"].strip(" .,"))
        kept.turn(text[within.end("degree") : within.start("area")])
    elif short:
        entry["studyType"], area = short["degree"].strip(), short["area"].strip()
        entry.setdefault("area", area)
    else:
        entry["studyType"] = text


def _other(school: _School, text: str) -> None:
    """A text of no known kind is the school if there is none yet, or else the subject."""
    if "institution" not in school.kinds and len(text.split()) <= 9:
        school.entry["institution"] = text
        school.kinds.add("institution")
    elif "area" not in school.entry and "studyType" in school.entry and len(text.split()) <= 8:
        school.entry["area"] = text


def _listed(text: str) -> list[str]:
    return [piece.strip(" .") for piece in re.split(r"[,;|\u2022\u00b7]", text) if piece.strip(" .")]


def _finished(entry: Entry) -> Entry:
    """What stands behind a school is its campus, or the subject where a degree has none."""
    more = entry.pop("more", "")
    if more and entry.get("studyType") and not entry.get("area"):
        entry["area"] = more
    elif more:
        entry["institution"] += f", {more}"
    return {key: value for key, value in entry.items() if value}
