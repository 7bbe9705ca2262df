"""People by name: those who were held, and those one worked with. The words beside a name tell which."""

import re
import unicodedata
from collections.abc import Iterator

from offramp.paper.care.rules import Kind, Rules, one_of
from offramp.paper.care.spans import Span, sentences

WORD = r"(?:[A-ZÁÉÍÓÚÑÜ]\.|[A-ZÁÉÍÓÚÑÜ][\w'\u2019-]{1,30})"
NAME = re.compile(
    rf"[A-ZÁÉÍÓÚÑ-]{{3,30}}, {WORD}|{WORD}(?: (?:(?:de|del|la|los|van|von|al|bin|y) ){{0,2}}{WORD}){{0,5}}"
)
HONORIFIC = re.compile(rf"\b(?:Mr|Ms|Mrs|Miss|Sr|Sra|Srta|[Dd]on|[Dd]oña)\b\.? {WORD}(?: {WORD}){{0,2}}")
GREETED = re.compile(
    r"(?i)\b(?:dear|estimad[oa]s?(?: señora?)?|attn:?|attention:?|to:|reference:|referencia:|sister|pastor) $"
)
JOINED = re.compile(r"(?: name| nombre)?(?:, |: | )")
NUMBERED = re.compile(r"(?: no\.?)?(?: |: )#?\d{3,9}\b")
BEFORE = re.compile(rf"({NAME.pattern}),? (?:(?:an?|is|my|es|el|la|mi|[a-z]{{3,14}}) ){{0,4}}$")
ENDINGS = ("tion", "ment", "ing", "ness", "ance", "ence", "ities", "ship", "ics", "ies", "ills")


def find(text: str, rules: Rules) -> Iterator[Span]:
    yield from _coworkers(text, rules.kinds["coworker"], rules)
    yield from _held(text, rules.kinds["person"], rules)
    yield from _anybody(text, rules)


def _coworkers(text: str, kind: Kind, rules: Rules) -> Iterator[Span]:
    """After a rank (words) the rank goes too; beside a role such as "my partner" (cues) the name alone."""
    innocent = one_of(kind.innocent)
    for rank in one_of(kind.words).finditer(text):
        is_followed = text[rank.end() : rank.end() + 1] == " " and not innocent.match(text, rank.start())
        if is_followed and (end := _name(text, rank.end() + 1, rules)):
            yield Span(rank.start(), end, "coworker")
    for role in one_of(kind.cues).finditer(text):
        if (joined := JOINED.match(text, role.end())) and (end := _name(text, joined.end(), rules)):
            yield Span(joined.end(), end, "coworker")
    for role in one_of((*kind.cues, *kind.near)).finditer(text):
        yield from _before(text, role.start(), "coworker", rules)


def _held(text: str, kind: Kind, rules: Rules) -> Iterator[Span]:
    """Beside a word for somebody held (words) any name; after an act or a paper (cues) a full one."""
    for cue in one_of(kind.words).finditer(text):
        yield from _beside(text, cue.start(), cue.end(), rules)
    for cue in one_of(kind.cues).finditer(text):
        yield from _full_name(text, cue.end(), rules)


def _anybody(text: str, rules: Rules) -> Iterator[Span]:
    """Mr. So-and-so, or a full name that begins with a given one; somebody held where the sentence speaks of
    custody or court (near), else somebody one worked with."""
    kind, innocent = rules.kinds["person"], one_of(rules.kinds["coworker"].innocent)
    around = one_of((*kind.words, *kind.cues, *kind.near))
    for start, sentence in sentences(text):
        told = "person" if around.search(sentence) else "coworker"
        for one in (*HONORIFIC.finditer(sentence), *NAME.finditer(sentence)):
            is_named = one.re is HONORIFIC or _is_full_name(one[0], rules)
            is_meant = not GREETED.search(
                sentence[max(0, one.start() - 30) : one.start()]
            ) and not innocent.match(sentence, one.start())
            if is_named and is_meant:
                yield Span(start + one.start(), start + one.end(), told)


def _is_full_name(name: str, rules: Rules) -> bool:
    first, _, rest = name.partition(" ")
    return bool(rest) and _plain(first) in rules.given and not _place_or_title(name, rules)


def _beside(text: str, start: int, end: int, rules: Rules) -> Iterator[Span]:
    """After "detainee" or before "in custody"; a number instead of a name is worse."""
    joined = JOINED.match(text, end)
    if joined and (stop := _name(text, joined.end(), rules)):
        yield Span(joined.end(), stop, "person")
    elif numbered := NUMBERED.match(text, end):
        yield Span(start, numbered.end(), "person")
    yield from _before(text, start, "person", rules)


def _before(text: str, place: int, kind: str, rules: Rules) -> Iterator[Span]:
    """Dana Whitfield, a deportation officer; Kathy Boyd was my supervisor; Samuel in our custody."""
    earlier = max(0, place - 80)
    found = BEFORE.search(text[earlier:place])
    if not found or _place_or_title(found[1], rules):
        return
    if " " in found[1] or "," in found[0] or _plain(found[1]) in rules.given:
        yield Span(earlier + found.start(1), earlier + found.end(1), kind)


def _full_name(text: str, place: int, rules: Rules) -> Iterator[Span]:
    if text[place : place + 1] == " " and (end := _name(text, place + 1, rules)):
        name = text[place + 1 : end]
        if (" " in name or "-" in name) and not _place_or_title(name, rules):
            yield Span(place + 1, end, "person")


def _place_or_title(name: str, rules: Rules) -> bool:
    return any(_is_ordinary(word, rules) for word in name.split())


def _name(text: str, place: int, rules: Rules) -> int:
    """Where a name that begins here ends; 0 where none begins."""
    if not (found := NAME.match(text, place)):
        return 0
    end = place
    for word in re.finditer(r"\S+", found[0]):
        if _is_ordinary(word[0], rules):
            break
        end = place + word.end()
    name = text[place:end].rstrip(",")
    return place + len(name) - (2 if name.endswith(("'s", "\u2019s")) else 0) if name else 0


def _plain(word: str) -> str:
    """In small letters, without accents."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _is_ordinary(word: str, rules: Rules) -> bool:
    return word.rstrip(".,").casefold() in rules.ordinary or word.endswith(ENDINGS)
