"""Names of operations and systems, and the markings on a paper that was never meant to leave."""

import re
from collections.abc import Iterator
from functools import lru_cache

from offramp.paper.care import lexicon
from offramp.paper.care.rules import Kind, Rules, one_of
from offramp.paper.care.spans import Span, sentences

BANNER = re.compile(
    r"\(?\b(?:U|C|S|TS|UNCLASSIFIED|CONFIDENTIAL|SECRET|TOP SECRET|CUI|SBU|FOUO|LES)//[A-Z][A-Z/-]{1,30}"
    r"(?: [A-Z]{3,12}){0,3}\)?"
)
TITLE = r"(?:[A-ZÁÉÍÓÚÑ0-9][\w'\u2019-]{0,30})"
CALLED = re.compile(
    rf":?\s{{1,2}}[\"\u201c\u00ab']?{TITLE}(?:\s(?:(?:de|del|of|the|to|to the)\s)?{TITLE}){{0,3}}"
    r"[\"\u201d\u00bb']?"
)
LOWER = re.compile(
    r"\b(?:(?:support|part) of|during|under|support(?:ing|ed)|joined|deployed (?:to|for|on|in)|assigned to) "
    r"(operation (?!(?:and|of|in|at|for|the|with|to|by|is|hours|center)\b)[a-z]{3,14}"
    r"(?: (?!(?:and|in|for|with|as|to|of|on|at)\b)[a-z]{3,14})?)"
)
OPERATIVE = re.compile(
    r"(?i)\b(?:operations?|raids?|sweeps?|takedowns?|surge|enforcement|arrests|operativo|redada)\b"
)
QUOTED = re.compile(r"[\"\u201c\u00ab][A-Z][\w']{1,15}(?: [A-Z\d][\w']{0,15}){0,3}[\"\u201d\u00bb]")
BEFORE = re.compile(rf"(?<![\w.])[\"\u201c]?({TITLE}(?:\s{TITLE}){{0,2}})([\"\u201d]?)\s$")
# However it is spelled; and LES itself, but for the Spanish word in a line of capitals.
SPELLED = re.compile(
    r"(?i:\blaw[ -]{0,2}enforc\w{2,7}[ -]{0,2}sensi\w{3,7}|\bfor[ -]offic\w{2,5}[ -]use[ -]only)"
    r"|(?<![\w-])(?:CUI|SBU|SSI|LOU)(?= (?:document|report|memo|brief|bulletin|product|slide|annex|cable))"
    r"|(?<![\w-])L\.E\.S\.|(?<![\w-])LES(?![\w-])(?! [A-ZÁÉÍÓÚÑ]{2})"
)
ABBREVIATED = re.compile(r"((?:[A-Z][\w'-]{0,30} (?:(?:of|and|the|for|de) )?){1,6})\($")
ON_TOP = re.compile(r"(?:^|\n)[ \t(]*$|\bmarked\s$|//$", re.IGNORECASE)
BETWEEN = (re.compile(r"[,;(/]\s?$"), re.compile(r"\s?(?:[,;)/.]|$)"))
# What may be a system's name: capitals, or capitals within a word.
SYSTEM = r"[A-Z][A-Z\d-]{2,11}|[A-Z][a-z]{1,9}[A-Z]\w{1,9}|[A-Z][a-z]{2,11}"
LINKED = re.compile(
    rf"(?:\s(?:into|in|on|through|with|the|our|of|en|el|la|al))?(?:\sthe)?\s({SYSTEM})(?!\w)(?! [A-Z])"
)
LISTED = re.compile(rf"(?:/|(?:,|,? (?:and|or|y|e|o)(?: in| en)?) )({SYSTEM})(?![\w-])(?! [A-Z])")
LISTED_BEFORE = re.compile(rf"(?<![\w-])({SYSTEM})(?:/|(?:,|,? (?:and|or|y|e|o)) )$")
MOST_TOGETHER = 6


def find(text: str, rules: Rules) -> Iterator[Span]:
    yield from _markings(text, rules.kinds["marking"])
    yield from _operations(text, rules)
    yield from _systems(text, rules)


def _markings(text: str, kind: Kind) -> Iterator[Span]:
    """Words are markings anywhere; cues, which mean other things too, on top of a line or between commas."""
    yield from (Span(*found.span(), "marking") for found in BANNER.finditer(text))
    yield from (Span(*found.span(), "marking") for found in SPELLED.finditer(text))
    yield from (Span(*found.span(), "marking") for found in one_of(kind.words).finditer(text))
    for found in one_of(kind.cues).finditer(text):
        before = text[max(0, found.start() - 8) : found.start()] if found.start() else "\n"
        is_alone = BETWEEN[0].search(before) and BETWEEN[1].match(text, found.end())
        if (is_alone or ON_TOP.search(before)) and not _is_short_for(text, found):
            yield Span(*found.span(), "marking")


def _is_short_for(text: str, found: re.Match[str]) -> bool:
    """Stony Brook University (SBU): the letters are those of the words before them."""
    spelled = ABBREVIATED.search(text[max(0, found.start() - 80) : found.start()])
    initials = "".join(word[0] for word in spelled[1].split() if word[0].isupper()) if spelled else ""
    return initials.endswith(found[0])


