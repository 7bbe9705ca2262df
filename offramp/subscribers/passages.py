"""The letters that a mail holds: one in full, or how each of a month begins."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from offramp import campaigns
from offramp.campaigns import markdown
from offramp.letters.models import Text
from offramp.letters.models.text import AN_EXCERPT
from offramp.subscribers import envelope, flowed, mailings
from offramp.subscribers.models import Mailing

STRONG = {"L", "R", "AL"}
SIDES = {"ltr": "left", "rtl": "right"}


@dataclass(frozen=True)
class Passage:
    """Nobody must follow a link to read a letter, for that leaves traces; so a mail with one letter holds it
    whole. `begins` is a letter of several, which goes on elsewhere."""

    text: Text
    address: str
    begins: bool

    @property
    def title(self) -> str:
        return self.text.title

    @property
    def direction(self) -> str:
        """As its first letter says: mail programs guess it less well than browsers do."""
        found = (unicodedata.bidirectional(sign) for sign in f"{self.title} {self.text.body}")
        return "rtl" if next((one for one in found if one in STRONG), "L") != "L" else "ltr"

    @property
    def author(self) -> str:
        return self.text.author or campaigns.current().text("name", self.text.language)

    @property
    def side(self) -> str:
        """Where its lines begin: left to themselves, cells of a table all begin on one side."""
        return SIDES[self.direction]

    @property
    def duration(self) -> str:
        return _("%(minutes)s min read") % {"minutes": self.text.minutes}

    @property
    def untranslated(self) -> str:
        """Why it speaks another language than the mail around it."""
        if self.text.language == get_language():
            return ""
        return _("This letter is not translated yet. Here it is as it was written.")

    @property
    def signed(self) -> str:
        """Below a letter that is whole."""
        return "" if self.goes_on else self.author

    @property
    def goes_on(self) -> bool:
        return self.begins and bool(self.text.rest)

    @property
    def onward(self) -> str:
        return _("Go on reading") if self.goes_on else _("This letter on our pages")

    @cached_property
    def rich(self) -> SafeString:
        cleaned = self.text.opening if self.begins else markdown.html(self.text.body)
        return markdown.for_elsewhere(cleaned, origin=settings.ORIGIN)

    @property
    def plain(self) -> str:
        words = AN_EXCERPT if self.begins else None
        parts = (
            flowed.paragraph(self.untranslated),
            flowed.heading(self.title),
            flowed.paragraph(f"{self.author} · {self.duration}"),
            flowed.letter(self.text.body, origin=settings.ORIGIN, words=words),
            flowed.paragraph(self.signed),
            f"{self.onward}:\n{self.address}",
        )
        return "\n\n".join(filter(None, parts))


def passages(mailing: Mailing, language: str, *, key: str, at: datetime) -> list[Passage]:
    """In this language, or as each was written."""
    if mailing.letter:
        text = mailing.letter.text_in(language)
        return [Passage(text, envelope.page("letter", text.language, slug=mailing.letter.slug), begins=False)]
    texts = (letter.text_in(language) for letter in mailings.letters(mailing, at=at))
    return [Passage(text, _onward(text, language, key), begins=True) for text in texts]


def _onward(text: Text, language: str, key: str) -> str:
    """Where a subscriber reads all of it, also when everybody else sees no more than a summary."""
    if campaigns.current().whole_letters is None:
        return envelope.page("letter", text.language, slug=text.letter.slug)
    return envelope.page("subscription-letter", language, key=key, slug=text.letter.slug)
