"""How much of a résumé made by others was read: each field that its page prints, in its own place.

A theme prints what it likes: a field of the truth counts only if its letters are on the page. Capitals,
drawings, typographic quotes and dashes, white space and a last full stop are no difference. A date must be as
precise as the page prints it. Entries are paired so that most fields agree, whatever their order.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

Resume = dict[str, Any]
Entry = dict[str, Any]
Pair = tuple[str, bool, str]

# By section: its fields, each by the name under which it is counted.
_FIELDS: dict[str, dict[str, str]] = {
    "work": {"name": "employer", "position": "title", "summary": "summary", "location": "location"},
    "education": {
        "institution": "institution",
        "studyType": "degree",
        "area": "area",
        "score": "score",
    },
    "volunteer": {"organization": "volunteer", "position": "volunteer", "summary": "volunteer"},
    "projects": {"name": "projects", "description": "projects"},
    "languages": {"language": "languages", "fluency": "languages"},
    "certificates": {"name": "certificates", "issuer": "certificates"},
    "awards": {"title": "awards", "awarder": "awards", "summary": "awards"},
    "publications": {"name": "publications", "publisher": "publications", "summary": "publications"},
    "interests": {"name": "interests"},
    "references": {"name": "references", "reference": "references"},
    "skills": {"name": "skills", "level": "skills"},
}
_LISTS = {
    "work": {"highlights": "bullets"},
    "education": {"courses": "courses"},
    "volunteer": {"highlights": "volunteer"},
    "projects": {"highlights": "projects"},
    "skills": {"keywords": "skills"},
    "interests": {"keywords": "interests"},
}
_SPANS = {"work": "dates", "education": "school dates", "volunteer": "volunteer", "projects": "projects"}
_DAYS = {"certificates": "date", "awards": "date", "publications": "releaseDate"}
CORE = ("employer", "title", "dates", "bullets", "institution", "degree", "area", "school dates")
NAMES = tuple(
    dict.fromkeys(
        [
            *CORE,
            *("name", "email", "phone", "url", "label", "about"),
            *(name for fields in _FIELDS.values() for name in fields.values()),
            "courses",
        ]
    )
)
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2019\u2018\u0060\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\u00ad": "",
        "\u200b": "",
    }
)
_TODAY = re.compile(r"\b(?:present|current|now|today|actualidad|presente)\b", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def pairs(truth: Resume, read: Resume, shown: str) -> Iterator[Pair]:
    """Yield each printed field of the truth by its name, whether it was read, and what it says."""
    page = letters(shown)
    yield from _basics(truth.get("basics") or {}, read.get("basics") or {}, page)
    for section in _FIELDS:
        told = [entry for entry in truth.get(section) or [] if isinstance(entry, dict)]
        for entry, found in _beside(section, told, read.get(section) or []):
            yield from _entry(section, entry, found, page, shown)


def letters(text: str) -> str:
    """Return the letters and figures of a text alone: however a page sets them apart."""
    return "".join(re.findall(r"[^\W_]+", text.translate(_PLAIN).casefold()))


def same(text: object) -> str:
    """Return a text as it is compared."""
    said = re.sub(r"\s*([-/])\s*", r"\1", str(text or "").translate(_PLAIN).casefold())
    said = "".join(letter for letter in said if unicodedata.category(letter) not in ("So", "Cf", "Co", "Cs"))
    return " ".join(said.replace("\ufe0f", "").split()).rstrip(".,; ")


def _basics(told: Entry, found: Entry, page: str) -> Iterator[Pair]:
    for key, name in {**dict.fromkeys(("name", "email", "url", "label")), "summary": "about"}.items():
        if _is_shown(told.get(key), page):
            yield name or key, _bare(told[key]) == _bare(found.get(key)), str(told[key])
    phone = re.sub(r"\D", "", str(told.get("phone") or ""))
    if phone and phone in page:
        yield "phone", phone == re.sub(r"\D", "", str(found.get("phone") or "")), str(told["phone"])


def _bare(text: object) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", same(text))


def _is_shown(value: object, page: str) -> bool:
    return isinstance(value, str) and bool(letters(value)) and letters(value) in page


def _entry(section: str, told: Entry, found: Entry, page: str, shown: str) -> Iterator[Pair]:
    for key, name in _FIELDS[section].items():
        if _is_shown(told.get(key), page):
            yield name, same(told[key]) == same(found.get(key)), str(told[key])
    for key, name in _LISTS.get(section, {}).items():
        read = {same(text) for text in found.get(key) or []}
        for text in told.get(key) or []:
            if _is_shown(text, page):
                yield name, same(text) in read, text
    if section in _SPANS:
        yield from _span(_SPANS[section], told, found, shown)
    if section in _DAYS and (day := told.get(_DAYS[section])) and str(day)[:4] in page:
        yield section, _is_day(str(day), str(found.get(_DAYS[section]) or ""), shown), str(day)


def _span(name: str, told: Entry, found: Entry, shown: str) -> Iterator[Pair]:
    for key in ("startDate", "endDate"):
        day, read = _day(told.get(key)), _day(found.get(key))
        if day and day[:4] in shown:
            yield name, _is_day(day, read, shown), f"{key} {day}"
        elif not day and key == "endDate" and found.get("startDate") and _TODAY.search(shown):
            yield name, not read, "no end"


def _day(value: object) -> str:
    text = str(value or "")
    return "" if text.casefold() in ("present", "current", "now") else text


def _is_day(told: str, read: str, shown: str) -> bool:
    """Tell whether a day was read as precisely as the page says it, and as no other."""
    if len(read) < 4 or not told.startswith(read[:7]):
        return False
    return len(read) > 4 or len(told) == 4 or not _has_month(told, shown.casefold())


def _has_month(told: str, shown: str) -> bool:
    year, month = told[:4], told[5:7]
    if not month.isdigit():
        return False
    name = _MONTHS[int(month) - 1]
    forms = (
        rf"\b{name}[a-z.]*[\s,/-]*(?:\d{{1,2}}[a-z]{{0,2}},?\s+)?{year}",
        rf"\b0?{int(month)}[./-](?:\d+[./-])?{year}",
        rf"{year}[./-]{month}",
    )
    return any(re.search(form, shown) for form in forms)


def _beside(section: str, told: list[Entry], found: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Yield each entry of the truth with the one read that agrees most, or with an empty one."""
    both = [(i, j) for i in range(len(told)) for j in range(len(found))]
    scores = sorted(((_score(section, told[i], found[j]), -i, -j) for i, j in both), reverse=True)
    pairs_: dict[int, int] = {}
    for score, i, j in scores:
        if score > 0 and -i not in pairs_ and -j not in pairs_.values():
            pairs_[-i] = -j
    for i, one in enumerate(told):
        yield one, found[pairs_[i]] if i in pairs_ else {}


def _score(section: str, told: Entry, found: Entry) -> int:
    agreed = sum(3 for key in _FIELDS[section] if told.get(key) and same(told[key]) == same(found.get(key)))
    for key in _LISTS.get(section, {}):
        agreed += len(set(map(same, told.get(key) or [])) & set(map(same, found.get(key) or [])))
    for key in ("startDate", "endDate", _DAYS.get(section, "")):
        agreed += 2 * bool(told.get(key) and _day(told[key])[:7] == _day(found.get(key))[:7])
    return agreed
