"""phrases*.toml and occupations.toml: insiders' words, what everybody understands instead, and why."""

import re
from collections.abc import Iterator, Mapping, Sequence

from offramp.campaigns.source import nearest
from offramp.campaigns.table import Table, one_of
from offramp.campaigns.wording import Languages, Wording
from offramp.paper.wording import Phrase, Phrases
from offramp.paper.wording.forms import Part, is_one_past
from offramp.paper.wording.phrases import BLANK

KEYS = ("id", "insider", "civilian", "occupations", "why", "part")
CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
MARKED = re.compile(r"~([^\W_]+)")

Occupations = Mapping[str, Wording[str]]


def read_occupations(whole: Table, languages: Languages) -> dict[str, Wording[str]]:
    """The titles of occupations by their O*NET-SOC codes. Raises CampaignBroken."""
    titles: dict[str, Wording[str]] = {}
    for table in whole.only("occupation").each("occupation"):
        code = table.only("code", "title").text("code")
        if not CODE.fullmatch(code):
            raise table.broken("code", "an O*NET-SOC code such as “27-3091.00”", f"“{code}”")
        if code in titles:
            raise table.broken("code", "each occupation once", f"“{code}” a second time")
        titles[code] = table.said("title", languages)
    return titles


def read_phrases(files: Sequence[Table], languages: Languages, occupations: Occupations) -> Phrases:
    """The phrases of all files, which may not say the same thing twice. Raises CampaignBroken."""
    phrases: dict[str, Phrase] = {}
    insiders: set[str] = set()
    for whole in files:
        for table in whole.only("phrase").each("phrase"):
            phrase = _phrase(table, languages, occupations, phrases)
            if twice := [words for words in phrase.insider if words in insiders]:
                raise table.broken("insider", "words that no other phrase has", f"“{twice[0]}”")
            insiders.update(phrase.insider)
            phrases[phrase.id] = phrase
    return Phrases(tuple(phrases.values()))


def _phrase(
    table: Table, languages: Languages, occupations: Occupations, taken: Mapping[str, Phrase]
) -> Phrase:
    name = table.only(*KEYS).id(taken)
    part = _part(table)
    phrase = Phrase(
        id=name,
        insider=_words(table, "insider"),
        civilian=_words(table, "civilian"),
        why=table.said("why", languages).versions,
        occupations=table.list_of("occupations", str, "O*NET-SOC codes"),
        part=part,
    )
    for key, expected, found in _mistakes(phrase, occupations):
        raise table.broken(key, expected, f"“{found}”")
    return phrase


def _part(table: Table) -> Part:
    if "part" not in table.values:
        return Part.FIXED
    name = table.text("part")
    if name not in (known := (Part.VERB, Part.NOUN)):
        raise table.broken("part", one_of(known), f"“{name}”{nearest(name, known)}")
    return Part(name)


def _words(table: Table, key: str) -> tuple[str, ...]:
    words = table.list_of(key, str, "words")
    if not words or not all(one.strip() for one in words):
        raise table.broken(key, f"words under “{key}”", "none")
    return words


def _mistakes(phrase: Phrase, occupations: Occupations) -> Iterator[tuple[str, str, str]]:
    """Key, what was expected there and what stands there."""
    for code in phrase.occupations:
        if code not in occupations:
            yield "occupations", "codes that stand in occupations.toml", code
    for words in phrase.civilian:
        if re.search(r"\d", words):
            yield "civilian", "no figures, since nobody's résumé may gain one", words
    for key, all_words in (("insider", phrase.insider), ("civilian", phrase.civilian)):
        yield from ((key, *mistake) for words in all_words for mistake in _misread(words, phrase.part, key))


def _misread(words: str, part: Part, key: str) -> Iterator[tuple[str, str]]:
    marked = MARKED.findall(words)
    if marked and part is Part.FIXED:
        yield "“part” beside words marked with ~", words
    if key == "insider" and part is not Part.FIXED and len(marked) != 1:
        yield "one word marked with ~", words
    if key == "insider" and BLANK in words:
        yield "words without {}", words
    if key == "civilian" and part is Part.VERB:
        if not marked:
            yield "a verb marked with ~", words
        yield from (
            ("a verb with one past, such as led or kept", verb) for verb in marked if not is_one_past(verb)
        )
