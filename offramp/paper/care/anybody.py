"""Anybody whose name is a full one, or who is spoken of as a person is."""

import re
from collections.abc import Iterator

from offramp.paper.care import lexicon
from offramp.paper.care.rules import Rules, one_of
from offramp.paper.care.spans import Span, sentences

LETTER = "[A-ZÁÉÍÓÚÑÜÖÇ]"
WORD = rf"(?:{LETTER}\.|{LETTER}[\w'\u2019-]{{1,30}}|(?:al|el|ad|an|as|ur)-{LETTER}\w{{1,30}})"
NICKNAME = '(?: ["\u201c(][A-Z][a-z]{1,12}["\u201d)])?'
NAME = re.compile(
    rf"(?<![\w.])(?:[A-ZÁÉÍÓÚÑ-]{{3,30}}(?: [A-ZÁÉÍÓÚÑ-]{{3,30}})?, {WORD}(?: {WORD})?"
    rf"|{WORD}(?:{NICKNAME} (?:(?:de|del|la|las|los|van|von|al|bin|da|dos|y) ){{0,2}}{WORD}){{0,5}})"
)
HONORIFIC = re.compile(
    r"\b(?:Mr|Ms|Mrs|Miss|Mx|Sr|Sra|Srta|Dr|Dra|[Dd]on|[Dd]oña|[Ss]eñor(?:a|ita)?)\b\.? "
    rf"{WORD}(?: {WORD}){{0,2}}"
)
GREETED = re.compile(
    r"(?i)\b(?:dear|estimad[oa]s?(?: señora?)?|attn:?|attention:?|to:|reference:|referencia:|sister|pastor) $"
)
# What is said of nobody but a person.
OF_A_PERSON = re.compile(
    r",? (?:and I|who|y yo|quien|quién)\b|, (?:aged |age |de )?\d{1,2}\b(?! [a-z]+s\b)"
    r"| (?:told|asked|taught|showed|trained|thanked|trusted|helped) me\b"
    r"| (?:cried|died|wept|prayed|retired|testified|enseñó|lloró|murió)\b"
)
NAMED_AFTER = re.compile(
    r"(?: [a-z]+)? (?:awards?|prizes?|scholarship|fellowship|fund|stores?|team|method|course|tournament)\b"
    r"|(?: [a-z]+)? (?:tractors|products|jeans)\b"
)
AFTER_PLACE = re.compile(r"\b(?:St|Ste|Ft|Mt)\. $")
PLACED = re.compile(
    r"(?:\b(?:in|at|near|en|cerca de)|\b(?:Town|City|County|State|Village|Port|Bank|University) of) $"
)
FAMILY = re.compile(
    rf"\b[Tt]he ({WORD}(?: {WORD}){{0,2}}) (?:family|brothers|sisters|siblings|twins|kids|children|couple)\b"
    rf"|\b[Ll]a familia ({WORD}(?: {WORD}){{0,2}})"
)
AGED = re.compile(rf"\b\d{{1,2}}[- ](?:years?[- ]old|yr[- ]old|y/?o|yo|años),? ({WORD}(?: {WORD}){{0,2}})")
STATE = re.compile(r", (?:[A-Z]{2}\b|[A-Z][a-z]{3,9}\b)")
INITIAL = re.compile(rf"{LETTER}\.?")
LETTER_AND_DOT = re.compile(rf"{LETTER}\.")
MIXED = re.compile(
    rf"(?!(?:I'|[A-Z]\.)){LETTER}[a-záéíóúñüöç'\u2019-]*[a-záéíóúñüöç][\w'\u2019-]*|al-\w+|y|de|del|la"
)
FROM_A_PLACE = re.compile(
    r"(?i)\b(?:in|at|to|near|from|into|of|via|speaks?|en|a|de|desde|hacia|native|through|between|and|the|el|la|un|una)\s$"
)
NEAR = 80
HE_OR_SHE = re.compile(r"\b(?:he|she|his|her|him|himself|herself|él|ella)\b")
PART = re.compile(r"\S+")
SHORTEST_SURNAME = 3


def find(text: str, rules: Rules) -> Iterator[Span]:
    """Somebody held where the sentence speaks of custody or court (near), else somebody one worked with."""
    kind = rules.kinds["person"]
    around = one_of((*kind.words, *kind.cues, *kind.near))
    for start, sentence in sentences(text):
        is_custody = bool(around.search(sentence))
        told = "person" if is_custody else "coworker"
        for begin, end in _people(sentence, rules, is_custody=is_custody):
            yield Span(start + begin, start + end, told)


def _people(sentence: str, rules: Rules, *, is_custody: bool) -> Iterator[tuple[int, int]]:
    innocent = one_of(rules.kinds["coworker"].innocent)
    for found in HONORIFIC.finditer(sentence):
        if not _is_greeted(sentence, found.start()) and not innocent.match(sentence, found.start()):
            yield found.start(), found.end() - _possessive(found[0])
    for aged in AGED.finditer(sentence):
        if not lexicon.is_speech(aged[1].split()[0], rules):
            yield aged.span(1)
    if is_custody:
        yield from _families(sentence, rules)
    for run in NAME.finditer(sentence):
        words = list(PART.finditer(sentence, *run.span()))
        for first, last in _named(sentence, words, rules, is_custody=is_custody):
            begin, end = words[first].start(), words[last].end()
            is_meant = not _is_greeted(sentence, begin) and not NAMED_AFTER.match(sentence, end)
            if is_meant and not innocent.match(sentence, begin):
                yield begin, end - _possessive(sentence[begin:end])


