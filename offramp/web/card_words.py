"""A card in the campaign's words and the reader's language, for whoever may open it."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import get_language, gettext

from offramp import campaigns
from offramp.pairing import red_lines
from offramp.pairing.cards import Asked


@dataclass(frozen=True)
class CardWords:
    day: date
    nickname: str
    work: str
    years: str
    region: str
    languages: tuple[str, ...]
    help: tuple[str, ...]
    wishes: tuple[str, ...]
    red_lines: tuple[str, ...]
    red_lines_gone: tuple[str, ...]  # ids that left the campaign's folder
    letter: str  # its address; whoever shows it asks for the title
    red_line_words: str = field(repr=False)
    summary: str = field(repr=False)

    @property
    def brief(self) -> tuple[str, ...]:
        """What a row of a list says."""
        helps = ", ".join(self.help)
        return tuple(part for part in (self.work, self.region, helps) if part)

    @property
    def has_red_lines(self) -> bool:
        return bool(self.red_lines or self.red_lines_gone or self.red_line_words)


def card_words(asked: Asked) -> CardWords:
    gone = red_lines.gone(asked)
    return CardWords(
        day=asked.day,
        nickname=asked.nickname or gettext("Somebody"),
        work=label("work", asked.work),
        years=label("years", asked.years),
        region=label("region", asked.region),
        languages=labels("language", asked.languages),
        help=labels("help", asked.help),
        wishes=labels("wish", asked.wishes),
        red_lines=labels("red-line", tuple(line for line in asked.red_lines if line not in gone)),
        red_lines_gone=gone,
        letter=asked.letter,
        red_line_words=asked.red_line_words,
        summary=asked.summary,
    )


def label(kind: str, name: str) -> str:
    return campaigns.current().label(kind, name, get_language() or "en") if name else ""


def labels(kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(label(kind, name) for name in names)
