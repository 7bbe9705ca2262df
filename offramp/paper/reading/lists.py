"""The sections that are lists: skills, languages, certificates, awards and what else has one line each."""

import re
from collections.abc import Sequence
from typing import Any

from offramp.paper.reading import days, headings, places
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

Entry = dict[str, Any]
_EDGES = " ,;|-\u2013\u2014"
# Not inside brackets: "Spanish (reading, writing)" is one thing.
_COMMAS = re.compile(r"\s*[,;|\u2022\u00b7\u25aa\u25cf](?![^()]*\))\s*")
_GROUP = re.compile(r"^(?P<name>[^:]{2,48}):\s+(?P<words>\S.*)$")
_FLUENT = re.compile(
    r"^(?P<language>[^\W\d_][\w ]{1,30}?)\s*(?:\((?P<a>[^)]*)\)|\s[-\u2013\u2014]+\s?(?P<b>.+)|"
    r"[:\u2013\u2014]\s*(?P<c>.+))$"
)
_JOINT = re.compile(r"\s*[|\u2022\u00b7]\s*|\s+[-\u2013\u2014]+\s+|\s*\u2014\s*")
_BY = re.compile(r"^(?:issued by|by|from|otorgado por|expedido por|issuer:)\s+", re.IGNORECASE)
_LICENSE = re.compile(
    r"(?:level|class|nivel|clase|tipo|type|part|grade|inc|llc|[ivx]+|\d+)\b.*$", re.IGNORECASE
)
# Until when something holds is neither who gave it nor when: it stays with what it is called.
_EXPIRES = re.compile(
    r"[\s,;|(\u2013\u2014-]*\b(?P<said>(?:expir(?:es|ed|ation|y)|exp\.?|valid (?:until|through|thru|to)|"
    r"renewal|vence|caduca|expira|v[aá]lid[oa] hasta|vigente hasta|vencimiento)\b[^,;|()]*\d[^,;|()]*)\)?",
    re.IGNORECASE,
)
_LONGEST = 500
# Headings that say nothing of the skills below them.
_GENERAL = re.compile(
    r"(?:(?:key|core|job|my|other|additional|relevant|principales|otras) )*"
    r"(?:skills?|competenc(?:ies|es)|expertise|abilities|qualifications|strengths|habilidades|competencias|"
    r"aptitudes|destrezas|conocimientos|capacidades|proficiencies)"
    r"(?:(?:,| and| &| y|/) ?(?:skills?|competenc(?:ies|es)|expertise|abilities|qualifications|habilidades|"
    r"competencias|destrezas|aptitudes|conocimientos))*",
    re.IGNORECASE,
)


def skills(lines: Sequence[Line], heading: str) -> list[Entry]:
    """Return groups of skills; what has no name of its own goes by that of the heading."""
    groups: list[Entry] = []
    loose: list[str] = []
    for line in lines:
        group = _GROUP.match(line.text)
        if group:
            groups.append({"name": group["name"].strip(), "keywords": _pieces(group["words"])})
        else:
            loose += [piece for part in line.parts for piece in _pieces(part)]
    if loose:
        is_named = heading and not _GENERAL.fullmatch(heading.strip(" :"))
        groups.append({"name": heading, "keywords": loose} if is_named else {"keywords": loose})
    return groups


def languages(lines: Sequence[Line], _kept: Kept) -> list[Entry]:
    """Return languages with how well each is spoken."""
    made: list[Entry] = []
    for line in lines:
        for part in _languages_of(line):
            found = _FLUENT.match(part)
            if found:
                fluency = found["a"] or found["b"] or found["c"] or ""
                made.append({"language": found["language"].strip(), "fluency": fluency.strip(" .")})
            elif part:
                made.append({"language": part.strip(" .")})
    return made


def _languages_of(line: Line) -> list[str]:
    if len(line.parts) == 2 and len(line.parts[0].split()) == 1 and not _FLUENT.match(line.parts[0]):
        return [f"{line.parts[0].rstrip(':')}: {line.parts[1]}"]
    pieces = [piece for part in line.parts for piece in re.split(r"[;|\u2022\u00b7](?![^()]*\))", part)]
    made = []
    for piece in pieces:
        commas = [each.strip() for each in re.split(r",(?![^()]*\))", piece) if each.strip()]
        is_list = len(commas) > 1 and (all(map(_FLUENT.match, commas)) or not any(map(_FLUENT.match, commas)))
        made += commas if is_list else [piece.strip()]
    return made


