"""Where somebody lives, how to reach them, what they drive, where their children are by day."""

import re

from offramp.paper import postal, reached
from offramp.paper.care import places

# A number that nobody pays for is a hotline's.
_FREE = r"8(?:00|33|44|55|66|77|88)"
_TOLL_FREE = re.compile(rf"\D{{0,3}}(?:\+?1\D{{0,2}})?{_FREE}(?!\d)")
_NUMBER = re.compile(
    r"\b(?:call|text|cell|mobile|phone|telephone|tel|number|whatsapp|llam\w{1,8}|marqu\w{1,6}|numero|telefono"
    r"|celular)\b(?:\W{1,3}[a-z]{1,8}\b){0,3}"
    rf"\W{{1,4}}(?!{_FREE})\d{{3}}[ .)-]{{0,2}}\d{{3}}[ .-]?\d{{4}}\b"
)
_SPELLED = re.compile(
    r"[\w.+-]{1,64}(?: ?[(\[{] ?(?:at|arroba) ?[)\]}] ?| arroba )[\w-]{1,63}"
    r"(?:\.| ?[(\[{] ?(?:dot|punto) ?[)\]}] ?| (?:dot|punto) )[a-z]{2,12}\b"
    r"|[\w.+-]{2,64} at [\w-]{2,63} dot (?:com|net|org|edu|gov|mx|us|info|me)\b"
)
_STREET = rf"(?:{postal.KINDS_OF_STREET})\b"
_CALLE = (
    r"(?:[Cc]alle|[Aa]venida|[Aa]v\.|[Cc]olonia|[Ff]raccionamiento|[Cc]amino|[Pp]rivada|[Bb]arrio|[Pp]aseo"
    r"|[Bb]oulevard|[Cc]alzada)"
)
_HOME = re.compile(
    r"\b(?:[Ll]ives?|[Hh]ouse|[Hh]ome) (?:is )?(?:at|on) "
    rf"(?:the (?:corner|end) of|\d|[A-Z]\w{{1,30}} {_STREET})"
    rf"|\b[Vv]iven? en (?:la |el )?{_CALLE} (?:de )?(?:la |los |las |el )?[A-Z\d]"
    rf"|\b{_CALLE}(?: (?:de|del|la|los|las|[A-Z]\w{{1,30}})){{1,5}},? (?:#|[Nn]o\. ?|[Nn]umero )?\d{{1,5}}\b"
)
_ADDRESS = re.compile(
    r"\b(?:(?:his|her|their|your) (?:home )?address|home address|direccion de su casa"
    r"|su (?:direccion|domicilio)) (?:is|es)\b"
    r"|\b\d{2,5} (?!hour|minute|mile|day|year|foot|week)(?:[nsew]\.? )?[a-z]{3,20} "
    r"(?:street|avenue|ave|drive|lane|boulevard|blvd)\b"
)
# Letters and figures both: "my plate is full" has none.
_PLATE = re.compile(
    r"\b(?:[Pp]lates?|[Pp]lacas?|[Mm]atricula|[Tt]ags?)(?: (?:number|is|no\.|numero|son|reads?|es)){0,2}:? #?"
    r"(?=[A-Z\d -]{0,9}\d)(?=[\d -]{0,9}[A-Z])[A-Z\d]{1,4}(?:[ -]?[A-Z\d]{1,4}){1,3}\b"
)
_CHILD = (
    r"\b(?:[Kk]ids?|[Cc]hild(?:ren)?|[Ss]ons?|[Dd]aughters?|[Bb]oys?|[Gg]irls?|[Hh]ij[oa]s?|[Nn]in[oa]s?"
    r"|[Nn]iet[oa]s?)\b"
)
_SCHOOL = re.compile(
    rf"{_CHILD}[^.!?\n]{{0,60}}?\b(?:to|at|attends?|(?<!graduated )from|a|en|de)(?: (?:the|el|la))? "
    r"(?:(?:[A-Z][\w.']{0,20} ){1,4}"
    r"(?:Elementary|Middle|High|Academy|School|Preschool|Kindergarten|Daycare)\b"
    r"|(?i:(?:escuela|primaria|secundaria|colegio|kinder|guarderia|preparatoria|prepa) ){1,2}[A-Z])"
)
_WORKPLACE = re.compile(
    r"\b(?<![Mm]y )(?:wife|husband|mother|father|esposa|esposo|mujer|marido) (?:works (?:at|for)|trabaja en)"
    r" (?:the |el |la )?[A-Z]"
)
_WRITTEN = (places.STREET, places.CARELESS, _HOME, _PLATE, _SCHOOL, _WORKPLACE)


def are_in(seen: str, folded: str) -> bool:
    """A name alone is none: people sign what they write, and letters speak of officials."""
    return (
        any(not _is_for_all(seen, found) for found in reached.PHONE.finditer(seen))
        or any(not reached.is_shared(seen, found.start()) for found in reached.EMAIL.finditer(seen))
        or any(
            form.search(seen) for form in (places.STREET, places.CARELESS, _HOME, _PLATE, _SCHOOL, _WORKPLACE)
        )
        or any(form.search(folded) for form in (_NUMBER, _SPELLED, _ADDRESS))
    )


def without_addresses(folded: str) -> str:
    """The text without e-mail addresses, which are no links."""
    return _SPELLED.sub(" ", reached.EMAIL.sub(" ", folded))


def _is_for_all(seen: str, found: re.Match[str]) -> bool:
    return bool(_TOLL_FREE.match(found[0])) or reached.is_shared(seen, found.start())
