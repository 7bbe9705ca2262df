"""Units: lines that belong to one sentence or title, joined; the hyphen that only parted a word taken out."""

import re
from collections.abc import Iterable
from dataclasses import replace

from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

_PARTED = re.compile(r"([^\W\d_]+)-$")
_GOES_ON = re.compile(r"^([^\W\d_]+)(.*)", re.DOTALL)
# First halves of words that are written with a hyphen, wherever the line ends.
_COMPOUND = frozenset(
    [
        "self",
        "well",
        "ill",
        "high",
        "low",
        "long",
        "short",
        "full",
        "part",
        "half",
        "over",
        "under",
        "non",
        "anti",
        "pre",
        "post",
        "multi",
        "cross",
        "co",
        "re",
        "on",
        "off",
        "in",
        "out",
        "up",
        "down",
        "first",
        "second",
        "third",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "year",
        "month",
        "day",
        "hour",
        "week",
        "man",
        "person",
        "team",
        "trade",
        "law",
        "evidence",
        "data",
        "cost",
        "time",
        "risk",
        "user",
        "client",
        "customer",
        "community",
        "court",
        "document",
        "field",
        "fire",
        "hand",
        "health",
        "home",
        "intelligence",
        "job",
        "land",
        "life",
        "line",
        "mail",
        "market",
        "money",
        "peer",
        "plan",
        "police",
        "policy",
        "problem",
        "process",
        "product",
        "public",
        "quality",
        "real",
        "right",
        "safety",
        "school",
        "site",
        "skill",
        "state",
        "step",
        "task",
        "tax",
        "test",
        "text",
        "top",
        "type",
        "value",
        "water",
        "web",
        "work",
        "world",
        "zero",
        "decision",
        "detail",
        "deadline",
        "results",
        "solution",
        "service",
        "bi",
        "inter",
        "intra",
        "mid",
        "semi",
        "sub",
        "super",
        "ex",
        "vice",
        "fact",
        "follow",
        "check",
        "start",
        "set",
        "log",
        "sign",
        "hands",
        "end",
        "face",
        "fast",
        "fixed",
        "forward",
        "front",
        "ground",
        "hard",
        "computer",
        "de",
        "e",
        "k",
        "x",
        "open",
        "close",
        "large",
        "small",
        "big",
        "best",
        "award",
        "english",
        "spanish",
        "bilingual",
        "counter",
        "entry",
        "mission",
        "risk",
        "all",
        "anglo",
        "afro",
        "afro",
        "socio",
        "teórico",
        "político",
        "physically",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
        "read",
        "stand",
        "walk",
        "drive",
        "train",
        "call",
        "cyber",
        "air",
        "sea",
        "on-the",
        "take",
        "back",
        "round",
    ]
)


def joined(lines: Iterable[Line], kept: Kept) -> list[Line]:
    """Return the units of these lines."""
    made: list[Line] = []
    for line in lines:
        if line.continues and made:
            made[-1] = _with(made[-1], line, kept)
        else:
            made.append(line)
    return made


def _with(before: Line, line: Line, kept: Kept) -> Line:
    parts = list(before.parts)
    into = line.into if len(line.into) == len(line.parts) else (len(parts) - 1,) * len(line.parts)
    for at, start in zip(into, line.parts, strict=True):
        if at == len(parts):
            parts.append(" ".join(start.split()))
            continue
        at = min(at, len(parts) - 1)  # noqa: PLW2901 - a part that was only a mark is none any more
        parts[at] = together(parts[at], " ".join(start.split()), kept)
    return replace(
        before,
        parts=tuple(parts),
        right=line.right,
        baseline=line.baseline,
        page=line.page,
    )


def together(end: str, start: str, kept: Kept) -> str:
    """Return two halves of a text in one."""
    parted, goes_on = _PARTED.search(end), _GOES_ON.match(start)
    if parted and goes_on and goes_on[1][0].islower() and parted[1].casefold() not in _COMPOUND:
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
