"""The sections that are lists: skills, languages, certificates, awards and what else has one line each."""

import re
from collections.abc import Sequence
from typing import Any

from offramp.paper.reading import days, headings, places
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

Entry = dict[str, Any]
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
        groups.append({"name": heading, "keywords": loose})
    return groups


def languages(lines: Sequence[Line]) -> list[Entry]:
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
        return [f"{line.parts[0]}: {line.parts[1]}"]
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
    for line in lines:
        text = line.text
        spans = days.spans(text)
        entry: Entry = {}
        if spans and len(spans) == 1:
            span = spans[0]
            entry[when] = span.last or span.first
            rest = f"{text[: span.start].rstrip(' ,(|')} {text[span.end :].lstrip(' )')}"
            if span.is_alone and span.is_whole:
                kept.turn(text[span.start : span.end])
            text = rest
        if not text.strip(" ,-|\u2013\u2014()") and made and entry.get(when):
            made[-1].setdefault(when, entry[when])
            continue
        entry[name], entry[by] = _called(text.strip(" ,;|-\u2013\u2014"))
        made.append({key: value for key, value in entry.items() if value})
    return made


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
