"""Where: a city with its state or country, and where it ends a line."""

import re

from offramp.paper import postal

_STATES = [
    "AL",
    "AK",
    "AZ",
    "AR",
    "CA",
    "CO",
    "CT",
    "DE",
    "FL",
    "GA",
    "HI",
    "ID",
    "IL",
    "IN",
    "IA",
    "KS",
    "KY",
    "LA",
    "ME",
    "MD",
    "MA",
    "MI",
    "MN",
    "MS",
    "MO",
    "MT",
    "NE",
    "NV",
    "NH",
    "NJ",
    "NM",
    "NY",
    "NC",
    "ND",
    "OH",
    "OK",
    "OR",
    "PA",
    "RI",
    "SC",
    "SD",
    "TN",
    "TX",
    "UT",
    "VT",
    "VA",
    "WA",
    "WV",
    "WI",
    "WY",
    "DC",
    "PR",
    "GU",
    "VI",
    "AS",
    "MP",
    "AE",
    "AP",
]
_NAMES = (
    rf"{postal.STATES}|District of Columbia|Guam|Nuevo México|Nueva York|Nueva Jersey|"
    "Carolina del Norte|Carolina del Sur|Luisiana|Tejas"
)
_COUNTRIES = (
    "United States(?: of America)?|USA|U\\.S\\.A?\\.?|US|Estados Unidos|EE\\.? ?UU\\.?|Mexico|México|"
    "Canada|Canadá|Guatemala|"
    "Honduras|El Salvador|Nicaragua|Costa Rica|Panama|Panamá|Cuba|Colombia|Venezuela|Peru|Perú|Ecuador|Chile|"
    "Argentina|Brazil|Brasil|Spain|España|United Kingdom|UK|England|Ireland|France|Germany|Italy|"
    "Türkiye|Turkey|"
    "India|China|Japan|Korea|South Korea|Philippines|Iraq|Afghanistan|Kuwait|Jordan|Israel|Egypt|"
    "Kenya|Australia|"
    "República Dominicana|Dominican Republic|Switzerland|Netherlands|Sweden|Singapore"
)
# Each word is taken whole and never given back in part: a row of hyphens would be tried in every way.
_CITY = r"(?:[A-ZÁÉÍÓÚÑ][\w'\u2019.-]*+)(?: (?:de|del|la|las|los|of|the|[A-ZÁÉÍÓÚÑ0-9][\w'\u2019.-]*+)){0,4}"
_REGION = rf"(?:{'|'.join(_STATES)}|D\.C\.?|{_NAMES}|{_COUNTRIES})"
_AFTER = rf"(?:\s+\d{{5}}(?:-\d{{4}})?)?(?:,?\s+(?:{_COUNTRIES})\.?)?"
_AWAY = r"(?:Remote|Remoto|Telework|Teletrabajo|Hybrid|Nationwide|Worldwide)(?:\s*\([^)]*\))?"
# Towns that everybody knows need no state beside them.
_TOWNS = (
    "New York(?: City)?|NYC|Los Angeles|Chicago|Houston|Phoenix|Philadelphia|San Antonio|San Diego|Dallas|"
    "San Jose|Austin|Fort Worth|San Francisco|Seattle|Denver|Boston|El Paso|Detroit|Nashville|Portland|"
    "Las Vegas|Baltimore|Albuquerque|Tucson|Sacramento|Atlanta|Miami|Minneapolis|New Orleans|San Juan|"
    "London|Paris|Berlin|Madrid|Barcelona|Toronto|Vancouver|Montreal|Mexico City|Ciudad de México|Bogotá|"
    "Lima|Buenos Aires|Tijuana|Guadalajara|Monterrey|Dublin|Amsterdam|Munich|Tokyo|Sydney|Melbourne|Mumbai"
)
# Without a comma between: two letters that are no number, no rank and no degree either.
_CODES = "|".join(state for state in _STATES if state not in ("VI", "AS", "AP", "AE", "MP", "MA", "PA"))
_SHORT = rf"[A-Z][a-z][\w'.-]*+(?: [A-Z][a-z][\w'.-]*+){{0,2}} (?:{_CODES})(?: \d{{5}})?"
_WHOLE = re.compile(
    rf"(?:{_CITY},\s*{_REGION}{_AFTER}(?:\s*\((?:Remote|Hybrid|Remoto)\))?|{_AWAY}|{_NAMES}|{_COUNTRIES}"
    rf"|{_TOWNS}|{_SHORT}|{_CITY}(?:,\s*{_CITY})?,\s*(?:{_NAMES}|{_COUNTRIES})"
    rf"|{_CITY}\s+(?:Area|Metropolitan Area))"
)
_STREET = re.compile(
    rf"(?:P\.?\s?O\.? Box|\d+[\w-]*)\s[^|•·]{{2,60}},?\s+{_CITY},\s*{_REGION}{_AFTER}|"
    rf"\d+\s+(?:[NSEW]\.?\s+)?[\w .']{{2,40}}\b(?:{postal.KINDS_OF_STREET}|Calle|Avenida)\b\.?"
    r"(?:,?\s+(?:N\.?W|S\.?E|N\.?E|S\.?W)\.?)?(?:,.{0,60})?",
)
_END = re.compile(
    rf"(?:\s*[,|•·]\s*|\s+[-\u2013\u2014]\s+|\s*\(\s*|\s+in\s+|\s{{2,}})"
    rf"(?P<place>{_CITY},\s*{_REGION}{_AFTER}|{_AWAY}|(?<=, ){_SHORT})\)?\s*$"
)


_INSTITUTION = re.compile(
    r"\w+ \w*(?:University|College|Academy|Institute|School|Department|Office|Services|Universidad|"
    r"Colegio)\b|"
    r"^(?:University|Universidad|Department|Office|School) (?:of|at|de)\b"
)


_LONGEST = 150


def is_place(text: str) -> bool:
    """Tell whether a text is a place and nothing else."""
    said = text.strip(" .;|")
    if len(said) > _LONGEST:
        return False
    return bool(_WHOLE.fullmatch(said) and not _INSTITUTION.search(said)) or is_street(text)


def is_street(text: str) -> bool:
    """Tell whether a text is an address with a street."""
    return len(text) <= _LONGEST and bool(_STREET.fullmatch(text.strip(" .;|")))


def parted(text: str) -> tuple[str, str]:
    """Return a text without the place at its end, and that place."""
    found = _END.search(text) if len(text) <= 2 * _LONGEST else None
    if not found or not text[: found.start()].strip() or _INSTITUTION.search(found["place"]):
        return text, ""
    return text[: found.start()].rstrip(" ,|-\u2013\u2014("), found["place"].strip()
