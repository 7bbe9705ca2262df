"""What a résumé holds: the sections of JSON Resume 1.3 and their fields, with what it lacks under x- keys.

Source: https://jsonresume.org/schema, version 1.3.1. Dates are YYYY, YYYY-MM or YYYY-MM-DD.
"""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """How a field is written."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    LINES = "lines"  # a list of short texts: keywords, courses
    BULLETS = "bullets"  # a list of sentences, each with the evidence for it


@dataclass(frozen=True)
class Field:
    """One field of a section, by its key in JSON Resume; a federal one is left out for a private employer."""

    key: str
    form: Form = Form.LINE
    is_federal: bool = False


@dataclass(frozen=True)
class Section:
    """A list of entries, each with the same fields."""

    key: str
    fields: tuple[Field, ...]

    def field(self, key: str) -> Field:
        """Raises KeyError."""
        return {field.key: field for field in self.fields}[key]


_SPAN = (Field("startDate", Form.DATE), Field("endDate", Form.DATE))  # an empty end is "present"
_TOLD = (Field("summary", Form.TEXT), Field("highlights", Form.BULLETS))

# What stands at the top and names nobody. Name, address, phone and e-mail are a contact, and kept apart.
BASICS = (
    Field("label"),
    Field("summary", Form.TEXT),
    Field("x-clearance"),
    Field("x-citizenship", is_federal=True),
    Field("x-veteransPreference", is_federal=True),
)

# In the order most employers expect; each résumé may order and hide them as it likes.
SECTIONS = (
    Section(
        "work",
        (
            Field("name"),
            Field("position"),
            Field("location"),
            *_SPAN,
            Field("x-series", is_federal=True),
            Field("x-grade", is_federal=True),
            Field("x-hoursPerWeek", is_federal=True),
            Field("x-salary", is_federal=True),
            Field("x-supervisor", is_federal=True),
            Field("x-mayContact", is_federal=True),
            *_TOLD,
        ),
    ),
    Section(
        "education",
        (
            Field("institution"),
            Field("studyType"),
            Field("area"),
            Field("x-location"),
            *_SPAN,
            Field("score"),
            Field("courses", Form.LINES),
        ),
    ),
    Section("skills", (Field("name"), Field("level"), Field("keywords", Form.LINES))),
    Section("languages", (Field("language"), Field("fluency"))),
    Section("certificates", (Field("name"), Field("issuer"), Field("date", Form.DATE), Field("url"))),
    Section("volunteer", (Field("organization"), Field("position"), Field("x-location"), *_SPAN, *_TOLD)),
    Section(
        "projects",
        (Field("name"), Field("description", Form.TEXT), *_SPAN, Field("highlights", Form.BULLETS)),
    ),
    Section(
        "awards", (Field("title"), Field("awarder"), Field("date", Form.DATE), Field("summary", Form.TEXT))
    ),
    Section(
        "publications",
        (
            Field("name"),
            Field("publisher"),
            Field("releaseDate", Form.DATE),
            Field("url"),
            Field("summary", Form.TEXT),
        ),
    ),
    Section("interests", (Field("name"), Field("keywords", Form.LINES))),
    Section("references", (Field("name"), Field("reference", Form.TEXT))),
)


def section(key: str) -> Section:
    """Raises KeyError."""
    return {section.key: section for section in SECTIONS}[key]
