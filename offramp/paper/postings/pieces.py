"""A posting pasted as one paragraph, taken apart: headings in it, sentences, bullets, numbers and lists."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

LONG = 90  # a line of this length may hold more than one thing
LONGEST_ITEM = 9
LABEL_WORDS = 8
SHORTEST_WORD = 4
FEWEST = 2

BULLETS = re.compile(r"\s*[•●▪◦‣■♦✓✔➢|]\s*|\s+·\s+|(?<=[.;:!?)])\s+[-\u2013\u2014*]\s+")
NUMBER = re.compile(r"(?:(?<=\s)|^|(?<=[,;:.]))\(?(\d{1,2})(?:[.)]\s+|-)(?=[A-Za-zÁÉÍÓÚÑáéíóúñ])")
SENTENCE = re.compile(r"(?<=[.!?])[\"\u201d)]?\s+(?=[\"\u201c(¿¡]?[A-ZÁÉÍÓÚÑ\d])")
# A full stop after these ends nothing.
SHORTENED = re.compile(
    r"\b(?:[A-Za-z]|Ph\.D|Ed\.D|B\.[AS]c?|M\.[AS]c?|A\.[AS]|U\.S|D\.C|e\.g|i\.e|vs|Nos?|Sr|Jr|St|Dr|Mrs?|Ms"
    r"|Inc|approx|yrs?|hrs?|min|mín|máx|aprox|Lic|Ing|Col|Núm)\.[\"\u201d)]?\s*$"
)
# "Specialized Experience: …", and headings that lost their line: "Minimum Qualifications A qualified …"
LABEL = re.compile(r"([A-ZÁÉÍÓÚÑ¿][^.;:!?\n]{1,60})\s?:(?=\s|$)")
NAMED = (
    r"(?:(?:Minimum|Preferred|Required|Basic|Desired|Key|Essential|Job|Special|Additional|Other|Core) )?"
    r"(?:Qualifications|Requirements|Responsibilities|Duties|Skills|Functions|Benefits|Overview|Compensation)"
    r"|(?:Work Environment)?(?: and |/)?Physical Demands|Work Environment"
    r"|About (?:Us|You|the Role)|Requisitos|Funciones|Responsabilidades|Beneficios|Ofrecemos"
)
SHOUTED = r"(?:[A-ZÁÉÍÓÚÑ]{2,}[ /&,()-]{1,2}){1,7}[A-ZÁÉÍÓÚÑ]{3,}"
HEADED = re.compile(
    rf"(?:^|(?<=[.!?:;)\w]))\s*(?<!\w)((?:{NAMED}))(?=\s+[A-ZÁÉÍÓÚÑ•-])|(?<!\w)({SHOUTED}):?(?=\s+[A-ZÁÉÍÓÚÑ][a-zñáéíóú])"
)
# "Must have a, b and c": what follows is a list.
LEAD = re.compile(
    r"(?i)^(?:(?:you|candidates?|applicants?|the (?:ideal |successful )?candidate|selectee|incumbent)\s)?"
    r"(?:(?:must|should|will|needs? to)(?: also)? (?:have|possess|hold|bring|show|be able to)|needs?"
    r"|requires?|required|(?:requirements|qualifications) include|must-haves?|(?:we are )?looking for"
    r"|se requieren?|requerimos|buscamos|(?:debe|deberá)(?: usted)? (?:tener|contar con|saber)"
    r"|indispensable|contar con)\b:?\s"
)
# "2. Customer Service - Works with clients …"
DEFINED = re.compile(r"([A-Z][^:;.\u2013-]{2,40}) [\u2013-] [A-Z][a-z]+\b")
PLAIN_ITEM = 6
NO_LIST = re.compile(
    r"(?i)(?:knowledge|skills?|ability|experience|familiarity|proficien\w+|conocimiento|experiencia)\b"
)
BOUND = re.compile(r"^(?:and|or|y|o|e)\s+|,?\s*(?:\s(?:and|or|y|o|e))?$")
ITEM = re.compile(r",\s+(?:and\s+|or\s+|y\s+|e\s+|as well as\s+)?|\s+(?:and|y)\s+(?=[^,]{1,70}$)")


class Piece(NamedTuple):
    """One thing said; it goes on where it is another item of the list that was begun."""

    text: str
    goes_on: bool = False


def pieces(line: str) -> Iterator[Piece]:
    """What is said in it, each on its own; a heading in the run comes with its colon."""
    if len(line) <= LONG and ";" not in line and not BULLETS.search(line.strip(" •●▪◦‣■♦✓✔➢·|-")):
        yield Piece(line)
        return
    for headed in HEADED.sub(lambda found: f"\n{found[1] or found[2]}:\n", line).splitlines():
        for bullet in BULLETS.split(headed):
            for place, numbered in enumerate(_numbered(bullet)):
                yield from _sentences(numbered, goes_on=place > 0)


def items(piece: str, *, is_asking: bool) -> list[str]:
    """Of "Must have a license, a car and Spanish" three, and of short things under a heading; else itself."""
    lead = LEAD.match(piece)
    if "(" in piece:
        return [piece]
    if not lead:
        parts = [part.strip(" .") for part in ITEM.split(piece)]
        is_plain = (
            is_asking and len(parts) > FEWEST and len(parts[0].split()) > 1 and not NO_LIST.match(piece)
        )
        return parts if is_plain and all(map(_is_plain_item, parts)) else [piece]
    parts = [part.strip(" .") for part in ITEM.split(piece[lead.end() :])]
    is_list = len(parts) >= FEWEST and all(0 < len(part.split()) <= LONGEST_ITEM for part in parts)
    return [piece[: lead.end()] + parts[0], *parts[1:]] if is_list else [piece]


def _is_plain_item(part: str) -> bool:
    """A few words; of a single one in small letters, nobody can tell what it belongs to."""
    count = len(part.split())
    return 1 < count <= PLAIN_ITEM or (count == 1 and not part[0].islower())


def is_label(words: str) -> bool:
    """Few words, and most of the longer ones with a capital letter."""
    several = [word for word in words.split() if word[0].isalpha() and len(word) >= SHORTEST_WORD]
    capitals = sum(word[0].isupper() for word in several)
    return len(words.split()) <= LABEL_WORDS and capitals * 2 >= len(several)


def _numbered(text: str) -> list[str]:
    """Cut at 1, 2, 3, where they stand in order."""
    cuts, wanted = [0], 1
    for found in NUMBER.finditer(text):
        if int(found[1]) == wanted:
            cuts.append(found.start())
            wanted += 1
    if len(cuts) <= FEWEST:
        return [text]
    cut = [text[start:end].strip() for start, end in pairwise([*cuts, len(text)])]
    return [cut[0], *(BOUND.sub("", NUMBER.sub("", part, count=1)) for part in cut[1:])]


def _sentences(text: str, *, goes_on: bool) -> Iterator[Piece]:
    start = 0
    for found in SENTENCE.finditer(text):
        if not SHORTENED.search(text[max(start, found.start() - 12) : found.start()]):
            yield from _labeled(text[start : found.start()].strip(), goes_on=goes_on)
            start, goes_on = found.end(), False
    yield from _labeled(text[start:].strip(), goes_on=goes_on)


def _labeled(sentence: str, *, goes_on: bool) -> Iterator[Piece]:
    """The heading it begins with, then what it says, cut at semicolons; of a definition, what is defined."""
    if (label := LABEL.match(sentence)) and is_label(label[1]):
        yield Piece(f"{label[1].strip()}:")
        sentence = sentence[label.end() :]
    if goes_on and (defined := DEFINED.match(sentence)):
        yield Piece(defined[1], goes_on)
        return
    for place, cut in enumerate(sentence.split(";")):
        if part := BOUND.sub("", cut.strip()):
            yield Piece(part, goes_on or place > 0)
