"""What a résumé says in places we do not have, as lines: kept and shown, never dropped."""

from collections.abc import Collection, Iterator
from typing import Any

from offramp.paper import resumes
from offramp.paper.outline import BASICS, SECTIONS, Field, Form, Section
from offramp.paper.resumes import Resume
from offramp.paper.shapes import ONE_TEXT

# About the file, not about the person.
_OF_THE_FILE = {"$schema", "meta"}
_OURS = {
    "basics",
    *(f"x-{key}" for key in ("title", "purpose", "language", "design", "paper", "sections", "unread")),
}
# Whoever it is of, and nothing a résumé should tell: a picture, a day of birth.
_OF_NOBODY_ELSE = {"image", "photo", "picture", "birthDate", "birthday", "dateOfBirth"}
_OF_BASICS = {*resumes.IDENTITY, *(field.key for field in BASICS), "location", "profiles", *_OF_NOBODY_ELSE}
_OF_AN_ENTRY = {"x-tags", "x-hidden"}


def lines(resume: Resume) -> list[str]:
    """First what was unread before, then each further value of a checked résumé under its key."""
    basics = resume.get("basics") or {}
    found = list(resume.get("x-unread") or [])
    found += _rest(resume, _OURS | _OF_THE_FILE | {section.key for section in SECTIONS}, "")
    found += _rest(basics, _OF_BASICS, "")
    found += _rest(basics.get("location") or {}, resumes.PLACE, "location")
    for profile in basics.get("profiles") or []:
        found += _rest(profile, resumes.PROFILE, "profile")
    for section in SECTIONS:
        for number, entry in enumerate(resume.get(section.key) or [], 1):
            found += _of_entry(section, entry, number)
    return _as_many_as_fit([line for line in found if line])


def _as_many_as_fit(found: list[str]) -> list[str]:
    """Several lines in one where there are more than a list holds. Raises TooMuch."""
    each = -(-len(found) // resumes.MOST_ITEMS) or 1
    joined = ["\n".join(found[at : at + each]) for at in range(0, len(found), each)]
    if each > 1 and any(len(one) > resumes.LONGEST_TEXT for one in joined):
        raise resumes.TooMuch("", "more is written here than a résumé can hold.")
    return [one[: resumes.LONGEST_TEXT] for one in joined]


def _of_entry(section: Section, entry: dict[str, Any], number: int) -> Iterator[str]:
    known = {field.key for field in section.fields} | {
        f"x-{field.key}" for field in section.fields if _is_read(entry, field)
    }
    first = entry.get(section.fields[0].key) or f"{section.key} {number}"
    yield from _rest(entry, known | _OF_AN_ENTRY, first)


def _is_read(entry: dict[str, Any], field: Field) -> bool:
    """Whether what stands under x- and its key is taken: notes on bullets, a text where there is none."""
    return field.form is Form.BULLETS or (field.form in ONE_TEXT and not entry.get(field.key))


def _rest(node: dict[str, Any], known: Collection[str], name: str) -> Iterator[str]:
    for key, value in node.items():
        if key not in known:
            yield from _lines(value, f"{name}, {key}" if name else key)


def _lines(value: Any, name: str) -> Iterator[str]:
    """One line for each single value, however deep it lies."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _lines(inner, f"{name}, {key}")
    elif isinstance(value, list) and not all(isinstance(inner, str) for inner in value):
        for inner in value:
            yield from _lines(inner, name)
    elif value not in (None, "", [], False):
        shown = ", ".join(value) if isinstance(value, list) else str(value)
        yield f"{name}: {shown}"
