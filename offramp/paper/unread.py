"""What a résumé says in places we do not have, as lines: kept and shown, never dropped."""

from collections.abc import Collection, Iterator
from typing import Any

from offramp.paper import resumes
from offramp.paper.outline import BASICS, SECTIONS, Section
from offramp.paper.resumes import Resume

# About the file, not about the person.
_OF_THE_FILE = {"$schema", "meta"}
_OURS = {
    "basics",
    *(f"x-{key}" for key in ("title", "purpose", "language", "design", "paper", "sections", "unread")),
}
_OF_BASICS = {*resumes.IDENTITY, *(field.key for field in BASICS), "location", "profiles"}
_OF_AN_ENTRY = {"x-tags", "x-hidden", "x-highlights"}


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
    return [line[: resumes.LONGEST_TEXT] for line in found if line]


def _of_entry(section: Section, entry: dict[str, Any], number: int) -> Iterator[str]:
    known = {field.key for field in section.fields}
    first = entry.get(section.fields[0].key) or f"{section.key} {number}"
    yield from _rest(entry, known | {f"x-{key}" for key in known} | _OF_AN_ENTRY, first)


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
