"""Names as people type them: without what nobody sees, and marked where an organizer should look first.

No list of bad words: what is an insult in one language is a family's name in another.
"""

import re
import unicodedata
from enum import StrEnum

from offramp.letters import seen

LONGEST_TYPED = 400  # what is longer is no name, and is not looked through
BESIDE_LETTERS = frozenset(" '\u2019.,-\u2010·()&/" + seen.JOINERS)
DIGITS_OF_A_NAME = 3
MARKS_ON_A_LETTER = 3  # beside one that is of a piece with it; more would cover the lines around

LINK = re.compile(r"://|\bwww\.|\w\.[^\W\d_]{2,}", re.IGNORECASE)


class Mark(StrEnum):
    LINK = "link"
    CONTACT = "contact"
    SIGNS = "signs"
    LETTERS = "letters"


class NoName(Exception):
    """There is no letter in it."""


class TooLong(Exception):
    """Longer than any name that a page could show."""


def read(typed: str, *, longest: int) -> str:
    """The name as it would be shown; empty if nothing was typed. Raises NoName, TooLong."""
    if len(typed) > LONGEST_TYPED:
        raise TooLong
    name = seen.in_one_line(typed, most_marks=MARKS_ON_A_LETTER)
    if len(name) > longest:
        raise TooLong
    if name and not any(sign.isalpha() for sign in name):
        raise NoName
    return name


def marks(name: str) -> list[Mark]:
    """Why somebody should look at it before everybody does; empty for most."""
    plain = unicodedata.normalize("NFKC", name)
    found = {
        Mark.LINK: bool(LINK.search(plain)),
        Mark.CONTACT: "@" in plain or sum(sign.isdigit() for sign in plain) > DIGITS_OF_A_NAME,
        Mark.SIGNS: any(not _belongs_in_a_name(sign) for sign in plain),
        Mark.LETTERS: plain != name or _mixes_alphabets(plain),
    }
    return [mark for mark, is_found in found.items() if is_found]


def _belongs_in_a_name(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LM" or sign.isdigit() or sign in BESIDE_LETTERS


def _mixes_alphabets(name: str) -> bool:
    """Latin with letters that pass for Latin, within one word: made to be taken for another name."""
    return any(
        {"LATIN", "CYRILLIC"} <= _alphabets(word) or {"LATIN", "GREEK"} <= _alphabets(word)
        for word in name.split()
    )


def _alphabets(word: str) -> set[str]:
    return {unicodedata.name(sign, "").partition(" ")[0] for sign in word if sign.isalpha()}
