"""Languages with how well each is spoken, and references with who gives them."""

import re
from collections.abc import Sequence
from typing import Any

from offramp.paper.reading import blocks, names
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

Entry = dict[str, Any]
_FLUENT = re.compile(
    r"^(?P<language>[^\W\d_][\w ]{1,30}?)\s*(?:\((?P<a>[^)]*)\)|\s[-\u2013\u2014]+\s?(?P<b>.+)|"
    r"[:\u2013\u2014]\s*(?P<c>.+))$"
)
_ABILITY = re.compile(
    r"(?:spoken|speaking|written|writing|read|reading|listening|comprehension|oral|hablado|escrito|"
    r"le[ií]do|lectura|escritura|habla|escucha)(?: proficiency| level)?\s*[:\u2013\u2014-]\s*\S.*",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"^[-\u2013\u2014:(\u00b7\u2022]")
_SAID_BY = re.compile(r"^(?:[-\u2013\u2014~]\s*|by\s+|reference:\s*)", re.IGNORECASE)
_MOST_NAME = 12


def languages(lines: Sequence[Line], _kept: Kept) -> list[Entry]:
    """Return languages with how well each is spoken."""
    entries = blocks.of(lines)
    said = [part for block in entries for part in _languages_in(block)]
    made: list[Entry] = []
    for part in said:
        found = _FLUENT.match(part)
        if made and _ABILITY.fullmatch(part):
            made[-1]["fluency"] = ", ".join(filter(None, (made[-1].get("fluency"), part)))
        elif found:
            fluency = found["a"] or found["b"] or found["c"] or ""
            made.append({"language": found["language"].strip(), "fluency": fluency.strip(" .")})
        elif part:
            made.append({"language": part.strip(" .")})
    return made


def _languages_in(block: Sequence[Line]) -> list[str]:
    """Return each language of an entry with what is said of it; names may stand above their levels."""
    if len(block) == 1:
        return _languages_of(block[0])
    below = [part for line in block[1:] for part in line.parts]
    if len(block[0].parts) == len(below):
        return [f"{name.rstrip(':')}: {level}" for name, level in zip(block[0].parts, below, strict=True)]
    return [f"{block[0].text.rstrip(':')}: {', '.join(below)}"]


def _languages_of(line: Line) -> list[str]:
    parts: list[str] = []
    for part in line.parts:
        if parts and _CONTINUED.match(part):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    if len(parts) == 2 and len(parts[0].split()) == 1 and not any(map(_FLUENT.match, parts)):
        return [f"{parts[0].rstrip(':')}: {parts[1]}"]
    pieces = [piece for part in parts for piece in re.split(r"[;|\u2022\u00b7](?![^()]*\))", part)]
    made = []
    for piece in pieces:
        commas = [each.strip() for each in re.split(r",(?![^()]*\))", piece) if each.strip()]
        is_list = len(commas) > 1 and (all(map(_FLUENT.match, commas)) or not any(map(_FLUENT.match, commas)))
        made += commas if is_list else [piece.strip()]
    return made


def references(lines: Sequence[Line], _kept: Kept) -> list[Entry]:
    """Return what others say, and who says it, above or below."""
    is_one = len(lines) == 2 and blocks.is_sentence(lines[1].text) and not lines[1].is_apart
    entries = [list(lines)] if is_one else blocks.of(lines)
    if blocks.are_several(entries) and all(_is_named(block) for block in entries):
        return [_said_by_name(block) for block in entries]
    made: list[Entry] = []
    for line in lines:
        text = _SAID_BY.sub("", line.text).strip()
        key = "name" if names.is_name(text) else "reference"
        said = text if key == "name" else blocks.unquoted(line.text)
        if made and key not in made[-1]:
            made[-1][key] = said
        else:
            made.append({key: said})
    return made


def _is_named(block: Sequence[Line]) -> bool:
    """Tell whether somebody is named above what they say."""
    name = block[0].text.strip()
    is_short = len(name.split()) <= _MOST_NAME and not re.search(r"\w{3}[.!?]$", name)
    return len(block) > 1 and is_short and blocks.unquoted(name) == name


def _said_by_name(block: Sequence[Line]) -> Entry:
    said = "\n".join(blocks.unquoted(line.text) for line in block[1:])
    return {"name": block[0].text.strip(), "reference": said}
