"""People by name: those who were held, and those one worked with. The words beside a name tell which."""

import re
from collections.abc import Iterator

from offramp.paper.care import anybody, lexicon
from offramp.paper.care.anybody import NAME
from offramp.paper.care.rules import Kind, Rules, one_of
from offramp.paper.care.spans import Span

JOINED = re.compile(r"(?: name| nombre)?(?:'s name)?(?: named| called| llamad[oa])?(?:, |: | - | )")
NUMBERED = re.compile(r"(?: no\.?| number| id)?(?: |: )#?\d{3,9}\b")
AND = re.compile(r",? (?:and|y|e|&) |, ")
BEFORE = re.compile(rf"({NAME.pattern}),? (?:(?:an?|is|was|my|our|es|el|la|mi|[a-z]{{3,14}}) ){{0,4}}$")
# Typed without capitals, a name is known only right after a word for somebody.
CARELESS = re.compile(r" ([a-záéíóúñü]{3,20})(?: ([a-záéíóúñü]{3,20}))?\b")
GOES_ON = re.compile(r"[.,;]| (?:to|who|was|is|in|and|for|at|from|with|had|on|after|al|a|y|en|que)\b|$")
PRONOUN = re.compile(r"[^.;\n]{0,60}\b(?:he|she|his|her|him|himself|herself)\b")
MOST_TOGETHER = 6


def find(text: str, rules: Rules) -> Iterator[Span]:
    yield from _coworkers(text, rules.kinds["coworker"], rules)
    yield from _held(text, rules.kinds["person"], rules)
    yield from anybody.find(text, rules)


def _coworkers(text: str, kind: Kind, rules: Rules) -> Iterator[Span]:
    """After a rank (words) the rank goes too; beside a role such as "my partner" (cues) the name alone,
    and beside a cue that ends with … a full one."""
    innocent = one_of(kind.innocent)
    for rank in one_of(kind.words).finditer(text):
        is_followed = text[rank.end() : rank.end() + 1] == " " and not innocent.match(text, rank.start())
        if is_followed and (end := _name(text, rank.end() + 1, rules)):
            yield Span(rank.start(), end, "coworker")
            yield from _more(text, end, "coworker", rules)
        elif careless := CARELESS.match(text, rank.end()):
            yield from _careless(careless, "coworker", rules)
    roles = tuple(cue for cue in kind.cues if not cue.endswith("…"))
    for role in one_of(roles).finditer(text):
        if (joined := JOINED.match(text, role.end())) and (end := _name(text, joined.end(), rules)):
            yield Span(joined.end(), end, "coworker")
            yield from _more(text, end, "coworker", rules)
    said_after = tuple(role for role in roles if not role.endswith(":"))
    for role in one_of((*said_after, *kind.near)).finditer(text):
        yield from _before(text, role.start(), "coworker", rules)
    for role in one_of(tuple(cue.strip("… ") for cue in kind.cues if cue.endswith("…"))).finditer(text):
        yield from _full_name(text, role.end(), "coworker", rules)


def _held(text: str, kind: Kind, rules: Rules) -> Iterator[Span]:
    """Beside a word for somebody held (words) any name; after an act or a paper (cues) a full one."""
    for cue in one_of(kind.words).finditer(text):
        yield from _beside(text, cue.start(), cue.end(), rules)
    for cue in one_of(kind.cues).finditer(text):
        yield from _full_name(text, cue.end(), "person", rules)


def _beside(text: str, start: int, end: int, rules: Rules) -> Iterator[Span]:
    """After "detainee" or before "in custody"; a number instead of a name is worse."""
    joined = JOINED.match(text, end)
    if joined and (stop := _name(text, joined.end(), rules)):
        yield Span(joined.end(), stop, "person")
        yield from _more(text, stop, "person", rules)
    elif numbered := NUMBERED.match(text, end):
        yield Span(start, numbered.end(), "person")
    elif careless := CARELESS.match(text, end):
        yield from _careless(careless, "person", rules)
    yield from _before(text, start, "person", rules)


def _careless(found: re.Match[str], kind: str, rules: Rules) -> Iterator[Span]:
    """detainee juan perez; inmate hernandez"""
    first, second = found[1], found[2]
    if lexicon.is_given(first, rules):
        is_full = second and not lexicon.is_speech(second, rules)
        yield Span(found.start(1), found.end(2 if is_full else 1), kind)
        return
    is_followed = GOES_ON.match(found.string, found.end(1)) and not first.endswith("s")
    if kind == "person" and is_followed and not lexicon.is_speech(first, rules):
        yield Span(found.start(1), found.end(1), kind)


def _more(text: str, end: int, kind: str, rules: Rules, *, surnames: bool = True) -> Iterator[Span]:
    """Those who are named along: "Officers Hadley and Cruz"."""
    for _ in range(MOST_TOGETHER):
        joined = AND.match(text, end)
        stop = _name(text, joined.end(), rules) if joined else 0
        if not joined or not stop:
            return
        name = text[joined.end() : stop]
        if not surnames and (_is_a_thing(name, rules) or not (" " in name or lexicon.is_given(name, rules))):
            return
        yield Span(joined.end(), stop, kind)
        end = stop


def _before(text: str, place: int, kind: str, rules: Rules) -> Iterator[Span]:
    """Dana Whitfield, a deportation officer; Kathy Boyd was my supervisor; Samuel in our custody."""
    earlier = max(0, place - 80)
    found = BEFORE.search(text[earlier:place])
    if not found or _is_a_thing(found[1], rules):
        return
    if " " in found[1] or "," in found[0] or lexicon.is_given(found[1], rules):
        yield Span(earlier + found.start(1), earlier + found.end(1), kind)


def _full_name(text: str, place: int, kind: str, rules: Rules) -> Iterator[Span]:
    """Of somebody spoken of as he or she, a single one too."""
    end = _name(text, place + 1, rules) if text[place : place + 1] == " " else 0
    name = text[place + 1 : end]
    if not name or _is_a_thing(name, rules):
        return
    is_innocent = one_of(rules.kinds["coworker"].innocent).match(text, place + 1)
    if (" " in name or "-" in name or PRONOUN.match(text, end)) and not is_innocent:
        yield Span(place + 1, end, kind)
        yield from _more(text, end, kind, rules, surnames=False)


def _is_a_thing(name: str, rules: Rules) -> bool:
    """Whether a word of it is nobody's name; after a given one, surnames may be words."""
    first, *rest = name.split()
    is_thing = lexicon.is_ordinary if lexicon.is_given(first.rstrip(","), rules) else lexicon.is_speech
    return is_thing(first, rules) or any(is_thing(word, rules) for word in rest if word[:1].isupper())


def _name(text: str, place: int, rules: Rules) -> int:
    """Where a name that begins here ends; 0 where none begins."""
    if not (found := NAME.match(text, place)):
        return 0
    end, is_cut = place, False
    for word in re.finditer(r"\S+", found[0]):
        if is_cut := lexicon.is_ordinary(word[0], rules):
            break
        end = place + word.end()
    name = text[place:end].rstrip(",")
    if " " not in name and (lexicon.is_speech(name, rules) or (is_cut and not lexicon.is_given(name, rules))):
        return 0  # "Chief Technology", "Migrant Farmworker Clinic"
    return place + len(name) - (2 if name.endswith(("'s", "\u2019s")) else 0) if name else 0
