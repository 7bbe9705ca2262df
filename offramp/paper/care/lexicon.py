"""Words that are names, words that may be, and words that are nobody's name."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from offramp.paper.care.rules import Rules

ENDINGS = ("tion", "ment", "ing", "ness", "ance", "ence", "ities", "ship", "ics", "ies", "ills")
# "San Juan" and "Fort Wayne" are no people.
PLACES = re.compile(r"(?i:san|santa|saint|st|ft|fort|port|lake|mount|point|el|la|los|las|casa|villa)\.?")


def is_given(word: str, rules: Rules) -> bool:
    """Whether people are given this name: Juan, Jean-Baptiste."""
    name = plain(word.partition("-")[0])
    return name in rules.given or name in _listed("given.txt")


def is_perhaps(word: str) -> bool:
    """Whether this is a name to some, and a word or a city to others: Grant, Victoria."""
    return plain(word) in _listed("perhaps.txt")


def is_ordinary(word: str, rules: Rules) -> bool:
    """Whether this is nobody's name, though it stands beside a rank with a capital letter."""
    is_listed = word.rstrip(".,").casefold() in rules.ordinary
    return is_listed or (word.endswith(ENDINGS) and not is_given(word, rules) and not is_perhaps(word))


def is_speech(word: str, rules: Rules) -> bool:
    """Whether this is a word like any other: it is part of a name only after a given one."""
    return is_ordinary(word, rules) or plain(word.rstrip(".,")) in _listed("speech.txt")


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """In small letters, without accents."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _listed(name: str) -> frozenset[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
