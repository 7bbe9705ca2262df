"""Two texts side by side, word by word."""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from enum import StrEnum

# A word keeps the space behind it: a space of its own would match every other one, and mean nothing.
_WORD = re.compile(r"\S+\s*|\s+")
# How many pairs of equal words may be looked at; two texts of 10,000 characters have some 20,000. Above it
# (one word a thousand times) the whole middle is shown as replaced: true as well, and costs nobody a second.
_MOST_PAIRS = 60_000
# And how many words may be walked over in search of them: an honest change of 750 words takes 31,000.
_MOST_STEPS = 200_000


class TooFarApart(Exception):
    """Two texts that somebody made to be compared slowly; or two that have little in common."""


class _Bounded(SequenceMatcher[str]):
    """Gives up where it would keep everybody else waiting."""

    def __init__(self, before: list[str], after: list[str]) -> None:
        super().__init__(None, before, after, autojunk=False)
        self.most, self.steps = len(before), 0

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        self.steps += (self.most if ahi is None else ahi) - alo
        if self.steps > _MOST_STEPS:
            raise TooFarApart
        return super().find_longest_match(alo, ahi, blo, bhi)


class Mark(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """Some words of the old text, of the new one, or of both. Joined they give each text exactly."""

    text: str
    mark: Mark


def changes(old: str, new: str) -> list[Piece]:
    """What was taken out and put in, in the order of reading."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    middle = before[start : len(before) - end], after[start : len(after) - end]
    pieces = [
        _piece(before[:start], Mark.SAME),
        *_compared(*middle),
        _piece(before[len(before) - end :], Mark.SAME),
    ]
    return [piece for piece in pieces if piece.text]


def _common(some: list[str], others: list[str]) -> int:
    """How many words are the same from the beginning."""
    pairs = zip(some, others, strict=False)
    return next(
        (count for count, (one, other) in enumerate(pairs) if one != other), min(len(some), len(others))
    )


def _compared(before: list[str], after: list[str]) -> list[Piece]:
    counts, others = Counter(before), Counter(after)
    if sum(count * others[word] for word, count in counts.items()) > _MOST_PAIRS:
        return [_piece(before, Mark.REMOVED), _piece(after, Mark.ADDED)]
    try:
        steps = _Bounded(before, after).get_opcodes()
    except TooFarApart:
        return [_piece(before, Mark.REMOVED), _piece(after, Mark.ADDED)]
    pieces = []
    for tag, i, i_end, j, j_end in steps:
        if tag == "equal":
            pieces.append(_piece(before[i:i_end], Mark.SAME))
        else:
            pieces += [_piece(before[i:i_end], Mark.REMOVED), _piece(after[j:j_end], Mark.ADDED)]
    return pieces


def _piece(words: list[str], mark: Mark) -> Piece:
    return Piece("".join(words), mark)
