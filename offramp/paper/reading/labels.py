"""Lines that say what they say: "Hours per week: 40". What the government asks for, and some others do."""

import re
from dataclasses import dataclass

_LABELS = {
    "x-hoursPerWeek": (
        r"(?:average )?hours(?: worked)?(?: ?(?:per|/|a) ?week)?|hrs\.?(?: ?(?:per|/) ?w(?:ee)?k)?|"
        r"horas(?: (?:por semana|semanales))?"
    ),
    "x-series": r"(?:occupational |job )?series|serie",
    "plan": r"pay plan|plan de pago",
    "x-grade": r"(?:pay )?grade(?: level)?|gs level|grado",
    "x-salary": (
        r"(?:starting |ending |final |annual |base |current |gross )?(?:salary|pay|salario|sueldo)(?: anual)?"
    ),
    "x-supervisor": (
        r"(?:immediate |direct |first.line )?supervisor(?:'s)?(?: name)?(?: (?:and|&) phone)?|"
        r"nombre del supervisor"
    ),
    "phone": r"supervisor(?:'s)? (?:phone|telephone)(?: number)?",
    "x-mayContact": (
        r"(?:is it )?(?:okay|ok) to contact(?: this)?(?: supervisor| employer)?|"
        r"(?:may|can) (?:we |i )?contact(?: this| the)?(?: supervisor| employer)?|"
        r"permission to contact(?: supervisor)?|contact supervisor|"
        r"(?:se )?puede contactar(?: al supervisor)?"
    ),
    "name": r"employer(?:'s)?(?: name)?|agency|company|organization name|empleador|empresa|agencia|patrono",
    "position": r"(?:official |position |job )?title|position|puesto|cargo|job",
    "dates": (
        r"dates?(?: employed| of employment| worked)?|employment dates|period|fechas?(?: de empleo)?|"
        r"periodo|from"
    ),
    "location": r"location|duty (?:station|location)|work location|ubicaci[oó]n|lugar|address|direcci[oó]n",
    "x-clearance": (
        r"(?:active |current )?(?:security )?clearance(?: level)?|autorizaci[oó]n de seguridad|"
        r"background investigation"
    ),
    "x-citizenship": r"(?:country of )?citizenship|ciudadan[ií]a|nacionalidad",
    "x-veteransPreference": r"veterans?['\u2019]?s?['\u2019]? preference|preferencia de veteranos?",
    "email": r"e-?mail(?: address)?|correo(?: electr[oó]nico)?",
    "tel": (
        r"(?:tele)?phone(?: number)?|tel\.?|cell(?:ular)?|mobile|home|m[oó]vil|tel[eé]fono|celular|"
        r"office phone|work phone"
    ),
    "url": r"website|web|linkedin|portfolio|sitio web",
}
_ANY = "|".join(f"(?P<k{number}>{form})" for number, form in enumerate(_LABELS.values()))
_FOUND = re.compile(rf"(?:^|(?<=[\s|;,(\u2022\u00b7]))(?:{_ANY})\s*[:#]\s*", re.IGNORECASE)
_KEYS = tuple(_LABELS)
_HOURS = re.compile(
    r"(?P<n>\d{1,3}(?:\.\d)?\+?)\s*(?:hours?|hrs?\.?|horas)\s*(?:per|/|a|each|por|a la)?\s*(?:week|wk|"
    r"semana(?:les)?)\.?|"
    r"\bfull[- ]?time,? (?P<f>\d\d) hours",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"\b(?P<plan>GS|GL|GG|SV|WG|FV|SES|NF|AD)[- ]?(?:(?P<series>\d{4})[-/ "
    r"])?(?P<grade>\d{1,2})(?:[/-]\d{1,2})?\b"
)
_CONTACT = re.compile(
    r"(?:\bmay (?:not )?be contacted|\bdo not contact|\bcontact me first|\bmay contact|\bplease do "
    r"not contact)\b[^;|]*",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?:\$\s?\d[\d,.]*k?|\bUSD\s?\d[\d,.]*|\b\d{2,3},\d{3}(?:\.\d\d)?\s*USD)(?:\s*(?:/|per|"
    r"a)\s*(?:year|yr|hour|hr|annum|month)|\s*(?:annually|hourly|USD per year|por año|anuales))?",
    re.IGNORECASE,
)
_TRIMMED = " ,;|\u2022\u00b7\t"


_LONGEST = 500


@dataclass(frozen=True)
class Labelled:
    """One thing said under a label, and the words of the label."""

    key: str
    value: str
    label: str


def read(text: str) -> tuple[list[Labelled], str]:
    """Return what a line says under labels, and what stands before the first of them."""
    if len(text) > _LONGEST:
        return [], text
    matches = list(_FOUND.finditer(text))
    said: list[Labelled] = []
    for at, match in enumerate(matches):
        end = matches[at + 1].start() if at + 1 < len(matches) else len(text)
        key = _KEYS[next(int(name[1:]) for name, told in match.groupdict().items() if told)]
        said.append(Labelled(key, text[match.end() : end].strip(_TRIMMED), text[match.start() : match.end()]))
    return said, (text[: matches[0].start()] if matches else text).strip(_TRIMMED)


def without_label(text: str) -> tuple[dict[str, str], str]:
    """Return hours, grade, series and pay said without a label, and the rest: "GS-1801-12, 40 hours/week"."""
    found: dict[str, str] = {}
    if len(text) > _LONGEST:
        return found, text
    if hours := _HOURS.search(text):
        found["x-hoursPerWeek"] = hours["n"] or hours["f"]
        text = text.replace(hours[0], " ", 1)
    if grade := _GRADE.search(text):
        found["x-grade"] = f"{grade['plan']}-{grade['grade']}"
        if grade["series"]:
            found["x-series"] = grade["series"]
        text = text.replace(grade[0], " ", 1)
    if amount := _AMOUNT.fullmatch(text.strip(_TRIMMED + "()")):
        found["x-salary"] = amount[0]
        text = ""
    return found, re.sub(r"\(\s*\)|\s+,|^[\s,;|/-]+|[\s,;|/-]+$", "", text).strip()


def unit_of_hours(text: str) -> str:
    """Return what stands around the number of hours a week: "hours/week"."""
    hours = _HOURS.search(text) if len(text) <= _LONGEST else None
    return hours[0].replace(hours["n"] or hours["f"], "", 1) if hours else ""


def parted_contact(supervisor: str) -> tuple[str, str]:
    """Return a supervisor, and whether they may be asked where that is said behind."""
    found = _CONTACT.search(supervisor)
    if not found:
        return supervisor, ""
    rest = (supervisor[: found.start()] + supervisor[found.end() :]).strip(_TRIMMED + "-().")
    return rest, found[0].strip(" ).")


def begins(text: str) -> bool:
    """Tell whether a line begins with a label."""
    found = _FOUND.match(text)
    return bool(found)
