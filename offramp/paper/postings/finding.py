"""What a posting's lines ask for, each thing once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from offramp.paper.postings import plain
from offramp.paper.postings.vocabulary import Term, by_first_stem, stem, tokens

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


# A long sentence that asks for more than the skill it happens to name.
WHOLE = re.compile(r"(?i)(?:knowledge|skills?|ability|experience|demonstrated|proficien)")
LONG_WORDS = 12


@dataclass(frozen=True)
class Found:
    """One thing asked for, in the posting's own words; a term, a number of years, or else a whole line."""

    kind: str
    text: str
    term: Term | None = None
    years: int = 0


def find(posting: str) -> list[Found]:
    """In its order, each thing once. Where nothing is asked for outright, the skills it names."""
    lines = list(plain.lines(posting))
    found: dict[object, Found] = {}
    for one in chain.from_iterable(_asked(line, lines) for line in lines):
        found.setdefault(one.term or (one.kind, one.text.casefold()), one)
    if not found:
        told = chain.from_iterable(_terms(line.text) for line in lines if line.is_told)
        found = {one.term: one for one in told if one.kind == "skill"}
    return list(found.values())[:MOST]


def _asked(line: plain.Line, lines: list[plain.Line]) -> list[Found]:
    is_demand = line.part == "asking" or plain.has("demand", line.text)
    if not is_demand and not line.part and (line.is_told or any(other.part for other in lines)):
        return []  # the title, and what is told about the place
    here = [*_years(line.text), *_terms(line.text)]
    is_whole = not here or (WHOLE.match(line.text) and _is_minor(here, line.text))
    return [Found("requirement", line.text)] if is_demand and is_whole else here


def _is_minor(here: list[Found], line: str) -> bool:
    return len(line.split()) > LONG_WORDS and all(one.kind == "skill" for one in here)


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
    """Access, Word and Teams are programs only with a capital letter, and "custom" is not customs."""
    if term.name.endswith("s") and stem(word) == stem(term.name) and not word.casefold().endswith("s"):
        return False
    return term.kind != "tool" or not term.name[0].isupper() or word[0].isupper()
