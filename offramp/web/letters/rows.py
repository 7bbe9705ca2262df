"""A letter as it is shown to somebody: in their language, or in the one that it was written in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from offramp import campaigns
from offramp.letters import reading
from offramp.letters.models import Letter, Text
from offramp.letters.reading import Reading
from offramp.letters.written import SLUG
from offramp.web.context import in_language


@dataclass(frozen=True)
class Row:
    letter: Letter
    text: Text
    is_whole: bool = True  # otherwise the text says no more than its summary

    @property
    def author(self) -> str:
        """Nobody in particular is the campaign."""
        return self.text.author or campaigns.current().text("name", self.text.language)

    @property
    def speaks_readers_language(self) -> bool:
        return self.text.language == get_language()

    @property
    def described(self) -> str:
        return self.text.summary or self.text.title

    @property
    def address(self) -> str:
        """Where this text is at home, whichever page shows it."""
        return addresses(self.letter)[self.text.language]

    @property
    def card_address(self) -> str:
        return f"{self.address}card/"


def shown(letter: Letter) -> Row:
    """As everybody may read it."""
    return all_shown([letter])[0]


def all_shown(letters: Iterable[Letter]) -> list[Row]:
    for_all = reading.for_everybody(at=timezone.now())
    return [cut(whole(letter), for_all) for letter in letters]


def whole(letter: Letter) -> Row:
    """All of it: for whoever writes it, and for subscribers."""
    return Row(letter, letter.text_in(get_language() or settings.LANGUAGE_CODE))


def cut(row: Row, for_all: Reading) -> Row:
    return Row(row.letter, for_all.of(row.text), is_whole=for_all.is_whole(row.letter.pk))


def named(slug: object) -> Row | None:
    """A public letter by its address, if it is one."""
    if not re.fullmatch(SLUG, str(slug or "")):
        return None
    letter = Letter.objects.for_readers(at=timezone.now()).filter(slug=str(slug)).first()
    return shown(letter) if letter else None


def addresses(letter: Letter) -> dict[str, str]:
    """The whole address of a letter, by each language that it is written in."""
    path = reverse("letter", kwargs={"slug": letter.slug})
    return {code: absolute(in_language(code, path)) for code in letter.languages}


def absolute(path: str) -> str:
    """As others link to it: never by the onion's name, which not everybody can open."""
    return f"{settings.ORIGIN}{path}"
