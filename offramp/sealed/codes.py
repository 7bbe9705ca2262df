"""Codes: eight words that find a member's row and open its keys."""

import hashlib
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import Self

from offramp.sealed.derive import derive
from offramp.sealed.words import WORDS, nearest

_COUNT = 8
_LONGEST = 400
_LISTED = frozenset(WORDS)
_TOKEN = re.compile(r"[^\W_]+")


class NotACode(Exception):
    """What was typed is no code. Its message never repeats a word."""


class TooLong(NotACode):
    """More was typed than any code with its spaces and numbers takes."""


class WrongCount(NotACode):
    """Not eight words; `count` says how many."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} words")
        self.count = count


class UnknownWords(NotACode):
    """Some words are not in the list; `words` gives, for those alone, the nearest that are."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        # The words stay out of the message: a log that prints it must not hold a part of a code.
        super().__init__(f"{len(words)} unknown words")
        self.words = words


@dataclass(frozen=True)
class Code:
    """Eight words of the list. Its repr shows none of them; str() does, for the page that must."""

    words: tuple[str, ...] = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.words) != _COUNT or not _LISTED.issuperset(self.words):
            raise ValueError("a code has eight words of the list")

    @classmethod
    def draw(cls) -> Self:
        """Draw a new code."""
        return cls.from_draft(secrets.token_bytes(32))

    @classmethod
    def from_draft(cls, draft: bytes) -> Self:
        """Return the code of a form's draft, the same one however often the form is sent."""
        if len(draft) != 32:
            raise ValueError("a draft has 32 bytes")
        # 256 bits for a choice of 103: the remainder favours no code by more than one part in 2^152.
        number = int.from_bytes(derive(draft, "draft/code"))
        words = []
        for _ in range(_COUNT):
            number, index = divmod(number, len(WORDS))
            words.append(WORDS[index])
        return cls(tuple(words))

    @classmethod
    def read(cls, typed: str) -> Self:
        """Read what a person typed. Raises TooLong, WrongCount, UnknownWords."""
        if len(typed) > _LONGEST:
            raise TooLong
        tokens = _TOKEN.findall(unicodedata.normalize("NFKC", typed).casefold())
        words = tuple(token for token in tokens if not token.isdecimal())  # "1. harvest 2. cobalt"
        if len(words) != _COUNT:
            raise WrongCount(len(words))
        unknown = {word: nearest(word) for word in words if word not in _LISTED}
        if unknown:
            raise UnknownWords(unknown)
        return cls(words)

    def locator(self) -> bytes:
        """Return what finds the member's row."""
        return derive(str(self).encode(), "code/locator")

    def locator_digest(self) -> bytes:
        """Return what the database keeps of the locator; it leads back to no code."""
        return hashlib.sha256(self.locator()).digest()

    def seed(self) -> bytes:
        """Return the seed of the member's key pair."""
        return derive(str(self).encode(), "code/seed")

    def __str__(self) -> str:
        return " ".join(self.words)
