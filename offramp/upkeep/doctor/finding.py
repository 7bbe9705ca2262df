"""What a check found: how bad it is, what it is, why it matters and what to do."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum


class Level(IntEnum):
    """Also the exit status that the worst finding gives."""

    GOOD = 0
    ADVICE = 1
    BROKEN = 2


@dataclass(frozen=True)
class Finding:
    """Sentences for a tired person; `mend` is something to type wherever it can be."""

    level: Level
    what: str
    why: str = ""
    mend: str = ""
    check: str = ""  # by which monitoring knows it again; written in by whoever made the check


Check = Callable[[], Iterable[Finding]]
Checks = Mapping[str, Check]


def good(what: str) -> Finding:
    return Finding(Level.GOOD, what)


def advice(what: str, *, why: str, mend: str) -> Finding:
    return Finding(Level.ADVICE, what, why, mend)


def broken(what: str, *, why: str, mend: str) -> Finding:
    return Finding(Level.BROKEN, what, why, mend)
