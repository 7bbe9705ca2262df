"""Where somebody lives: a street written in English or Spanish, a town, and both on lines of their own."""

import re

from offramp.paper.reading import days, places
from offramp.paper.reading.nouns import title_strength

_LABEL = re.compile(
    r"^(?:(?:home |mailing |street |permanent |current )?address|direcci[oó]n(?: postal)?|domicilio|"
    r"residencia)\s*:\s*",
    re.IGNORECASE,
)
_WAY = (
    r"(?:calle|c/|avenida|avda?\.|ave?\.|camino|paseo|calzada|carretera|carr\.|bulevar|boulevard|blvd\.?|"
    r"urb\.|urbanizaci[oó]n|colonia|col\.|barrio|bo\.|privada|callej[oó]n|v[ií]a|ruta|residencial|edificio|"
    r"edif\.|condominio|cond\.|p\.?\s?o\.? box|apartado|highway|hwy|county road|route|rural route|rr|lote)"
)
_UNIT = (
    r"(?:#\s?\w+|(?:[Aa]pt|[Aa]pto|APT|[Aa]partment|[Aa]partamento|[Uu]nit|[Ss]te|[Ss]uite|[Dd]epto|"
    r"[Ii]nt|[Nn][oú]m|[Ll]ot)\b\.?\s?#?\s?\w+)"
)
_ONLY_UNIT = re.compile(_UNIT)
# Words in small letters are only those that stand in names of streets; none is taken in part.
_NUMBERED = re.compile(
    r"\d{1,6}(?:-?[A-Z])?\s+(?:(?:de|del|la|las|los|el|of|the|y|"
    r"(?:[A-ZÁÉÍÓÚÑ]|\d+(?:st|nd|rd|th)\b)[\w.'\u2019-]*+)"
    rf"(?:,?\s+|,?$)){{2,7}}(?:{_UNIT})?"
)
_NAMED = re.compile(rf"(?:\d+\s+)?{_WAY}\s[^|]*\d.*", re.IGNORECASE)
_CODED = re.compile(r"(?:\d[^|]*|[^|\d]*)[^\W\d_],?\s+[A-Z]{2}\s+\d{5}(?:-\d{4})?")
_CODE = re.compile(r"\b[A-Z]{2},?\s+\d{5}\b")
_NO_STREET = re.compile(
    r"\b(?:years?|yrs?|años?|months?|meses|hours?|hrs|horas|agents?|people|percent)\b", re.IGNORECASE
)
_PARTED = re.compile(
    r"^(?:(?P<address>.*?\d.*?|P\.?O\.? Box.*?),\s*)?(?P<city>[^,\d]+)(?:,\s*(?P<region>[^,\d]+?))?"
    r"(?:\s+(?P<code>\d{5}(?:-\d{4})?))?(?:,\s*(?P<country>[^,\d]+))?$"
)
_KEYS = {key: key for key in ("address", "city", "region")} | {"code": "postalCode", "country": "x-country"}
_LONGEST = 150
_SHORTEST_CITY = 3
Location = dict[str, str]


def taken(text: str, location: Location) -> tuple[Location, str]:
    """Return where a text of the head says somebody lives, added to what is known, and its label.

    The same location if it says nothing, or something else than is known.
    """
    label = _LABEL.match(text.strip())
    said = (text.strip()[label.end() :] if label else text).strip(" .,;|")
    if len(said) > _LONGEST or not (label or is_one(said)):
        return location, ""
    if _ONLY_UNIT.fullmatch(said) and "address" in location:
        return location | {"address": f"{location['address']}, {said}"}, ""
    told = parted(said)
    if not told or set(told) & set(location):
        return location, ""
    return location | told, label[0].strip() if label else ""


def is_one(text: str) -> bool:
    """Tell whether a line in the head of a page is an address, or a part of one."""
    if places.is_place(text) or _is_city(text):
        return True
    if days.spans(text) and not _CODED.fullmatch(text):
        return False
    if _NO_STREET.search(text) or (title_strength(text) == 3 and "," not in text and "#" not in text):
        return False
    return any(form.fullmatch(text) for form in (_NUMBERED, _NAMED, _CODED, _ONLY_UNIT))


def has_one(text: str) -> bool:
    """Tell whether a line is an address or holds one among other words."""
    return is_one(text) or bool(_CODE.search(text))


def parted(text: str) -> Location:
    """Return an address in its fields."""
    said = re.sub(r"(?<=[^\W\d_]) ([A-Z]{2})((?: \d{5}(?:-\d{4})?)?)$", r", \1\2", text.strip(" .,"))
    found = _PARTED.match(said)
    if not found or len(found["city"]) < _SHORTEST_CITY:
        return {"address": text}
    return {key: found[group].strip() for group, key in _KEYS.items() if found[group]}


def _is_city(text: str) -> bool:
    city, comma, region = text.partition(",")
    return bool(comma) and places.is_place(f"{city.strip()}, {region.strip()}")
