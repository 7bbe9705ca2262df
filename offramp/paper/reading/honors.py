"""Certificates, awards and publications: what each is called, who gave it, when, and what is said of it."""

import re
from collections.abc import Sequence
from typing import Any

from offramp.paper.reading import blocks, days, places, reaching
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

Entry = dict[str, Any]
Keys = tuple[str, str, str]
_EDGES = " ,;|-\u2013\u2014"
_BAR = re.compile(r"\s*[|\u2022\u00b7]\s*")
_JOINT = re.compile(r"\s*[|\u2022\u00b7]\s*|\s+[-\u2013\u2014]+\s+|\s*\u2014\s*")
_BY = re.compile(
    r"^(?:(?:issued|published|awarded|presented|granted|given|offered)(?: by|:)|by|from|issuer:|publisher:|"
    r"otorgad[oa] por|expedid[oa] por|publicad[oa] (?:por|en))\s+",
    re.IGNORECASE,
)
_ON = re.compile(
    r"^(?:(?:issued|published|awarded|received|released|completed|obtained|date)(?: on| in)?|on|fecha)\s*:?$",
    re.IGNORECASE,
)
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


def read(lines: Sequence[Line], keys: Keys, kept: Kept) -> list[Entry]:
    """Return the entries of a section, under these keys: what, by whom, when."""
    entries = blocks.of(lines)
    if _is_one(lines):
        entries = [list(lines)]
    if blocks.are_several(entries):
        return [entry for block in entries if (entry := _of_block(block, keys, kept))]
    return _line_by_line(lines, keys, kept)


def _is_one(lines: Sequence[Line]) -> bool:
    """Tell whether these lines are one entry: a name; by whom and when; and below what is said of it."""
    dated = [bool(days.spans(line.text)) for line in lines[:2]]
    return (
        len(lines) > 2
        and dated == [False, True]
        and not any(line.item or line.is_apart for line in lines[1:])
        and all(reaching.is_address(line.text) or blocks.is_sentence(line.text) for line in lines[2:])
    )


def _of_block(block: Sequence[Line], keys: Keys, kept: Kept) -> Entry:
    """Return what a block says: its first line names it, what stands below tells more."""
    name, _by, when = keys
    entry: Entry = {}
    below = [_undated(line.text) for line in block[1:] if not blocks.is_sentence(line.text)]
    is_bare = not days.spans(block[0].text) and not re.search(r"[|\u2022\u00b7\u2013\u2014]", block[0].text)
    if is_bare and any(rest and day for rest, day, _ in below):
        # By whom and when stands below: what is above is the name and nothing else.
        entry[name] = block[0].text.strip()
    else:
        _first(block[0], len(block) == 1, keys, entry, kept)
    for line in block[1:]:
        whole, until = _until(line.text)
        text, day, said = _undated(whole)
        if until:
            entry[name] = f"{entry.get(name, '')}, {until}".strip(", ")
        if day and when not in entry:
            entry[when] = day
            kept.turn(said)
            if _ON.match(text):
                kept.turn(text)
                continue
        for piece in _pieces(text if day and entry[when] == day else whole):
            _more(piece, keys, entry, kept)
    return entry


def _first(line: Line, is_only: bool, keys: Keys, entry: Entry, kept: Kept) -> None:  # noqa: FBT001
    name, by, when = keys
    whole, until = _until(line.text)
    text, day, said = _undated(whole)
    called, giver = _called(text) if is_only or _JOINT.search(text) else (text, "")
    told = {when: day, name: ", ".join(each for each in (called, until) if each), by: giver}
    entry.update({key: value for key, value in told.items() if value})
    kept.turn(said)


def _pieces(text: str) -> list[str]:
    """Return what stands apart in a line; a sentence stays whole."""
    if blocks.is_sentence(text) and not re.search(r"[|\u2022\u00b7]", text):
        return [text.strip()]
    return [piece.strip(_EDGES) for piece in _JOINT.split(text) if piece.strip(_EDGES)]


def _more(piece: str, keys: Keys, entry: Entry, kept: Kept) -> None:
    _name, by, _when = keys
    said = _BY.match(piece)
    if said and by not in entry:
        kept.turn(said[0])
        entry[by] = piece[said.end() :].strip()
    elif reaching.is_address(piece) and "url" not in entry:
        entry["url"] = piece
    elif not blocks.is_sentence(piece) and by not in entry:
        entry[by] = piece
    elif by != "issuer":
        entry["summary"] = "\n".join(each for each in (entry.get("summary"), piece) if each)


def _line_by_line(lines: Sequence[Line], keys: Keys, kept: Kept) -> list[Entry]:
    """Return one entry a line: what it is called, who gave it, and when."""
    name, by, when = keys
    made: list[Entry] = []
    is_in_pairs = _are_pairs(lines)
    for at, line in enumerate(lines):
        whole, until = _until(line.text)
        text, day, said = _undated(whole)
        if not text and made and (until or when not in made[-1]):
            made[-1] |= {when: day} if day and when not in made[-1] else {}
        elif made and is_in_pairs and at % 2:
            made[-1] |= {key: value for key, value in {by: text, when: day}.items() if value}
        else:
            called, giver = (text, "") if is_in_pairs else _called(text)
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


def _until(text: str) -> tuple[str, str]:
    """Return a text without what says until when it holds, and that."""
    found = _EXPIRES.search(text) if len(text) < _LONGEST else None
    if not found or not days.spans(found["said"]):
        return text, ""
    return f"{text[: found.start()]}{text[found.end() :]}", found["said"].strip()


def _undated(text: str) -> tuple[str, str, str]:
    """Return a text without its date, that date, and how it is written; of a span the end is taken."""
    spans = days.spans(text)
    if len(spans) > 1 and all(each.is_alone for each in spans):
        # A bare year beside a fuller date is part of a name: "TechConf 2022, August 2022".
        spans = [each for each in spans if len(each.first) > len("2022")]
    if len(spans) != 1:
        return text.strip(_EDGES), "", ""
    (span,) = spans
    rest = f"{text[: span.start].rstrip(' ,(|')} {text[span.end :].lstrip(' )')}"
    said = text[span.start : span.end] if span.is_alone and span.is_whole else ""
    return rest.strip(f"{_EDGES}()\u2022\u00b7"), span.last or span.first, said


def _called(text: str) -> tuple[str, str]:
    text, place = places.parted(text)
    name, by = _parted(text)
    if place:
        name, by = (name, f"{by}, {place}") if by else (f"{name}, {place}", "")
    return name, by


def _parted(text: str) -> tuple[str, str]:
    joint = _BAR if _BAR.search(text.strip(" |\u2022\u00b7")) else _JOINT
    strong = [piece.strip(" ,") for piece in joint.split(text) if piece.strip(" ,")]
    if len(strong) >= 2:
        return strong[0], _BY.sub("", ", ".join(strong[1:]))
    commas = [piece.strip() for piece in re.split(r",(?![^()]*\))", text) if piece.strip()]
    if len(commas) >= 2 and not _LICENSE.fullmatch(commas[-1]):
        return ", ".join(commas[:-1]), _BY.sub("", commas[-1])
    return text.strip(), ""
