"""A home, by its street or its town."""

import re
from collections.abc import Iterator

from offramp.paper import postal
from offramp.paper.care.spans import Span

POINT = r"(?:[NSEW]|North|South|East|West|NE|NW|SE|SW|N\.E|N\.W|S\.E|S\.W)\.? "
KIND_OF_STREET = (
    rf"(?i:{postal.KINDS_OF_STREET}|Av|Trail|Trl|Loop|Square|Sq|Pike|Turnpike|Tpke|Row|Path|Alley|Crossing|Xing|Cove"
    r"|Bend|Run|Plz|Walk|Expressway|Freeway|Fwy)\b\.?"
)
CALLE = (
    r"(?:[Cc]alle|[Aa]venida|[Aa]v\.|[Aa]vda\.|[Cc]amino|[Pp]aseo|Vía|Via|[Cc]alzada|[Bb]ulevar|[Pp]rivada"
    r"|[Cc]allejón|[Cc]arrera)"
)
NAMED = r"(?:[A-ZÁÉÍÓÚÑ][\w'\u2019-]{0,30}|\d{1,3}(?i:st|nd|rd|th))"
LINKED = rf"(?:(?:de|del|la|las|los|el) ){{0,2}}{NAMED}"
NUMBERED = (
    r"(?:(?:County|Co\.?|Ranch|State|Farm(?: to Market)?|Rural|Old|US|U\.S\.) )?"
    r"(?i:Road|Rd|Route|Rte|Highway|Hwy)\.? \d{1,5}"
    r"|(?:FM|CR|SR|RM|US|TX|AZ)[ -]\d{1,5}|Mile \d{1,2}(?: [NSEW])?(?: Road| Rd)?"
)
STREET = re.compile(
    rf"(?<![\w-])(?:\d{{1,6}}(?:-\d{{1,4}})?(?: ?1/2)?[A-Z]? (?:{POINT})?"
    rf"(?:{NUMBERED}|{CALLE}(?: {LINKED}){{1,3}}"
    rf"|(?:{NAMED} ){{1,4}}?{KIND_OF_STREET}(?: (?:NE|NW|SE|SW|[NSEW])\b)?)"
    rf"|{CALLE}(?: {LINKED}){{1,3}},? (?:#|[Nn]o\. ?|[Nn]úm\. ?|[Nn]úmero )?\d{{1,6}}"
    r"|P\.? ?O\.? ?(?i:Box) \d{1,6}|(?i:Rural Route|RR|HC) \d{1,4},? (?i:Box) \d{1,6}"
    r"|(?i:Apartado(?: Postal)?) \d{1,6})"
)
# Of a town with its state or ZIP code, any street is one: "6027 Bandera Oak, San Antonio, Texas 78238".
STATE = rf"(?:[A-Z]{{2}}\b|(?:{postal.STATES}|{postal.STATES.upper()})\b)"
CITY = r"(?:,? (?:[A-Z][\w'\u2019.-]{0,20} ?){1,3},? "
ROOM = r"(?i:Apt|Apartment|Unit|Suite|Ste|Lot|Space|Spc|Bldg|Depto|Int|Floor|Fl)\b\.?"
DOOR = rf"(?:,? (?:{ROOM} ?|#) ?[\w-]{{1,6}}){{0,2}}"
TOWN = re.compile(rf"{DOOR}{CITY}{STATE}(?: \d{{5}}(?:-\d{{4}})?)?)?")
# The rest of the line, up to a ZIP code that is near.
REST = re.compile(r"[,.][^\n;()]{0,60}?\b[A-Z]{2},? \d{5}(?:-\d{4})?(?!\d)")
ANY_STREET = re.compile(
    rf"(?<![\w-])(?:\d{{1,6}}[A-Z]?|{ROOM} #?[\w-]{{1,5}},) (?:{NAMED} ){{0,3}}?{NAMED}{DOOR}"
    rf"(?:, (?:[A-Z][\w'\u2019.-]{{0,20}} ?){{1,3}},? "
    rf"(?:[A-Z]{{2}}|{postal.STATES}) \d{{5}}(?:-\d{{4}})?(?!\d))"
)
POINTED = re.compile(rf"(?<![\w-])\d{{2,6}} [NSEW]\. {NAMED}(?: {NAMED})?{DOOR}")
# And after "I live at", any number with a name, or a street without capitals.
AT_HOME = re.compile(
    r"(?i:\b(?:liv(?:e|es|ed|ing)|resid(?:e|es|ed|ing|ence)|home(?: is)?|address|vivo|domicilio"
    r"|dirección|casa|residencia|rent(?:ing)?|mailing|found at|(?:house|apartment|staying) at|moved to)"
    r"(?: address| of record)?(?: is| es)?(?::| at| en)? {1,2})"
    rf"(\d{{1,6}}[A-Z]? (?:{POINT})?(?:{NAMED} ){{0,3}}?{NAMED}"
    r"|\d{1,6} [a-z]{2,20}(?: [a-z]{2,20})? "
    r"(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|blvd|court|ct|way|place|pl|circle|trail)\b)"
)
# Typed without capitals, a street is known only at the start of a line.
CARELESS = re.compile(
    r"(?m)^\W{0,3}\d{1,5} (?:[nsew]\.? )?[a-z\d]{2,20}(?: [a-z]{2,20})? "
    r"(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|blvd|court|ct)\b[^\n]{0,40}"
)
# "5 Star Lane Closure Award", "4 Color Press Way of working" and "12 Monkeys Lane, escape room" are none.
GOES_ON = re.compile(
    r" [A-Z]"
    r"| (?!(?:in|and|with|near|since|until|from|but|or|is|was|where|when|for|at|on|y|en|desde|apt)\b)[a-z]"
    r"|, (?:an? )?(?!(?:apt|unit|where|with|and|near|since|in)\b)[a-z]"
)


def find(text: str) -> Iterator[Span]:
    yield from streets(text)
    yield from (Span(*street.span(), "home-address") for street in ANY_STREET.finditer(text))
    yield from (Span(*street.span(), "home-address") for street in POINTED.finditer(text))
    for street in AT_HOME.finditer(text):
        yield Span(street.start(1), _end(text, street.end()), "home-address")


def streets(text: str) -> Iterator[Span]:
    """Somebody's home, whatever the campaign."""
    yield from (Span(*street.span(), "home-address") for street in CARELESS.finditer(text))
    for street in STREET.finditer(text):
        end = _end(text, street.end())
        if end > street.end() or not GOES_ON.match(text, end):
            yield Span(street.start(), end, "home-address")


def _end(text: str, end: int) -> int:
    """With its town, as far as it is written."""
    town = TOWN.match(text, end)
    rest = REST.match(text, end)
    return max(end, town.end() if town else end, rest.end() if rest else end)
