"""A résumé as JSON Resume 1.3 has it, checked before anybody trusts its shape."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from offramp.paper import dates
from offramp.paper.outline import BASICS, SECTIONS, Field, Form

Resume = dict[str, Any]

LONGEST_TEXT = 10_000  # characters, as a document of the desk has it
LONGEST_TITLE = 200
LONGEST_TAG = 40
MOST_TAGS = 20
MOST_ITEMS = 200
DEEPEST = 12
MOST_NODES = 20_000
PURPOSES = ("private", "federal")
LANGUAGES = ("en", "es")
PAPERS = ("letter", "a4")

IDENTITY = ("name", "email", "phone", "url", "x-email", "x-url")
PLACE = ("address", "city", "region", "postalCode", "countryCode", "x-countryCode", "x-country")
PROFILE = ("network", "username", "url", "x-url")

# What a value must look like to stand under the standard's own key; else it stands under x- and the key.
_STRICT = {
    "url": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]+"),
    "email": re.compile(r"[^\s@]+@[^\s@]+"),
    "countryCode": re.compile("[A-Za-z]{2}"),
}
_DATES = {field.key for section in SECTIONS for field in section.fields if field.form is Form.DATE}


class NotAResume(Exception):
    """This cannot be read as a résumé; the path says where, and why is an English sentence."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path or 'the whole'}: {why}")
        self.path = path
        self.why = why


class WrongShape(NotAResume):
    """Something else stands where a text, a list or an object belongs."""


class WrongDate(NotAResume):
    """A day that no calendar has, or one written in another way."""

    def __init__(self, path: str, why: str, written: str = "") -> None:
        super().__init__(path, why)
        self.written = written


class TooMuch(NotAResume):
    """More characters, items or levels than we take."""


class NotText(NotAResume):
    """Halves of characters, which no reader could show."""


def check(resume: object) -> None:
    """Whatever somebody wrote by hand or against us. Raises a kind of NotAResume."""
    check_bounds(resume)
    whole = _object(resume, "")
    _check_basics(_object_or_none(whole.get("basics"), "basics"))
    for section in SECTIONS:
        for number, entry in enumerate(_list(whole.get(section.key), section.key)):
            _check_entry(section.fields, _object(entry, f"{section.key}/{number}"), f"{section.key}/{number}")
    for key in ("x-title", "x-design"):
        if len(_text(whole.get(key), key)) > LONGEST_TITLE:
            raise TooMuch(key, f"at most {LONGEST_TITLE} characters are taken.")
    for key, allowed in (("x-purpose", PURPOSES), ("x-language", LANGUAGES), ("x-paper", PAPERS)):
        if whole.get(key) not in (None, *allowed):
            raise WrongShape(key, f"expected one of {', '.join(allowed)}.")
    for number, one in enumerate(_list(whole.get("x-sections"), "x-sections")):
        _text(_object(one, f"x-sections/{number}").get("key"), f"x-sections/{number}/key")
    check_lines(whole.get("x-unread"), "x-unread")


def check_bounds(resume: object) -> None:
    """Before anything is read: how much there is, how deep, whether all is text. Raises TooMuch, NotText."""
    for count, (path, node, depth) in enumerate(_walk(resume)):
        if count > MOST_NODES or depth > DEEPEST:
            raise TooMuch(path, "more is written here than a résumé can hold.")
        if isinstance(node, list) and len(node) > MOST_ITEMS:
            raise TooMuch(path, f"at most {MOST_ITEMS} items are taken.")
        for one in node if isinstance(node, dict) else [node] if isinstance(node, str) else []:
            _check_text(one, path)


def check_texts(node: dict[str, Any], keys: Iterable[str], path: str) -> None:
    """Each is a text or absent. Raises WrongShape."""
    for key in keys:
        _text(node.get(key), f"{path}/{key}")


