"""Whom a résumé is of, taken out of all its words: what is kept at the desk names nobody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from offramp.paper import named, reached
from offramp.paper.care import numbers, places
from offramp.paper.contacts import Contact

GONE = "[…]"


class Place(IntEnum):
    """Where a text stands tells how much of it may be its owner's."""

    OTHERS = 0  # a supervisor: a number there is theirs
    INSIDE = 1  # among the jobs
    TOP = 2  # what stood above the jobs, or nobody understood: perhaps the head of a second page


_DAY = (
    r"(?:\d{1,4}[/. -]\d{1,2}[/. -]\d{2,4}|\d{1,2} (?:de )?[^\W\d_]{3,10}\.?,? (?:de )?\d{4}"
    r"|[^\W\d_]{3,10}\.? \d{1,2},? \d{4})"
)
_NUMBERED = (
    numbers.SOCIAL_SECURITY,
    re.compile(
        r"\b(?:ssn|s\.s\.n\.|social security(?: number| no\.?)?|(?:número de )?seguro social)"
        r"\s{0,2}[:#]?\s{0,2}(?:[\dxX*]{3}[- .]?[\dxX*]{2}[- .]?\d{4}|\d{4})\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:date of birth|birth ?date|d\.?o\.?b\.?|born(?: on)?|fecha de nacimiento|nacid[oa] el)"
        rf"\s{{0,2}}[:#]?\s{{0,2}}{_DAY}",
        re.IGNORECASE,
    ),
)
_LABELED = re.compile(
    r"\b(?:phone|tel|cell|mobile|teléfono|celular|móvil)\b\.?\s{0,2}:?\s{0,2}\(?\d[\d ().-]{5,16}\d",
    re.IGNORECASE,
)
_AT_THE_TOP = (
    _LABELED,
    re.compile(r"(?<![\w$,.-])[2-9]\d{9}(?![\w-])"),
    re.compile(r"(?<![\w.+'-])[A-Za-z][\w.+'-]{1,63}@[\w.-]{0,80}"),  # half of an address
    re.compile(
        r"(?<![\w.-])(?:https?://)?(?:www\.)?(?:github|gitlab)\.com/[^\s|,;)\]]{2,200}", re.IGNORECASE
    ),
)
_LABEL = re.compile(
    r"\b(?:(?:full |first |last |given |family )?name|nombre(?: completo)?|apellidos?|e-?mail|correo"
    r"(?: electrónico)?|(?:tele)?phone|tel|cell|mobile|teléfono|celular|móvil|(?:home |mailing )?address"
    r"|dirección|domicilio|linkedin|github|website|web|ssn|dob|r[eé]sum[eé](?: of)?|curriculum vitae|cv"
    r"|page|página|pg|p|of|de)\b|\d{1,2}\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(rf"{re.escape(GONE)}(?:[\s,|/•·\u2013-]*{re.escape(GONE)})+")
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True)
class Owner:
    """What is known of whoever a résumé is of, ready to be looked for."""

    parts: frozenset[str]
    written: tuple[re.Pattern[str], ...]
    lives: tuple[str, ...]


def owner(contact: Contact) -> Owner:
    parts = named.parts(contact["name"])
    lives = tuple(contact[key] for key in ("city", "region", "postalCode", "country") if contact[key])
    return Owner(parts, tuple(_written(contact, parts)), lives)


def without(text: str, owner: Owner, place: Place) -> str:
    """The text with a sign where its owner was named; a line that said nothing else is left out."""
    before = text.split("\n")
    after = [_line(line, owner, place) for line in before]
    return text if after == before else "\n".join(line for line in after if line is not None).strip()


def is_told_by(name: str, contact: Contact) -> bool:
    """Whether the name of a file may tell whose it is; where no name was found in it, nobody can say."""
    parts = named.parts(contact["name"])
    letters = re.sub(r"[\W\d_]", "", named.folded(name))
    forms = (reached.PHONE, reached.EMAIL, re.compile(r"\d{5}"), *_NUMBERED)
    return not parts or any(part in letters for part in parts) or any(form.search(name) for form in forms)


