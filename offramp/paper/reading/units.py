"""Units: lines that belong to one sentence or title, joined; the hyphen that only parted a word taken out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

_PARTED = re.compile(r"([^\W\d_]+)-$")
_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_GOES_ON = re.compile(r"^([^\W\d_]+)(.*)", re.DOTALL)
# First halves of words that are written with a hyphen, wherever the line ends.
_COMPOUND_WORDS = """
    afro air all anglo anti award back best bi big bilingual call check client close co community computer
    cost counter court cross customer cyber data day de deadline decision detail document down drive e
    eight eighty end english entry evidence ex face fact fast field fifty fire first five fixed follow
    forty forward four front full ground half hand hands hard health high home hour ill in intelligence
    inter intra job k land large law life line log long low mail man market mid mission money month multi
    nine ninety non off on on-the one open out over part peer person physically plan police policy
    político post pre problem process product public quality re read real results right risk round safety
    school sea second self semi service set seven seventy short sign site six sixty skill small socio
    solution spanish stand start state step sub super take task tax team ten test text teórico third
    thirty three time top trade train twenty two type under up user value vice walk water web week well
    work world x year zero
"""
_COMPOUND = frozenset(_COMPOUND_WORDS.split())

# And second halves.
_SECOND = frozenset(["based", "driven", "facing", "oriented", "ready", "related", "scale", "specific"])


def joined(lines: Sequence[Line], kept: Kept) -> list[Line]:
    """Return the units of these lines."""
    made: list[Line] = []
    hyphened = frozenset(word.casefold() for line in lines for word in _HYPHENED.findall(line.text))
    for line in lines:
        if line.continues and made:
            made[-1] = _with(made[-1], line, kept, hyphened)
        else:
            made.append(line)
    return made


def _with(before: Line, line: Line, kept: Kept, hyphened: frozenset[str]) -> Line:
    parts = list(before.parts)
    into = line.into if len(line.into) == len(line.parts) else (len(parts) - 1,) * len(line.parts)
    for at, start in zip(into, line.parts, strict=True):
        if at == len(parts):
            parts.append(" ".join(start.split()))
            continue
        at = min(at, len(parts) - 1)  # noqa: PLW2901 - a part that was only a mark is none any more
        parts[at] = together(parts[at], " ".join(start.split()), kept, hyphened)
    return replace(
        before,
        parts=tuple(parts),
        right=line.right,
        baseline=line.baseline,
        page=line.page,
    )


def together(end: str, start: str, kept: Kept, hyphened: frozenset[str] = frozenset()) -> str:
    """Return two halves of a text in one; these words stand elsewhere with a hyphen."""
    parted, goes_on = _PARTED.search(end), _GOES_ON.match(start)
    if parted and goes_on and goes_on[1][0].islower() and not _is_compound(end, start, hyphened):
        kept.turn(f"{parted[0]} {goes_on[1]}")
        kept.turn_into(parted[1] + goes_on[1])
        return end[:-1] + start
    if re.search(r"\S@\S+$", end) and re.fullmatch(r"[a-z.]{1,5}", start):
        # An address that had no room for its last letters.
        kept.turn(f"{end.rsplit(maxsplit=1)[-1]} {start}")
        kept.turn_into(end.rsplit(maxsplit=1)[-1] + start)
        return end + start
    if end.endswith("-") and len(end) > 1 and not end[-2].isspace():
        if goes_on or start[:1].isdigit():
            kept.turn(f"{end.rsplit(maxsplit=1)[-1]} {start.split(maxsplit=1)[0]}")
            kept.turn_into(end.rsplit(maxsplit=1)[-1] + start.split(maxsplit=1)[0])
        return end + start
    return f"{end} {start}"


def _is_compound(end: str, start: str, hyphened: frozenset[str]) -> bool:
    """Tell whether the hyphen between two halves of a word belongs to it."""
    parted, goes_on = _PARTED.search(end), _GOES_ON.match(start)
    if not parted or not goes_on:
        return False
    return (
        parted[1].casefold() in _COMPOUND
        or goes_on[1].casefold() in _SECOND
        or f"{parted[1]}-{goes_on[1]}".casefold() in hyphened
        or bool(re.match(r"-\w", goes_on[2]))
        or end[: parted.start()].endswith("-")
    )
