"""Offices by what they are called, and a home by its street."""

import re
from collections.abc import Iterator

from offramp.paper.care.rules import Kind, Rules, one_of
from offramp.paper.care.spans import Span

TITLE = r"[A-ZÁÉÍÓÚÑ][\w'\u2019-]{0,30}\.?"
BEFORE = re.compile(rf"(?:(?<!\w){TITLE}\s){{1,5}}$")
AFTER = re.compile(rf"\s{TITLE}(?:\s(?:(?:de|del|la|el)\s){{0,2}}{TITLE}){{0,4}}")

POINT = r"(?:[NSEW]|North|South|East|West|NE|NW|SE|SW)\.? "
KIND_OF_STREET = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Circle|Cir|Boulevard|Blvd|Way|Place|Pl|Terrace|Ter"
    r"|Trail|Trl|Parkway|Pkwy|Highway|Hwy|Loop|Square|Sq)\b\.?"
)
CALLE = r"(?:Calle|Avenida|Av\.|Camino|Paseo|Vía|Via)"
NAMED = r"(?:[A-ZÁÉÍÓÚÑ][\w'\u2019-]{0,30}|\d{1,3}(?:st|nd|rd|th))"
NUMBERED = r"(?:County|Ranch|State|Farm to Market) Road \d{1,5}|FM \d{1,5}"
STREET = re.compile(
    rf"(?<![\w-])(?:\d{{1,6}}[A-Z]? (?:{POINT})?"
    rf"(?:{NUMBERED}|{CALLE}(?: {NAMED}){{1,3}}|(?:{NAMED} ){{1,4}}?{KIND_OF_STREET})"
    rf"|{CALLE}(?: {NAMED}){{1,3}},? (?:#|No\. ?)?\d{{1,6}}|P\.? ?O\.? ?Box \d{{1,6}}"
    r"|(?:Rural Route|RR|HC) \d{1,4},? Box \d{1,6})"
)
# Typed without capitals, a street is known only at the start of a line.
CARELESS = re.compile(
    r"(?m)^\W{0,3}\d{1,5} [a-z]{2,20}(?: [a-z]{2,20})? "
    r"(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|blvd|court|ct)\b[^\n]{0,40}"
)
DOOR = r"(?:,? (?:(?:Apt|Apartment|Unit|Suite|Ste|Lot)\.? ?|#)[\w-]{1,6})?"
STATES = "Texas|Arizona|California|New Mexico|Florida|New York|Washington|Georgia|Louisiana|Illinois"
STATE = rf"(?:[A-Z]{{2}}\b|{STATES})"
TOWN = re.compile(
    rf"{DOOR}(?:,? (?:[A-Z][\w'\u2019.-]{{0,20}} ?){{1,3}},? {STATE}(?: \d{{5}}(?:-\d{{4}})?)?)?"
)
GOES_ON = re.compile(r" [A-Z]")


def find(text: str, rules: Rules) -> Iterator[Span]:
    yield from _offices(text, rules.kinds["office"])
    yield from streets(text)


def streets(text: str) -> Iterator[Span]:
    """Somebody's home, whatever the campaign."""
    yield from (Span(*street.span(), "home-address") for street in CARELESS.finditer(text))
    for street in STREET.finditer(text):
        town = TOWN.match(text, street.end())
        end = town.end() if town else street.end()
        if not GOES_ON.match(text, end):  # "5 Star Lane Closure Award" is no address
            yield Span(street.start(), end, "home-address")


def _offices(text: str, kind: Kind) -> Iterator[Span]:
    """Words are offices anywhere; a cue that ends with … comes before a name, one that begins so after it."""
    yield from (Span(*found.span(), "office") for found in one_of(kind.words).finditer(text))
    innocent = one_of(kind.innocent)
    after_a_name = tuple(cue.strip("… ") for cue in kind.cues if cue.startswith("…"))
    before_a_name = tuple(cue.strip("… ") for cue in kind.cues if cue.endswith("…"))
    for cue in one_of(after_a_name).finditer(text):
        before = BEFORE.search(text[max(0, cue.start() - 60) : cue.start()])
        if before and not innocent.search(before[0] + cue[0]):
            yield Span(cue.start() - len(_named(before[0])), cue.end(), "office")
    for cue in one_of(before_a_name).finditer(text):
        after = AFTER.match(text, cue.end())
        if after and not innocent.search(cue[0] + after[0]):
            yield Span(cue.start(), after.end() - after[0].endswith("."), "office")


def _named(words: str) -> str:
    """Without the verb that a line may begin with: "Guarded Laredo Station"."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.endswith(("ed", "ing", ".")) else words