def _line(line: str, owner: Owner, place: Place) -> str | None:
    taken = bytearray(len(line))
    for start, end in _spans(line, owner, place):
        taken[start:end] = b"\x01" * (end - start)
    if place is Place.TOP and not any(taken) and _is_header(line, owner):
        return None
    if not any(taken):
        return line
    left = _SEVERAL.sub(GONE, _marked(line, taken))
    return None if _says_nothing(left, owner, place) else left


def _spans(line: str, owner: Owner, place: Place) -> Iterator[tuple[int, int]]:
    yield from named.find(line, owner.parts)
    forms = [*owner.written, *_NUMBERED]
    if place >= Place.INSIDE:
        forms += (reached.PHONE, reached.EMAIL, reached.PROFILE)
    if place is Place.TOP:
        forms += _AT_THE_TOP
        yield from ((street.start, street.end) for street in places.streets(line))
    for form in forms:
        yield from (found.span() for found in form.finditer(line))


def _marked(line: str, taken: bytearray) -> str:
    made = ""
    for number, letter in enumerate(line):
        if not taken[number]:
            made += letter
        elif not number or not taken[number - 1]:
            made += GONE
    return made


def _says_nothing(left: str, owner: Owner, place: Place) -> bool:
    """Labels, page numbers and single letters around what is gone say nothing; nor does one's own town."""
    rest = left.replace(GONE, " ")
    if place is Place.TOP:
        rest = _LABEL.sub(" ", _elsewhere(rest, owner))
    return not re.search(r"[^\W_]{2}", rest)


def _is_header(line: str, owner: Owner) -> bool:
    """A part of the name alone, with a label or a page number: "Doe, page 2"; or the town alone."""
    rest = _elsewhere(line, owner)
    words = re.findall(r"[^\W_]+", _LABEL.sub(" ", named.folded(rest)))
    return (bool(words) or rest != line) and all(word in owner.parts for word in words)


def _elsewhere(line: str, owner: Owner) -> str:
    """Without the place where the owner lives."""
    for lived in owner.lives:
        line = re.sub(rf"(?<!\w){re.escape(lived)}(?!\w)", " ", line, flags=re.IGNORECASE)
    return line


def _written(contact: Contact, parts: frozenset[str]) -> Iterator[re.Pattern[str]]:
    """Each value as it stands in the contact, however it is spaced."""
    for spot in filter(None, (contact["url"], *contact["profiles"])):
        if "." in (bare := _SCHEME.sub("", spot).rstrip("/")):
            yield _anyhow(rf"(?:https?://)?(?:www\.)?{re.escape(bare)}(?:/\S{{0,200}})?")
    figures = re.sub(r"\D", "", contact["phone"]).removeprefix("1")[:15]
    if len(figures) > 6:
        yield _anyhow(r"(?:\+?1[ .-]?)?\(?" + r"[\s().-]{0,3}".join(figures))
    if len(contact["address"]) > 5:
        yield _anyhow(r"\s{1,3}".join(map(re.escape, contact["address"].split())))
    if contact["email"]:
        yield _anyhow(re.escape(contact["email"]))
    for nickname in sorted(_nicknames(contact, parts)):
        yield _anyhow(re.escape(nickname))


def _nicknames(contact: Contact, parts: frozenset[str]) -> set[str]:
    """What somebody is called on the web, where it is no word that anybody might write."""
    ends = [contact["email"].partition("@")[0]]
    ends += [re.split(r"[/: ]", one.rstrip("/"))[-1] for one in contact["profiles"]]
    return {
        end
        for end in ends
        if 4 < len(end) < 100
        and (re.search(r"\d", end) or sum(part in named.folded(end) for part in parts) > 1)
    }


def _anyhow(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@]){form}(?!\w)", re.IGNORECASE)
