"""The campaign's phrases, and the way a text's words lead to them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from offramp.paper.said import Said
from offramp.paper.wording.forms import Part, forms

TOKEN = re.compile(r"[^\W_]+(?:['\u2019][a-z]+)?")
BLANK = "{}"


@dataclass(frozen=True)
class Phrase:
    """What insiders say, what everybody understands instead, and why.

    A word marked with ~ stands in its base form and takes the form it has in the sentence; {} stands for the
    insider's own words, where a title stays and is explained.
    """

    id: str
    insider: tuple[str, ...]
    civilian: tuple[str, ...]
    why: Said
    occupations: tuple[str, ...]
    part: Part = Part.FIXED

    @property
    def keeps_the_name(self) -> bool:
        """Explains a title or spells letters out, and puts no other name in its place."""
        return all(words.startswith(BLANK) or words[0].isupper() for words in self.civilian)


class Word(NamedTuple):
    """A word of a text or a phrase, and what stands between it and the next one."""

    text: str
    start: int
    end: int
    gap: str


class Wanted(NamedTuple):
    """One way of writing one of a phrase's insider words."""

    words: tuple[Word, ...]
    tail: str
    phrase: Phrase
    form: str
    is_lower: bool


@dataclass(frozen=True)
class Phrases:
    phrases: tuple[Phrase, ...] = ()

    def __iter__(self) -> Iterator[Phrase]:
        return iter(self.phrases)

    def __len__(self) -> int:
        return len(self.phrases)

    @cached_property
    def by_first_word(self) -> Mapping[str, tuple[Wanted, ...]]:
        """Whatever begins with a word (in small letters), the longest first."""
        wanted: dict[str, list[Wanted]] = defaultdict(list)
        for phrase in self.phrases:
            for insider in phrase.insider:
                for one in _ways(phrase, insider):
                    wanted[one.words[0].text.casefold()].append(one)
        return {first: tuple(sorted(ways, key=lambda way: -len(way.words))) for first, ways in wanted.items()}


def words(text: str) -> list[Word]:
    """The words of a text, each with the gap that follows it; hyphens of every kind are one."""
    found = list(TOKEN.finditer(text))
    starts = [*(one.start() for one in found), len(text)][1:]
    return [
        Word(one[0], one.start(), one.end(), _gap(text[one.end() : start]))
        for one, start in zip(found, starts, strict=True)
    ]


def _gap(between: str) -> str:
    """A line's break ends a phrase, a blank does not."""
    plain = between.replace("\u2011", "-").replace("\u2013", "-")
    return " " if plain.strip(" \t\xa0") == "" and plain else plain


def _ways(phrase: Phrase, insider: str) -> Iterator[Wanted]:
    marked = re.search(r"~([^\W_]+)", insider)
    ways = forms(marked[1], phrase.part) if marked else {"": "as it is"}
    for written, form in ways.items():
        text = insider.replace(marked[0], written) if marked else insider
        sequence = words(text)
        tail = sequence[-1].gap
        yield Wanted(tuple(sequence), tail, phrase, form, insider == insider.lower())