def _families(sentence: str, rules: Rules) -> Iterator[tuple[int, int]]:
    for found in FAMILY.finditer(sentence):
        name = found[1] or found[2]
        if not any(lexicon.is_speech(word, rules) for word in name.split()):
            yield found.span()


def _named(
    sentence: str, words: list[re.Match[str]], rules: Rules, *, is_custody: bool
) -> Iterator[tuple[int, int]]:
    """The first and the last word of each name in a run of capitalized words."""
    place = len(words) if _follows_a_place(sentence, words, 0) else 0
    while place < len(words):
        last = _full(sentence, words, place, rules)
        if last == place and is_custody and _is_unknown(sentence, words, place, rules):
            last = len(words) - 1
        elif last == place and not (is_custody and _is_alone(sentence, words, place, rules)):
            place += 1
            continue
        yield place, last
        place = last + 1


def _full(sentence: str, words: list[re.Match[str]], place: int, rules: Rules) -> int:
    """The last word of a full name that begins here; the place itself where none does."""
    rest = [word[0] for word in words[place + 1 :]]
    if not rest or _follows_a_place(sentence, words, place):
        return place
    is_thing = any(lexicon.is_ordinary(word, rules) for word in rest)
    is_thing = is_thing or any(lexicon.is_speech(word, rules) and word[0].isupper() for word in rest[1:])
    if is_thing or not _is_name(sentence, words[place:], rest, rules):
        return place  # or named after somebody: "Linda Brown Essay Prize"
    return len(words) - 1


def _is_name(sentence: str, words: list[re.Match[str]], rest: list[str], rules: Rules) -> bool:
    first = words[0][0]
    is_turned = first.isupper() and any(word.endswith(",") for word in (first, *rest))
    if lexicon.is_given(first.rstrip(","), rules) or (is_turned and lexicon.is_given(rest[-1], rules)):
        return True
    if lexicon.is_speech(rest[0], rules):
        return False
    is_initial = LETTER_AND_DOT.fullmatch(first) and sentence[
        max(0, words[0].start() - 1) : words[0].start()
    ] not in (".", "&")
    if is_initial or first.endswith("."):
        return bool(is_initial) and len(rest[0]) >= SHORTEST_SURNAME
    is_word = lexicon.is_speech(first, rules)
    is_short = len(rest) == 1 and INITIAL.fullmatch(rest[0])
    is_spoken_of = is_short or OF_A_PERSON.match(sentence, words[-1].end())
    may_be = lexicon.is_perhaps(first) and (first.isupper() or not rest[0].isupper())
    return may_be or (bool(is_spoken_of) and not is_word)


def _is_alone(sentence: str, words: list[re.Match[str]], place: int, rules: Rules) -> bool:
    """A given name with nothing else, in a sentence about custody: "Helped Wilmer find his mother"."""
    word = words[place]
    is_last = place == len(words) - 1 and not STATE.match(sentence, word.end())
    before = words[place - 1][0] if place else ""
    if PLACED.search(sentence[max(0, word.start() - 20) : word.start()]):
        return False
    is_free = not before or (words[0].start() == 0 and place == 1 and lexicon.is_speech(before, rules))
    name = word[0][: len(word[0]) - _possessive(word[0])]
    return (
        is_last and is_free and lexicon.is_given(name, rules) and not _follows_a_place(sentence, words, place)
    )


def _is_unknown(sentence: str, words: list[re.Match[str]], place: int, rules: Rules) -> bool:
    """Where somebody is held, capitalized words that are no words; a single one if it says he or she."""
    first = int(words[0].start() == 0 and words[0][0].endswith(("ed", "é")))
    text = [word[0] for word in words[first:]]
    is_odd = not any(lexicon.is_speech(word, rules) or not MIXED.fullmatch(word) for word in text)
    if place != first or not is_odd or STATE.match(sentence, words[-1].end()):
        return False
    start = words[first].start()
    is_place = not first and FROM_A_PLACE.search(sentence[max(0, start - 12) : start])
    return not is_place and (
        len(text) > 1 or (start > 0 and bool(HE_OR_SHE.search(sentence[max(0, start - NEAR) : start + NEAR])))
    )


def _follows_a_place(sentence: str, words: list[re.Match[str]], place: int) -> bool:
    if place:
        return bool(lexicon.PLACES.fullmatch(words[place - 1][0]))
    start = words[0].start()
    return bool(AFTER_PLACE.search(sentence[max(0, start - 5) : start]))


def _is_greeted(sentence: str, start: int) -> bool:
    return bool(GREETED.search(sentence[max(0, start - 30) : start]))


def _possessive(name: str) -> int:
    return 2 if name.endswith(("'s", "\u2019s")) else 0