def dated(lines: Sequence[Line], keys: tuple[str, str, str], kept: Kept) -> list[Entry]:
    """Return one entry a line: what it is called, who gave it, and when, under these keys."""
    name, by, when = keys
    made: list[Entry] = []
    is_in_pairs = _are_pairs(lines)
    for at, line in enumerate(lines):
        whole, until = _until(line.text)
        text, day, said = _undated(whole)
        if not text and made and (until or when not in made[-1]):
            made[-1] |= {when: day} if day and when not in made[-1] else {}
        elif made and ((is_in_pairs and at % 2) or _is_below(lines[at - 1], line, made[-1], by)):
            made[-1] |= {key: value for key, value in {by: text, when: day}.items() if value}
        else:
            called, giver = _called(text)
            told = {when: day, name: called, by: giver}
            made.append({key: value for key, value in told.items() if value})
        if until:
            made[-1][name] = ", ".join(part for part in (made[-1].get(name, ""), until) if part)
        kept.turn(said)
    return [entry for entry in made if entry]


def _are_pairs(lines: Sequence[Line]) -> bool:
    """Tell whether every other line, and no other, has a date: a name and, below it, by whom and when."""
    dated = [bool(days.spans(line.text)) for line in lines]
    is_plain = not any(line.item or "," in line.text for line in lines[::2])
    return bool(dated) and is_plain and dated == [False, True] * (len(dated) // 2)


def _is_below(above: Line, line: Line, entry: Entry, by: str) -> bool:
    """Tell whether a plain line tells more of the bold one above it."""
    is_plainer = (above.is_bold and not line.is_bold) or (above.heading > 0 and not line.heading)
    return is_plainer and by not in entry and not line.item


def _until(text: str) -> tuple[str, str]:
    """Return a text without what says until when it holds, and that."""
    found = _EXPIRES.search(text) if len(text) < _LONGEST else None
    if not found or not days.spans(found["said"]):
        return text, ""
    return f"{text[: found.start()]}{text[found.end() :]}", found["said"].strip()


def _undated(text: str) -> tuple[str, str, str]:
    """Return a text without its date, that date, and how it is written; of a span the end is taken."""
    spans = days.spans(text)
    if len(spans) != 1:
        return text.strip(_EDGES), "", ""
    (span,) = spans
    rest = f"{text[: span.start].rstrip(' ,(|')} {text[span.end :].lstrip(' )')}".strip(f"{_EDGES}()")
    said = text[span.start : span.end] if span.is_alone and span.is_whole else ""
    return rest, span.last or span.first, said


def _called(text: str) -> tuple[str, str]:
    text, place = places.parted(text)
    name, by = _parted(text)
    if place:
        name, by = (name, f"{by}, {place}") if by else (f"{name}, {place}", "")
    return name, by


def _parted(text: str) -> tuple[str, str]:
    strong = [piece.strip(" ,") for piece in _JOINT.split(text) if piece.strip(" ,")]
    if len(strong) >= 2:
        return strong[0], _BY.sub("", ", ".join(strong[1:]))
    commas = [piece.strip() for piece in re.split(r",(?![^()]*\))", text) if piece.strip()]
    if len(commas) >= 2 and not _LICENSE.fullmatch(commas[-1]):
        return ", ".join(commas[:-1]), _BY.sub("", commas[-1])
    return text.strip(), ""


def plain(lines: Sequence[Line], key: str) -> list[Entry]:
    """Return one entry a line, with nothing but its text."""
    return [{key: line.text} for line in lines if line.text.strip()]


def projects(lines: Sequence[Line], kept: Kept) -> list[Entry]:
    """Return projects: a line names one, items and sentences below tell of it."""
    made: list[Entry] = []
    for line in lines:
        if line.item and made:
            made[-1].setdefault("highlights", []).append(line.text)
        elif (
            made
            and not days.spans(line.text)
            and not line.is_bold
            and "highlights" not in made[-1]
            and "description" not in made[-1]
        ):
            made[-1]["description"] = line.text
        else:
            made.append(_project(line, kept))
    return made


def _project(line: Line, kept: Kept) -> Entry:
    text, entry = line.text, {}
    spans = days.spans(text)
    if spans and spans[0].is_whole:
        span = spans[0]
        kept.turn(text[span.start : span.end])
        entry = {"startDate": span.first, "endDate": "" if span.is_open else span.last}
        text = f"{text[: span.start]} {text[span.end :]}".strip(" ,|-\u2013\u2014()")
    return {key: value for key, value in {"name": text, **entry}.items() if value}


def _pieces(text: str) -> list[str]:
    return [piece.strip(" .") for piece in _COMMAS.split(text) if piece.strip(" .")]


def is_heading(text: str) -> bool:
    """Tell whether a group's name is a section of its own: "Languages: Spanish"."""
    return headings.section(text) in ("languages", "certificates")
