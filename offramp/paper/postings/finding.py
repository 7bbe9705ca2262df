"""What a posting's lines ask for, each thing once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from offramp.paper.postings import plain
from offramp.paper.postings.vocabulary import Term, by_first_stem, tokens

MOST = 60
COUNTING = (
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ("un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"),
)
NUMBERS = {word: number for words in COUNTING for number, word in enumerate(words, 1)}
YEARS = re.compile(
    rf"(?i)\b(\d{{1,2}}|{'|'.join(NUMBERS)})\s?(?:\+|\(\d{{1,2}}\)|or more|o más)?"
    r"\s?(?:-|to|a)?\s?(?:\d{1,2})?\+?\s(?:years?|yrs?\.?|años?)\b(?!\s(?:old|of age|de edad))"
)
EXPERIENCE = re.compile(r"(?i)experienc")


@dataclass(frozen=True)
class Found:
    """One thing asked for, in the posting's own words; a term, a number of years, or else a whole line."""

    kind: str
    text: str
    term: Term | None = None
    years: int = 0


def find(posting: str) -> list[Found]:
    """In the order of the posting, each thing once."""
    found: dict[object, Found] = {}
    lines = list(plain.lines(posting))
    has_parts = any(line.part for line in lines)
    for line in lines:
        is_demand = line.part == "asking" or plain.has("demand", line.text)
        if has_parts and not line.part and not is_demand:
            continue  # the title, and what is told about the place
        here = list(_years(line.text)) + list(_terms(line.text))
        if is_demand and not here:
            here = [Found("requirement", line.text)]
        for one in here:
            found.setdefault(one.term or (one.kind, one.text.casefold()), one)
    return list(found.values())[:MOST]


def _years(line: str) -> Iterator[Found]:
    asked = YEARS.search(line)
    if asked and EXPERIENCE.search(line):
        number = asked[1].casefold()
        yield Found("years", line, years=NUMBERS.get(number) or int(number))


def _terms(line: str) -> Iterator[Found]:
    """The longest way that begins at a word; the words in it begin nothing else."""
    sequence = tokens(line)
    place = 0
    while place < len(sequence):
        term, length = _term_at(line, sequence, place)
        if term:
            text = line[sequence[place][1] : sequence[place + length - 1][2]]
            yield Found(term.kind, text, term=term)
        place += length


def _term_at(line: str, sequence: list[tuple[str, int, int]], place: int) -> tuple[Term | None, int]:
    for term, way in by_first_stem().get(sequence[place][0], ()):
        stretch = tuple(stem for stem, _, _ in sequence[place : place + len(way)])
        if stretch == way and _is_meant(term, line[sequence[place][1] : sequence[place][2]]):
            return term, len(way)
    return None, 1


def _is_meant(term: Term, word: str) -> bool:
    """Access, Word and Teams are programs only with a capital letter."""
    return term.kind != "tool" or not term.name[0].isupper() or word[0].isupper()
