"""A stretch of a text, found by one of the rules."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from offramp.paper.care.rules import KINDS

TITLES = ("Mrs", "Sra", "Srta", "Sgt", "Capt", "Cpl", "Rev")


class Span(NamedTuple):
    start: int
    end: int
    kind: str


def settle(spans: Iterable[Span], length: int) -> list[Span]:
    """Those that stay where several want the same words: the surer kind, then the longer one; by position."""
    taken = bytearray(length)
    kept = []
    for span in sorted(_joined(spans), key=_rank):
        if span.end > span.start and not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            kept.append(span)
    return sorted(kept)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Those of one kind that share words are one."""
    last: dict[str, Span] = {}
    for span in sorted(spans):
        before = last.get(span.kind)
        if before and span.start < before.end:
            last[span.kind] = before._replace(end=max(before.end, span.end))
            continue
        if before:
            yield before
        last[span.kind] = span
    yield from last.values()


def _rank(span: Span) -> tuple[bool, int, int, int]:
    """One's own name and street first, then in the order of the kinds."""
    return (
        span.kind not in ("own-name", "home-address"),
        KINDS.index(span.kind),
        span.start - span.end,
        span.start,
    )


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with the place it starts at; an initial or a title does not end one."""
    start = 0
    for place, letter in enumerate(text):
        if letter == "\n" or (letter in ".!?" and _ends(text, place)):
            yield start, text[start:place]
            start = place + 1
    yield start, text[start:]


def _ends(text: str, place: int) -> bool:
    word = text[max(0, place - 5) : place].split()
    is_short = not word or len(word[-1]) < 3 or word[-1] in TITLES
    return text[place + 1 : place + 2] in ("", " ", "\n") and not is_short
