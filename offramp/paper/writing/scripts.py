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
    """These characters are in none of the fonts, or nothing that reads a PDF finds them in it."""

    def __init__(self, characters: tuple[str, ...], scripts: tuple[Script, ...], line: str) -> None:
        super().__init__(" ".join(characters))
        self.characters = characters
        self.scripts = scripts
        self.line = line  # the first that holds one


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
    """Raises CannotShow with every character that a PDF of ours would lose, in the order of the paper."""
    missing: dict[str, str] = {}
    for line in lines:
        for character in composed(line):
            if not _is_shown(character):
                missing.setdefault(character, line)
    if missing:
        raise CannotShow(
            tuple(missing), tuple(dict.fromkeys(map(_script, missing))), next(iter(missing.values()))
        )


def _is_shown(character: str) -> bool:
    return ord(character) in fonts.covered() or character in _NEVER_INK


def composed(text: str) -> str:
    """Letters and their accents as one, wherever there is such a one."""
    return unicodedata.normalize("NFC", text)


def _script(character: str) -> Script:
    named = unicodedata.name(character, "").split(" ")[0]
    if unicodedata.category(character) == "So":
        return Script.EMOJI
    return _NAMED.get(named, Script.OTHER)
