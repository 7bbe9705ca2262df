"""A résumé as the desk keeps it: every item with an id, nothing in it that names a person."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain, repeat

from offramp.paper import contacts, parting, resumes, unread, writing
from offramp.paper.contacts import Contact
from offramp.paper.outline import BASICS, SECTIONS, Field, Form
from offramp.paper.resumes import LANGUAGES, PAPERS, PURPOSES, Resume
from offramp.paper.shapes import (
    ONE_TEXT,
    Content,
    Item,
    Schema,
    blank,
    blank_entry,
    patterns,
    schema,
)

__all__ = (
    "PAPERS",
    "Content",
    "Parted",
    "Schema",
    "blank",
    "blank_entry",
    "from_resume",
    "patterns",
    "schema",
    "to_resume",
)

NewId = Callable[[], str]


@dataclass(frozen=True)
class Parted:
    """A résumé that came in: what may be kept, and whom it names."""

    content: Content
    contact: Contact


def from_resume(resume: Resume, *, new_id: NewId) -> Parted:
    """Part what may be kept from whom it names; what has no place here becomes unread. Raises NotAResume."""
    resumes.check(resume)
    basics = resume.get("basics") or {}
    contact = contacts.read(basics)
    content = blank() | {
        **{key: resume[f"x-{key}"] for key in ("title", "paper") if resume.get(f"x-{key}")},
        "design": _design_in(resume.get("x-design") or ""),
        "purpose": resume.get("x-purpose") or PURPOSES[0],
        "language": resume.get("x-language") or LANGUAGES[0],
        "sections": _sections_in(resume.get("x-sections") or []),
        "basics": {field.key: basics.get(field.key) or "" for field in BASICS},
        "unread": [{"id": new_id(), "text": line} for line in unread.lines(resume)],
    }
    for section in SECTIONS:
        content[section.key] = [
            _entry_in(section.fields, entry, new_id) for entry in resume.get(section.key) or []
        ]
    return Parted(parting.part(content, contact), contact)


def to_resume(
    content: Content, *, contact: Contact | None = None, tag: str = "", whole: bool = False
) -> Resume:
    """What leaves the desk: nothing hidden, no evidence, no tags. The whole keeps them, to come back with."""
    basics = contacts.basics(contact or {}) | _filled(content["basics"])
    resume: Resume = {"basics": basics} if basics else {}
    shown = {one["id"] for one in content["sections"] if whole or not one["hidden"]}
    for section in SECTIONS:
        kept = _kept(content[section.key], tag, whole=whole) if section.key in shown else []
        if kept:
            resume[section.key] = [_entry_out(section.fields, entry, tag, whole=whole) for entry in kept]
    resume |= {"x-purpose": content["purpose"], "x-language": content["language"]}
    sections = [{"key": one["id"], "hidden": one["hidden"]} for one in content["sections"]]
    if sections != [{"key": section.key, "hidden": False} for section in SECTIONS]:
        resume["x-sections"] = [one for one in sections if one["key"] in shown]
    if whole:
        kept_apart = {f"x-{key}": content[key] for key in ("title", "design", "paper")}
        resume |= _filled(kept_apart | {"x-unread": _texts(content["unread"])})
    return resume


def _design_in(wanted: str) -> str:
    """One that we do not have is the usual one."""
    return wanted if wanted and wanted in writing.designs() else ""


def _sections_in(wanted: list[Item]) -> list[Item]:
    """Those it names first, in its order; each once, and none that we do not have."""
    hidden = {one.get("key"): bool(one.get("hidden")) for one in wanted}
    ours = [section.key for section in SECTIONS]
    order = [key for key in hidden if key in ours]
    order += [key for key in ours if key not in hidden]
    return [{"id": key, "hidden": hidden.get(key, False)} for key in order]


def _entry_in(fields: Iterable[Field], entry: Item, new_id: NewId) -> Item:
    made: Item = {"id": new_id()}
    for field in fields:
        if field.form in ONE_TEXT:
            made[field.key] = "" if resumes.goes_on(entry, field) else resumes.text(entry, field.key)
        elif field.form is Form.LINES:
            made[field.key] = [{"id": new_id(), "text": line} for line in entry.get(field.key) or []]
        else:
            made[field.key] = _bullets_in(entry, field.key, new_id)
    return made | {"hidden": entry.get("x-hidden") is True, "tags": entry.get("x-tags") or []}


def _bullets_in(entry: Item, key: str, new_id: NewId) -> list[Item]:
    texts: list[str] = entry.get(key) or []
    notes: list[Item] = entry.get(f"x-{key}") or []
    return [
        {
            "id": new_id(),
            "text": line,
            "evidence": note.get("evidence") or "",
            "hidden": note.get("hidden") is True,
            "tags": note.get("tags") or [],
        }
        for line, note in zip(texts, chain(notes, repeat({})), strict=False)
    ]


def _entry_out(fields: Iterable[Field], entry: Item, tag: str, *, whole: bool) -> Item:
    made: Item = {}
    for field in fields:
        value = entry[field.key]
        if field.form in ONE_TEXT:
            made[resumes.key_for(field.key, value)] = value
        elif field.form is Form.LINES:
            made[field.key] = _texts(value)
        else:
            kept = _kept(value, tag, whole=whole)
            made[field.key] = _texts(kept)
            made[f"x-{field.key}"] = _notes(kept) if whole else []
    marks = {"x-hidden": entry["hidden"], "x-tags": entry["tags"]} if whole else {}
    return _filled(made | marks)


def _notes(bullets: list[Item]) -> list[Item]:
    notes = [_filled({key: one[key] for key in ("evidence", "tags", "hidden")}) for one in bullets]
    return notes if any(notes) else []


def _kept(items: list[Item], tag: str, *, whole: bool) -> list[Item]:
    """What has tags is only for the copies that carry one of them."""
    if whole:
        return items
    return [
        one for one in items if not one["hidden"] and not (tag and one["tags"] and tag not in one["tags"])
    ]


def _texts(items: list[Item]) -> list[str]:
    return [item["text"] for item in items]


def _filled(made: Item) -> Item:
    return {key: value for key, value in made.items() if value}
