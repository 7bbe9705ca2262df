"""What a campaign knows of its own secrets: the words to look for, and what to say about each kind."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from offramp.paper.said import Said, in_language

# What names the owner of a paper: right in its head, and out of place in its text.
OF_THE_OWNER = ("phone-number", "email-address", "web-profile", "own-name")
KINDS = (
    "social-security-number",
    "alien-number",
    "case-number",
    "badge-number",
    "marking",
    "operation",
    "office",
    "coworker",
    "person",
    "system",
    "home-address",
    *OF_THE_OWNER,
)


@dataclass(frozen=True)
class Kind:
    """One kind of mark; what `words`, `cues`, `near` and `innocent` mean for it, its own module says."""

    id: str
    name: Said
    reason: Said
    safer: Said
    words: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    innocent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """Every kind of KINDS; and in small letters, words that are nobody's name, and names people are given."""

    kinds: Mapping[str, Kind]
    ordinary: frozenset[str] = field(default_factory=frozenset)
    given: frozenset[str] = field(default_factory=frozenset)

    def name_of(self, kind: str, language: str) -> str:
        return in_language(self.kinds[kind].name, language)


@lru_cache(maxsize=256)
def one_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, whole; those in small letters in any case, the others exactly as written."""
    if not words:
        return re.compile(r"(?!)")
    longest_first = sorted(words, key=len, reverse=True)
    # Most places of a text begin no word: looking at one letter first saves trying them all.
    begins = re.escape("".join(sorted({word[0].lower() + word[0].upper() for word in words})))
    any_of_them = "|".join(map(_written, longest_first))
    return re.compile(rf"(?<![\w-])(?=[{begins}])(?:{any_of_them})(?!\w)")


def _written(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", r"\s{1,3}")
    return f"(?i:{escaped})" if word == word.lower() else escaped
