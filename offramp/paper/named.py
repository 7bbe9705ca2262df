"""A person's name wherever it stands: its parts in any order, with initials and what follows a name."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

Span = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]{2,40}")
_MOST_PARTS = 8
_PARTICLES = frozenset(
    ("de", "la", "del", "los", "las", "el", "van", "von", "der", "den", "da", "do", "di", "al")
)
_BEFORE_A_NAME = ("mr", "mrs", "ms", "miss", "dr", "sr", "sra", "srta")
_AFTER_A_NAME = (
    "jr",
    "ii",
    "iii",
    "iv",
    "esq",
    "ph",
    "phd",
    "mpa",
    "mba",
    "jd",
    "md",
    "msw",
    "cpa",
    "rn",
    "pmp",
)
_TITLES = frozenset((*_BEFORE_A_NAME, *_AFTER_A_NAME))
_BEFORE = rf"(?:\b(?:{'|'.join(_BEFORE_A_NAME)})\.?\s)?"
_BETWEEN = r"[\s.,-]{1,3}(?:(?:[a-z]|de|la|del|los|las|y)\b[\s.,-]{1,3}){0,2}"
_INITIAL = r"(?:,?\s[a-z]\.(?![a-z]))?"
_AFTER = (
    r"(?:,?\s{1,2}(?:m\.?p\.?a|m\.?b\.?a|m\.?s\.?w?|m\.?a|b\.?a|b\.?s|ph\.?\s?d|j\.?d|m\.?d|ed\.?d|ll\.?m|esq|"
    r"jr|sr|i{2,3}|iv|cpa|rn|pmp|cissp)\b\.?){0,4}(?:['\u2019]s)?"
)


def parts(name: str) -> frozenset[str]:
    """The words that name somebody, without titles; particles only where hardly anything else is left."""
    words = [word for word in _WORD.findall(folded(name)) if word not in _TITLES][:_MOST_PARTS]
    strong = frozenset(word for word in words if word not in _PARTICLES)
    return strong if len(strong) > 1 else frozenset(words)


def find(text: str, own: frozenset[str]) -> Iterator[Span]:
    """Two parts side by side, with capital letters or alone in their line: a verb is no name."""
    if len(own) < 2:
        return
    plain = folded(text)
    for found in _full(own).finditer(plain):
        words = [word for word in _WORD.finditer(plain, *found.span()) if word[0] in own]
        is_alone = not plain[: found.start()].strip() and not plain[found.end() :].strip()
        is_written = is_alone or not any(text[word.start()].islower() for word in words)
        if is_written and len({word[0] for word in words}) > 1:
            yield found.span()


def folded(text: str) -> str:
    """In small letters without accents, each letter in its place."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] or letter for letter in text)


@lru_cache(maxsize=64)
def _full(own: frozenset[str]) -> re.Pattern[str]:
    one = f"(?:{'|'.join(sorted(own, key=len, reverse=True))})(?![^\\W_])"
    return re.compile(rf"(?<![^\W_]){_BEFORE}(?<![^\W_]){one}(?:{_BETWEEN}{one}){{1,5}}{_INITIAL}{_AFTER}")
