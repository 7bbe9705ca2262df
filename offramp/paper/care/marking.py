"""The marks of a text, by position."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from offramp.paper.care import names, numbers, places, terms
from offramp.paper.care.rules import Kind, Rules
from offramp.paper.care.spans import Span, settle
from offramp.paper.said import in_language


@dataclass(frozen=True)
class Mark:
    """Words that should not leave; why, and what could stand there instead."""

    start: int
    end: int
    text: str
    about: Kind

    @property
    def kind(self) -> str:
        return self.about.id

    @property
    def trace(self) -> str:
        """The same for the same words of the same kind, however they are spaced or capitalized."""
        words = " ".join(self.text.casefold().split())
        return hashlib.sha256(f"{self.kind}\n{words}".encode()).hexdigest()

    def reason_in(self, language: str) -> str:
        return in_language(self.about.reason, language)

    def safer_in(self, language: str) -> str:
        return in_language(self.about.safer, language)

    def replaced_in(self, text: str, language: str) -> str:
        """The text with the safer words in place of these."""
        return text[: self.start] + self.safer_in(language) + text[self.end :]


def marks(text: str, rules: Rules) -> list[Mark]:
    """What must not leave in this text. Time grows with its length, whatever stands in it."""
    found = settle(_spans(text, rules), len(text))
    return [Mark(start, end, text[start:end], rules.kinds[kind]) for start, end, kind in found]


def _spans(text: str, rules: Rules) -> Iterator[Span]:
    for look in (numbers.find, places.find, terms.find, names.find):
        yield from look(text, rules)