def check_lines(value: object, path: str) -> None:
    """A list of texts, or nothing. Raises WrongShape."""
    for number, line in enumerate(_list(value, path)):
        if not isinstance(line, str):
            raise WrongShape(f"{path}/{number}", "expected a text in quotation marks.")


def text(entry: dict[str, Any], key: str) -> str:
    """What stands under a key, or under x- and the key where the standard was too strict for it."""
    return str(entry.get(key) or entry.get(f"x-{key}") or "")


def goes_on(entry: dict[str, Any], field: Field) -> bool:
    """Whether its end is written as "Present", as many write it; ours is empty then."""
    return field.key == "endDate" and dates.is_present(entry.get(field.key) or "")


def key_for(key: str, value: str) -> str:
    """Under which key a value may stand so that the standard's schema takes it."""
    if key in _DATES:
        return key if dates.is_date(value) else f"x-{key}"
    return key if key not in _STRICT or _STRICT[key].fullmatch(value) else f"x-{key}"


def _check_basics(basics: dict[str, Any]) -> None:
    check_texts(basics, (*IDENTITY, *(field.key for field in BASICS)), "basics")
    check_texts(_object_or_none(basics.get("location"), "basics/location"), PLACE, "basics/location")
    for number, profile in enumerate(_list(basics.get("profiles"), "basics/profiles")):
        path = f"basics/profiles/{number}"
        check_texts(_object(profile, path), PROFILE, path)


def _check_entry(fields: tuple[Field, ...], entry: dict[str, Any], path: str) -> None:
    for field in fields:
        value, where = entry.get(field.key), f"{path}/{field.key}"
        if field.form in (Form.LINES, Form.BULLETS):
            check_lines(value, where)
            continue
        written = _text(value, where)
        _text(entry.get(f"x-{field.key}"), f"{path}/x-{field.key}")
        if field.form is Form.DATE and written and not (dates.is_date(written) or goes_on(entry, field)):
            why = f"“{written[:40]}” is no date; write YYYY, YYYY-MM or YYYY-MM-DD."
            raise WrongDate(where, why, written[:40])
    _check_tags(entry.get("x-tags"), f"{path}/x-tags")
    for number, note in enumerate(_list(entry.get("x-highlights"), f"{path}/x-highlights")):
        where = f"{path}/x-highlights/{number}"
        _text(_object(note, where).get("evidence"), f"{where}/evidence")
        _check_tags(note.get("tags"), f"{where}/tags")


def _check_tags(value: object, path: str) -> None:
    check_lines(value, path)
    for number, tag in enumerate(_list(value, path)):
        if number >= MOST_TAGS or len(tag) > LONGEST_TAG:
            raise TooMuch(f"{path}/{number}", f"at most {MOST_TAGS} tags of {LONGEST_TAG} characters.")


def _text(value: object, path: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise WrongShape(path, "expected a text in quotation marks.")
    return value


def _list(value: object, path: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise WrongShape(path, "expected a list.")
    return value


def _object_or_none(value: object, path: str) -> dict[str, Any]:
    return {} if value is None else _object(value, path)


def _object(value: object, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise WrongShape(path, "expected an object in braces.")
    return value


def _check_text(text: str, path: str) -> None:
    if len(text) > LONGEST_TEXT and path != "basics/image":
        raise TooMuch(path, f"at most {LONGEST_TEXT} characters are taken.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise NotText(path, "halves of characters, which nobody can read.") from None


def _walk(root: object) -> Iterator[tuple[str, object, int]]:
    """Without recursion, as a hostile file may be a thousand levels deep."""
    waiting: list[tuple[str, object, int]] = [("", root, 0)]
    while waiting:
        path, node, depth = waiting.pop()
        yield path, node, depth
        inner: list[tuple[object, object]] = []
        if isinstance(node, dict):
            inner = list(node.items())
        elif isinstance(node, list):
            inner = list(enumerate(node))
        waiting += [(f"{path}/{step}".lstrip("/")[:200], below, depth + 1) for step, below in inner]
