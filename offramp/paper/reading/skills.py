"""Skills and interests: words in groups, each with its name and its level where it has one."""

import re
from collections.abc import Sequence
from typing import Any

from offramp.paper.reading import blocks
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

Entry = dict[str, Any]
_LONGEST = 200
_GROUP = re.compile(r"^(?P<name>[^:]{2,48}):\s+(?P<words>\S.*)$")
_LEVEL = re.compile(
    r"(?:(?:highly |very )?(?:expert|master|advanced|intermediate|beginner|basic|proficient|fluent|native|"
    r"novice|senior|junior|elementary|professional|competent|conversational|bilingual|experto|avanzado|"
    r"intermedio|b[aá]sico|nativo)(?: (?:speaker|level|user|working))?(?: proficiency| knowledge)?|"
    r"\d{1,3} ?%|\d{1,2} ?/ ?\d{1,2})",
    re.IGNORECASE,
)
_LEVEL_BEHIND = re.compile(
    rf"^(?P<name>.+?)(?:\s*\((?P<a>{_LEVEL.pattern})\)|\s+[-\u2013\u2014|\u00b7\u2022]\s+(?P<b>{_LEVEL.pattern}))$",
    re.IGNORECASE,
)
# Headings that say nothing of the skills below them.
_GENERAL = re.compile(
    r"(?:(?:key|core|job|my|other|additional|relevant|principales|otras) )*"
    r"(?:skills?|competenc(?:ies|es)|expertise|abilities|qualifications|strengths|habilidades|competencias|"
    r"aptitudes|destrezas|conocimientos|capacidades|proficiencies)"
    r"(?:(?:,| and| &| y|/) ?(?:skills?|competenc(?:ies|es)|expertise|abilities|qualifications|habilidades|"
    r"competencias|destrezas|aptitudes|conocimientos))*",
    re.IGNORECASE,
)


def read(lines: Sequence[Line], heading: str) -> list[Entry]:
    """Return groups of skills; what has no name of its own goes by that of the heading."""
    entries = blocks.of(lines)
    if blocks.are_several(entries):
        return [group for block in entries for group in _groups(block)]
    groups: list[Entry] = []
    loose: list[str] = []
    for line in lines:
        group = _GROUP.match(line.text)
        if group:
            groups.append(_levelled(group["name"].strip()) | {"keywords": blocks.pieces(group["words"])})
        elif "," not in line.text and "level" in (alone := _levelled(line.text)):
            groups.append(alone)
        else:
            loose += [piece for part in line.parts for piece in blocks.pieces(part)]
    if loose:
        is_named = heading and not _GENERAL.fullmatch(heading.strip(" :"))
        groups.append({"name": heading, "keywords": loose} if is_named else {"keywords": loose})
    return groups


def interests(lines: Sequence[Line], _kept: Kept) -> list[Entry]:
    """Return interests: one a line, or a name and below it what belongs to it."""
    entries = blocks.of(lines)
    if blocks.are_several(entries):
        return [_group(block) for block in entries]
    made: list[Entry] = []
    for line in lines:
        group = _GROUP.match(line.text)
        if group:
            made.append({"name": group["name"], "keywords": blocks.pieces(group["words"])})
        elif made and blocks.is_sentence(line.text):
            made[-1]["summary"] = line.text
        else:
            made += [{"name": part} for part in line.parts]
    return made


def _groups(block: Sequence[Line]) -> list[Entry]:
    """Return a group; below one that has its words beside it, a skill with a level stands for itself."""
    head, *below = block
    is_whole = len(head.parts) > 1 or bool(_GROUP.match(head.text))
    alone = [line for line in below if is_whole and "," not in line.text and "level" in _levelled(line.text)]
    rest = [line for line in block if line not in alone]
    return [_group(rest), *(_levelled(line.text) for line in alone)]


def _group(block: Sequence[Line]) -> Entry:
    """Return a group whose first line is its name: what stands below is a level or what is in it."""
    head, words = block[0].text, []
    if len(block[0].parts) > 1 and not _LEVEL.fullmatch(block[0].parts[-1]):
        head, words = block[0].parts[0], [word for part in block[0].parts[1:] for word in blocks.pieces(part)]
    elif group := _GROUP.match(head):
        head, words = group["name"], blocks.pieces(group["words"])
    entry = _levelled(" \u2014 ".join(block[0].parts) if not words else head.rstrip(" :"))
    for part in (part for line in block[1:] for part in line.parts):
        if _LEVEL.fullmatch(part) and "level" not in entry:
            entry["level"] = part
        else:
            words += blocks.pieces(part)
    return entry | ({"keywords": words} if words else {})


def _levelled(name: str) -> Entry:
    found = _LEVEL_BEHIND.match(name) if len(name) < _LONGEST else None
    if not found:
        return {"name": name.rstrip(" :")}
    return {"name": found["name"], "level": found["a"] or found["b"]}
