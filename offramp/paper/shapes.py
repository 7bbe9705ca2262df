"""The shape of a résumé at the desk: what a new one looks like, what it may hold, where text stands in it."""

from collections.abc import Iterable
from typing import Any

from offramp.paper import resumes
from offramp.paper.outline import BASICS, SECTIONS, Field, Form
from offramp.paper.resumes import LANGUAGES, PAPERS, PURPOSES

Content = dict[str, Any]
Item = dict[str, Any]
Schema = dict[str, Any]

ONE_TEXT = (Form.LINE, Form.TEXT, Form.DATE)
TEXT: Schema = {"type": "string", "maxLength": resumes.LONGEST_TEXT}
TITLE: Schema = {"type": "string", "maxLength": resumes.LONGEST_TITLE}
_HIDDEN: Schema = {"type": "boolean"}
_TAG: Schema = {"type": "string", "maxLength": resumes.LONGEST_TAG}
_TAGS: Schema = {"type": "array", "items": _TAG, "maxItems": resumes.MOST_TAGS}
_COPY = {
    "of": {"type": "string", "maxLength": 36},
    "at": {"type": "integer", "minimum": 0},
    "tag": TITLE,
    "declined": {"type": "array", "items": {"type": "string", "maxLength": 200}},
}
_MARKS = {"hidden": _HIDDEN, "tags": _TAGS}


def blank() -> Content:
    """A new résumé: every section there, in the usual order, and empty."""
    return {
        "title": "",
        "purpose": PURPOSES[0],
        "language": LANGUAGES[0],
        "design": "",
        "paper": PAPERS[0],
        "sections": [{"id": section.key, "hidden": False} for section in SECTIONS],
        "basics": {field.key: "" for field in BASICS},
        **{section.key: [] for section in SECTIONS},
        "unread": [],
        "copy": None,
    }


def blank_entry(key: str, entry_id: str) -> Item:
    """A new entry of a section. Raises KeyError for a section that is none."""
    fields = {section.key: section.fields for section in SECTIONS}[key]
    return {
        "id": entry_id,
        **{field.key: "" if field.form in ONE_TEXT else [] for field in fields},
        "hidden": False,
        "tags": [],
    }


def schema() -> Schema:
    """Draft 2020-12; every key is there, and no other."""
    return of_object(
        {
            "title": TITLE,
            "purpose": {"enum": list(PURPOSES)},
            "language": {"enum": list(LANGUAGES)},
            "design": TITLE,
            "paper": {"enum": list(PAPERS)},
            "sections": _items({"hidden": _HIDDEN}) | {"minItems": len(SECTIONS), "maxItems": len(SECTIONS)},
            "basics": of_object({field.key: TEXT for field in BASICS}),
            **{section.key: _entries(section.fields) for section in SECTIONS},
            "unread": _items({"text": TEXT}),
            "copy": {"anyOf": [{"type": "null"}, of_object(_COPY)]},
        }
    )


def patterns() -> tuple[str, ...]:
    """Where a person reads and changes text, a star for each id."""
    found = ["title", *(f"basics/{field.key}" for field in BASICS)]
    for section in SECTIONS:
        for field in section.fields:
            path = f"{section.key}/*/{field.key}"
            found.append(path if field.form in ONE_TEXT else f"{path}/*")
            if field.form is Form.BULLETS:
                found.append(f"{path}/*/evidence")
    return (*found, "unread/*")


def of_object(properties: dict[str, Schema]) -> Schema:
    """Every property is there, and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _items(properties: dict[str, Schema]) -> Schema:
    items = of_object({"id": {"type": "string"}, **properties})
    return {"type": "array", "items": items, "maxItems": resumes.MOST_ITEMS}


def _entries(fields: Iterable[Field]) -> Schema:
    bullets = _items({"text": TEXT, "evidence": TEXT, "hidden": _HIDDEN, "tags": _TAGS})
    lines = _items({"text": TEXT})
    forms = {Form.BULLETS: bullets, Form.LINES: lines}
    return _items({field.key: forms.get(field.form, TEXT) for field in fields} | _MARKS)
