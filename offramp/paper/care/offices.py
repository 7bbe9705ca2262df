"""Offices by what they are called: stations, sectors, facilities, and the units in them."""

import re
from collections.abc import Iterator

from offramp.paper.care import lexicon
from offramp.paper.care.rules import Kind, Rules, one_of
from offramp.paper.care.spans import Span

TITLE = r"[A-ZÁÉÍÓÚÑ][\w'\u2019-]{0,30}\.?"
BEFORE = re.compile(rf"(?:(?<!\w){TITLE}\s){{1,5}}$")
AFTER = re.compile(rf"\s{TITLE}(?:\s(?:(?:de|del|la|el)\s){{0,2}}{TITLE}){{0,4}}")

# Before "detention center" these name none; and with the others a place begins, though they are words.
NO_NAME = re.compile(
    r"(?i:a|an|the|one|our|each|every|any|this|that|local|regional|federal|private|un|una|el|la)"
)
STARTS = re.compile(
    r"(?i:el|la|los|las|del|de|new|san|santa|st|ft|fort|port|salt|lake|rio|big|grand|north|south|east|west)"
)

# "Fugitive Operations Team 3", "Field Unit WAS-3", "Foxtrot squad"
LETTERS = (
    "Alpha|Alfa|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Hotel|India|Juliet|Juliett|Kilo|Lima|Mike|November|Oscar"
    "|Papa|Quebec|Romeo|Sierra|Tango|Uniform|Victor|Whiskey|Yankee|Zulu"
)
GROUP = (
    "Team|Unit|Squad|Cell|Section|Division|Group|Branch|Detachment|Platoon|Desk|Watch|Docket|Zone"
    "|Equipo|Unidad|Grupo"
)
DESIGNATED = rf"(?:[A-Z]{{2,4}}-?\d{{1,2}}|[A-Z]-?\d{{1,2}}|\d{{1,3}}[A-Z]?|[IVX]{{1,4}}|[A-Z]|{LETTERS})"
UNIT = re.compile(
    r"(?<![\w-])(?<!\d )((?:[A-Z][\w()-]{1,20} ){1,6}?)"
    rf"(?:{GROUP}) {DESIGNATED}(?:, (?:{GROUP}) {DESIGNATED})?(?![\w-])"
    rf"|(?<![\w-])(?:{LETTERS}) (?:[Ss]quad|[Tt]eam|[Uu]nit|[Pp]latoon)\b"
    r"|(?<![\w-])Terminal [A-Z\d]{1,2}(?:,| at)? [A-Z]{3}\b|(?<![\w-])[A-Z]{3} Terminal [A-Z\d]{1,2}\b"
)


def find(text: str, rules: Rules) -> Iterator[Span]:
    """Words are offices anywhere; a cue that ends with … comes before a name, one that begins so after it."""
    kind = rules.kinds["office"]
    yield from (Span(*found.span(), "office") for found in one_of(kind.words).finditer(text))
    yield from (Span(*found.span(), "office") for found in UNIT.finditer(text) if _is_unit(found, rules))
    yield from _after_names(text, kind, rules)
    yield from _before_names(text, kind, rules)


def _is_unit(found: re.Match[str], rules: Rules) -> bool:
    """With two words before it, or with one that is none of the language's."""
    words = (found[1] or "").split()
    return not words or len(words) > 1 or not lexicon.is_speech(words[0], rules)


def _after_names(text: str, kind: Kind, rules: Rules) -> Iterator[Span]:
    innocent, goes_on = one_of(kind.innocent), one_of(kind.near)
    for cue in one_of(tuple(cue.strip("… ") for cue in kind.cues if cue.startswith("…"))).finditer(text):
        before = BEFORE.search(text[max(0, cue.start() - 60) : cue.start()])
        if not before or innocent.search(before[0] + cue[0]) or goes_on.match(text, cue.end() + 1):
            continue
        named = _named(before[0])
        if _is_place(named.strip(), rules, by=cue[0]):
            yield Span(cue.start() - len(named), cue.end(), "office")


def _is_place(name: str, rules: Rules, *, by: str) -> bool:
    """Before "detention center" any name is one; before "station" only what is no word of the language."""
    if " " in name or " " in by:
        return not NO_NAME.fullmatch(name)
    return not lexicon.is_speech(name, rules)


def _before_names(text: str, kind: Kind, rules: Rules) -> Iterator[Span]:
    innocent = one_of(kind.innocent)
    for cue in one_of(tuple(cue.strip("… ") for cue in kind.cues if cue.endswith("…"))).finditer(text):
        after = AFTER.match(text, cue.end())
        if not after or innocent.search(cue[0] + after[0]):
            continue
        if length := _length_of_place(after[0], rules):
            yield Span(cue.start(), cue.end() + length, "office")


def _length_of_place(words: str, rules: Rules) -> int:
    """Up to the first word that is no name, but for "Los", "San" and "New"; 0 where that is the first one."""
    end = 0
    for word in re.finditer(r"\S+", words):
        name = word[0].rstrip(".,").removesuffix("'s").removesuffix("\u2019s")
        is_word = lexicon.is_ordinary if end else lexicon.is_speech
        if not STARTS.fullmatch(name) and is_word(name, rules):
            break
        end = word.end() - (len(word[0]) - len(name) if name.casefold() not in ("st", "ft") else 0)
    last = words[:end].split()
    return end if last and not STARTS.fullmatch(last[-1]) else 0


def _named(words: str) -> str:
    """Without the verb that a line may begin with: "Guarded Laredo Station"."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.endswith(("ed", "ing", ".")) else words
