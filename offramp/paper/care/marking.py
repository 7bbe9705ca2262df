"""The marks of a text, by position."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from offramp.paper.care import names, numbers, offices, owner, places, terms
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
        safer, before = self.safer_in(language), text[: self.start]
        if not before.strip():
            safer = safer[:1].upper() + safer[1:]  # it begins a line, as what it stands for did
        return before + safer + text[self.end :]


def marks(text: str, rules: Rules, own: Iterable[str] = ()) -> list[Mark]:
    """What must not leave in this text; own are words that name whoever wrote it.

    Time grows with its length, whatever stands in it.
    """
    found = settle(chain(_spans(text, rules), owner.find(text, own)), len(text))
    return [Mark(start, end, text[start:end], rules.kinds[kind]) for start, end, kind in found]


def _spans(text: str, rules: Rules) -> Iterator[Span]:
    yield from places.find(text)
    for look in (numbers.find, offices.find, terms.find, names.find):
        yield from look(text, rules)
