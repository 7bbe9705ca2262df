"""Nothing is dropped: each word of a file is in the résumé, became something else, or is shown as unread."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

_WORD = re.compile(r"[^\W_]+")


class Kept:
    """What was turned into dates, labels and headings, so that the rest can be told."""

    def __init__(self) -> None:
        self.turned: list[str] = []
        self._left: set[str] = set()
        self._made: list[str] = []

    def turn(self, text: str) -> None:
        """Note words that stand in the résumé in another form, or only said what another word is."""
        if text.strip():
            self.turned.append(text.strip())

    def leave(self, text: str) -> None:
        """Note a line of which nothing was understood."""
        self._left.add(text)

    def turn_into(self, text: str) -> None:
        """Note words that did not stand in the file: those that were turned must not count for them."""
        self._made.append(text)

    def unread(self, lines: Iterable[str], resume: dict[str, Any]) -> tuple[str, ...]:
        """Return what of these lines is neither in the résumé nor was turned, line by line."""
        lines = list(lines)
        missing = words(lines)
        missing.subtract(words(self.turned))
        missing.subtract(words(texts(resume)))
        missing.update(words(self._made))
        shown: dict[int, str] = {}
        # Whole lines first, so that a small word is not missed where another line has it.
        for at in sorted(
            range(len(lines)), key=lambda at: (lines[at] not in self._left, -_share(lines[at], missing))
        ):
            if left := _left(lines[at], missing):
                shown[at] = left
        return tuple(shown[at] for at in sorted(shown))


def _share(line: str, missing: Counter[str]) -> float:
    """Return how much of a line is missing."""
    told = Counter(_WORD.findall(line.casefold()))
    return sum(min(times, max(missing[word], 0)) for word, times in told.items()) / max(told.total(), 1)


def words(lines: Iterable[str]) -> Counter[str]:
    """Count the words of texts, in small letters."""
    return Counter(word for line in lines for word in _WORD.findall(line.casefold()))


def texts(value: Any) -> Iterator[str]:
    """Yield every text of a résumé, however deep."""
    if isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, str):
        yield value


def _left(line: str, missing: Counter[str]) -> str:
    """Return the line if most of it is missing, else the missing words; and count them as told."""
    told = [word.casefold() for word in _WORD.findall(line)]
    left = []
    for word in told:
        if missing[word] > 0:
            missing[word] -= 1
            left.append(word)
    if not left:
        return ""
    if len(left) >= 0.6 * len(told):
        return line.strip()
    wanted = Counter(left)
    shown = []
    for piece in line.split():
        inside = [word.casefold() for word in _WORD.findall(piece)]
        if any(wanted[word] > 0 for word in inside):
            wanted.subtract(inside)
            shown.append(piece)
    return " ".join(shown)
