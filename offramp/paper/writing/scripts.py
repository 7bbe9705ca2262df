"""What the fonts cannot show is refused before anything is written: no empty boxes, no lost letters."""

import unicodedata
from collections.abc import Iterable
from enum import StrEnum

from offramp.paper.writing import fonts


class Script(StrEnum):
    """Whose characters they are, as far as a page can say it in a word."""

    ARABIC = "arabic"
    HEBREW = "hebrew"
    CHINESE = "chinese"
    JAPANESE = "japanese"
    KOREAN = "korean"
    EMOJI = "emoji"  # and other pictures
    OTHER = "other"


class CannotShow(Exception):
    """These characters are in none of the fonts."""

    def __init__(self, characters: tuple[str, ...], scripts: tuple[Script, ...]) -> None:
        super().__init__(" ".join(characters))
        self.characters = characters
        self.scripts = scripts


_NAMED = {
    "ARABIC": Script.ARABIC,
    "HEBREW": Script.HEBREW,
    "CJK": Script.CHINESE,
    "HIRAGANA": Script.JAPANESE,
    "KATAKANA": Script.JAPANESE,
    "HANGUL": Script.KOREAN,
}
_NEVER_INK = frozenset("\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}\N{VARIATION SELECTOR-16}")


def insist(lines: Iterable[str]) -> None:
    """Raises CannotShow with every character that none of our fonts has, in the order of the paper."""
    written = dict.fromkeys(character for line in lines for character in line)
    missing = tuple(one for one in written if ord(one) not in fonts.covered() and one not in _NEVER_INK)
    if missing:
        raise CannotShow(missing, tuple(dict.fromkeys(map(_script, missing))))


def _script(character: str) -> Script:
    named = unicodedata.name(character, "").split(" ")[0]
    if unicodedata.category(character) == "So":
        return Script.EMOJI
    return _NAMED.get(named, Script.OTHER)
