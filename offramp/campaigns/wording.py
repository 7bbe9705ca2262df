"""What a campaign says, in each of its languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

FIRST = "en"
BLANK = re.compile(r"\{(\w+)\}")

Said = TypeVar("Said")


@dataclass(frozen=True)
class Wording(Generic[Said]):
    """One text or page, by language."""

    versions: Mapping[str, Said]

    def said_in(self, language: str) -> Said:
        """In this language, or its parent ("es-mx", "es"), or English."""
        parent, _, _ = language.partition("-")
        return self.versions.get(language) or self.versions.get(parent) or self.versions[FIRST]


class UnknownBlank(Exception):
    """A text asks for {something} that no campaign knows."""


@dataclass(frozen=True)
class Languages:
    """The languages a campaign speaks, and what {blanks} mean in each."""

    codes: tuple[str, ...]
    blanks: Mapping[str, Mapping[str, str]]

    def fill(self, text: str, language: str) -> str:
        """Put the campaign's own figures and names into a text. Raises UnknownBlank."""
        known = self.blanks[language]
        if unknown := [name for name in BLANK.findall(text) if name not in known]:
            raise UnknownBlank(unknown[0])
        return BLANK.sub(lambda blank: known[blank[1]], text)

    def known_blanks(self) -> str:
        return ", ".join(f"{{{name}}}" for name in sorted(self.blanks[FIRST]))
