"""What one line of education says: a school, a degree, a place, when, how well, and which courses."""

import re

from offramp.paper.reading import days, nouns, places, reaching
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

_JOINT = re.compile(r"\s*[|\u2022\u00b7\u2502]\s*|\s+[-\u2013\u2014]+\s+|\s*\u2014\s*")
_SCORE = re.compile(
    r"(?:cumulative |overall |final )?(?:c?g\.?p\.?a\.?|promedio|score|grades?|nota)\s*:?\s*"
    r"(?P<score>\d[\d.,]*(?:(?:\s*/\s*| (?:out )?of (?:a (?:possible |maximum ))?| de (?:un m[aá]ximo de )?)"
    r"\d[\d.]*)?%?)|(?P<behind>\d[\d.,]*(?:\s*/\s*[\d.]+)?)\s*g\.?p\.?a\b\.?",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"(?:major|area|field of study|specialization|concentration|especialidad|carrera)\s*:\s*(?P<area>[^|;]+)",
    re.IGNORECASE,
)
_MINOR = re.compile(r"[\s,;|]+(?=minor\s*:)", re.IGNORECASE)
_COURSES = re.compile(
    r"(?:relevant |related |selected )?(?:courses?(?:work)?|cursos|materias)(?: "
    r"relevantes)?\s*:\s*(?P<courses>.+)",
    re.IGNORECASE,
)
_GRADUATED = re.compile(
    r"\(?\s*\b(?:expected|graduated|graduation|graduation date|anticipated|conferred|completed|"
    r"(?<!\w )degree|date|class of|graduada?|egresad[oa]|generaci[oó]n)\s*:?\s*(?:in|on|en)?\s*$",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"high school diploma|\bg\.?e\.?d\b|\b(?:bachelor|master|associate|doctor|juris|licenciatura|"
    r"bachillerato|diploma|certificate|certificado|maestr[ií]a)",
    re.IGNORECASE,
)
_SCHOOL_THEN_PLACE = re.compile(
    r"^(?P<school>.*\b(?:University|College|School|Institute|Academy|Tech|Universidad|"
    r"Colegio))\s+(?P<place>[A-Z].*)$"
)


def facts(line: Line, kept: Kept) -> list[tuple[str, str]]:
    """Return what a line says, in order."""
    told: list[tuple[str, str]] = []
    for part in line.parts:
        text = part
        if courses := _COURSES.fullmatch(part):
            kept.turn(part.removesuffix(courses["courses"]))
            told.append(("courses", courses["courses"]))
            continue
        for span in reversed(days.spans(part)):
            before = _GRADUATED.search(text[: span.start])
            start = before.start() if before else span.start
            told.append(("dates", f"{_bounds(span)}\0{text[start : span.end] if span.is_whole else ''}"))
            text = f"{text[:start].rstrip(' (,·|')} {text[span.end :].lstrip(' )')}"
        text = _without_labelled(text, told, kept).strip(" ,;|()-\u2013\u2014\u00b7\u2022")
        if not line.item or _kind(text) != "other":
            told += _named(text)
        elif text:
            told.append(("item", text))
    return told


def _without_labelled(text: str, told: list[tuple[str, str]], kept: Kept) -> str:
    """Take score, subject and courses out of a text, where a label says so."""
    for form, kind in ((_SCORE, "score"), (_AREA, "area"), (_COURSES, "courses")):
        if found := form.search(text):
            said = found[kind] or found["behind"]
            kept.turn(found[0].replace(said, " "))
            told.append((kind, _MINOR.sub(", ", said.strip())))
            text = text[: found.start()] + " " + text[found.end() :]
    return text


def _bounds(span: days.Span) -> str:
    if span.is_alone:
        return f"\0{span.first}"
    return f"{span.first}\0{'' if span.is_open else span.last}"


def _named(text: str) -> list[tuple[str, str]]:
    """Return schools, degrees and places in a text without dates."""
    if not text:
        return []
    facts: list[tuple[str, str]] = []
    pieces = [piece for piece in _JOINT.split(text) if piece.strip()]
    for piece in pieces:
        rest = piece.strip(" ,;")
        if reaching.is_address(rest):
            facts.append(("url", rest))
            continue
        if places.is_place(rest):
            facts.append(("x-location", rest))
            continue
        rest, place = places.parted(rest)
        if not place and (found := _SCHOOL_THEN_PLACE.match(rest)) and places.is_place(found["place"]):
            rest, place = found["school"], found["place"]
        facts += _by_commas(rest)
        if place:
            facts.append(("x-location", place))
    return facts


def _by_commas(text: str) -> list[tuple[str, str]]:
    facts: list[tuple[str, str]] = []
    for piece in (part.strip() for part in text.split(",")):
        if not piece:
            continue
        kind = _kind(piece)
        if kind == "other" and facts and facts[-1][0] == "institution":
            facts.append(("more", piece))
        elif kind == "other" and facts:
            # It tells more of what stands before it: a subject of a degree.
            facts[-1] = (facts[-1][0], f"{facts[-1][1]}, {piece}")
        else:
            facts.append((kind, piece))
    return facts


def _kind(piece: str) -> str:
    degree = nouns.degree(piece)
    if nouns.is_school(piece) and not _SURE.search(piece):
        return "institution"
    if degree and (degree.start() < 12 or _SURE.search(piece)):
        return "degree"
    return "institution" if nouns.is_school(piece) else "other"
