"""What postings ask for, by name; and words compared by their stems, in English and Spanish."""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

KINDS = ("language", "certificate", "licence", "education", "tool", "skill")
TOKEN = re.compile(r"[^\W_]+(?:[.'\u2019+&-][^\W_]+)*[+]?", re.UNICODE)
ENGLISH = "ations ation ings ing ements ement ments ment ied ies ed es s e"
SPANISH = "aciones ación acion iones ando iendo ado ada ar ir os as o a"
ENDINGS = (*ENGLISH.split(), *SPANISH.split())
SHORTEST_STEM = 4
LONGEST_ACRONYM = 4


class Term(NamedTuple):
    """One thing with all its ways to be said, each as the stems of its words."""

    kind: str
    name: str
    ways: tuple[tuple[str, ...], ...]
    rank: int


@cache
def line_words(kind: str) -> tuple[str, ...]:
    """A list of lines.toml: words by which lines are told apart."""
    written = tomllib.loads(Path(__file__).with_name("lines.toml").read_text(encoding="utf-8"))
    return tuple(written[kind])


@cache
def terms() -> tuple[Term, ...]:
    written = tomllib.loads(Path(__file__).with_name("terms.toml").read_text(encoding="utf-8"))
    return tuple(
        Term(kind, ways[0], tuple(stems(way) for way in ways), rank)
        for kind in KINDS
        for rank, ways in enumerate(written[kind])
    )


@cache
def by_first_stem() -> dict[str, tuple[tuple[Term, tuple[str, ...]], ...]]:
    """Every way to say a term under its first stem, the longest first."""
    found: dict[str, list[tuple[Term, tuple[str, ...]]]] = {}
    for term in terms():
        for way in term.ways:
            found.setdefault(way[0], []).append((term, way))
    return {first: tuple(sorted(ways, key=lambda pair: -len(pair[1]))) for first, ways in found.items()}


def names_something(line: str) -> bool:
    """Whether any term stands in it."""
    here = stems(line)
    return any(
        here[place : place + len(way)] == way
        for place, stem in enumerate(here)
        for _, way in by_first_stem().get(stem, ())
    )


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The stem of each word, and where the word stands."""
    return [(stem(found[0]), *found.span()) for found in TOKEN.finditer(text)]


def stems(text: str) -> tuple[str, ...]:
    return tuple(found for found, _, _ in tokens(text))


@cache
def stem(word: str) -> str:
    """Without accents and endings; an acronym stays as it is, so that IT is not "it"."""
    if word.isupper() and 1 < len(word) <= LONGEST_ACRONYM:
        return word
    plain = "".join(
        letter
        for letter in unicodedata.normalize("NFD", word.casefold())
        if not unicodedata.combining(letter)
    )
    plain = plain.replace("\u2019", "'").removesuffix("'s").removesuffix("s'")
    for ending in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST_STEM:
            return plain[: -len(ending)]
    return plain