def _operations(text: str, rules: Rules) -> Iterator[Span]:
    """Words anywhere; a cue before a name, or one that begins with … after it. Innocent names are public,
    and where a sentence has a near word, it speaks of a charity."""
    kind = rules.kinds["operation"]
    public = one_of(kind.near)
    for start, sentence in sentences(text):
        yield from _at(start, one_of(kind.words).finditer(sentence))
        yield from _at(start, LOWER.finditer(sentence))
        if OPERATIVE.search(sentence):
            yield from _at(start, QUOTED.finditer(sentence))
        if not public.search(sentence):
            yield from _after_cues(start, sentence, kind)
            yield from _before_cues(start, sentence, kind, rules)


def _at(start: int, found: Iterator[re.Match[str]]) -> Iterator[Span]:
    for one in found:
        group = one.lastindex or 0
        yield Span(start + one.start(group), start + one.end(group), "operation")


def _after_cues(start: int, sentence: str, kind: Kind) -> Iterator[Span]:
    innocent = one_of(kind.innocent)
    for cue in one_of(tuple(cue for cue in kind.cues if not cue.startswith("…"))).finditer(sentence):
        called = CALLED.match(sentence, cue.end())
        if called and not innocent.match(sentence, cue.end() + len(called[0]) - len(called[0].lstrip())):
            yield Span(start + cue.end() - len(cue[0].split()[-1]), start + called.end(), "operation")


def _before_cues(start: int, sentence: str, kind: Kind, rules: Rules) -> Iterator[Span]:
    for cue in one_of(tuple(cue.strip("… ") for cue in kind.cues if cue.startswith("…"))).finditer(sentence):
        before = BEFORE.search(sentence[max(0, cue.start() - 60) : cue.start()])
        words = before[1].split() if before else []
        is_enough = len(words) > 1 or cue[0].casefold() not in ("op", "operation", "surge")
        if before and (before[2] or (is_enough and not all(_is_common(word, rules) for word in words))):
            yield Span(start + cue.start() - len(before[0]), start + cue.end(), "operation")


def _systems(text: str, rules: Rules) -> Iterator[Span]:
    """Words anywhere, unless they go on as an innocent one does; next to a cue (… before it or after it tells
    the side) whatever has capitals and is no word, and the words in any writing."""
    kind = rules.kinds["system"]
    innocent = one_of(kind.innocent)
    for found in one_of(kind.words).finditer(text):
        goes_on = innocent.match(text, found.start())
        if not goes_on or goes_on.end() <= found.end():
            yield Span(_long_form(text, found), found.end(), "system")
            yield from _listed(text, *found.span(), kind, rules)
    for cue in one_of(tuple(cue for cue in kind.cues if not cue.startswith("…"))).finditer(text):
        linked = LINKED.match(text, cue.end())
        if linked and _is_system(linked[1], kind, rules):
            yield Span(*linked.span(1), "system")
            yield from _listed(text, *linked.span(1), kind, rules)
    for cue in one_of(tuple(cue.strip("… ") for cue in kind.cues if cue.startswith("…"))).finditer(text):
        before = text[max(0, cue.start() - 14) : cue.start()].split()
        if before and text[cue.start() - 1] == " " and _is_system(before[-1], kind, rules):
            yield Span(cue.start() - 1 - len(before[-1]), cue.start() - 1, "system")


def _listed(text: str, start: int, end: int, kind: Kind, rules: Rules) -> Iterator[Span]:
    """What stands in one list with a system."""
    before = LISTED_BEFORE.search(text[max(0, start - 20) : start])
    if before and _is_system(before[1], kind, rules):
        yield Span(start - len(before[0]), start - len(before[0]) + len(before[1]), "system")
    for _ in range(MOST_TOGETHER):
        found = LISTED.match(text, end)
        if not found or not _is_system(found[1], kind, rules):
            return
        yield Span(*found.span(1), "system")
        end = found.end()


def _long_form(text: str, found: re.Match[str]) -> int:
    """Where "Investigative Case Management (ICM" begins."""
    spelled = ABBREVIATED.search(text[max(0, found.start() - 80) : found.start()])
    if not spelled or found[0].isdigit():
        return found.start()
    words = spelled[1].split()[-len(found[0]) :]
    is_it = "".join(word[0] for word in words).casefold() == found[0].casefold()
    return found.start() - 1 - len(spelled[1]) + spelled[1].rfind(" ".join(words)) if is_it else found.start()


def _is_common(word: str, rules: Rules) -> bool:
    return not word[0].isalpha() or lexicon.is_speech(word, rules)


def _is_system(word: str, kind: Kind, rules: Rules) -> bool:
    if word.casefold() in _in_small_letters(kind.words):
        return True
    has_capitals = sum(letter.isupper() for letter in word) > 1 and word[0].isupper()
    return has_capitals and word not in kind.innocent and not lexicon.is_speech(word, rules)


@lru_cache(maxsize=8)
def _in_small_letters(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)
