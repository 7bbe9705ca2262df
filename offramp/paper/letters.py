"""A cover letter: as the desk keeps it, as a file holds it, and as it stands on its sheet."""

from typing import Any

from offramp.paper import contacts, dates, lines, resumes
from offramp.paper.contacts import Contact
from offramp.paper.resumes import LANGUAGES, PAPERS
from offramp.paper.shapes import TEXT, TITLE, Content, Schema, of_object
from offramp.paper.sheet import LetterSheet

Letter = dict[str, Any]

# The guided outline: why this work, what you bring, the one story, the hard question.
_TOLD = ("why", "bring", "story", "hard")
_TEXTS = ("to", "greeting", *_TOLD, "closing")
_LISTS = ("to", "paragraphs")
_LINES = ("date", "greeting", "closing")


def blank() -> Content:
    """A new letter."""
    return dict.fromkeys(("title", "posting", "design", *_TEXTS), "") | {
        "language": LANGUAGES[0],
        "paper": PAPERS[0],
    }


def schema() -> Schema:
    """Draft 2020-12; every key is there, and no other."""
    return of_object(
        {
            "title": TITLE,
            "posting": TEXT,
            "design": TITLE,
            "language": {"enum": list(LANGUAGES)},
            "paper": {"enum": list(PAPERS)},
            **dict.fromkeys(_TEXTS, TEXT),
        }
    )


def patterns() -> tuple[str, ...]:
    """Where a person reads and changes text."""
    return ("title", "posting", *_TEXTS)


def to_letter(content: Content, contact: Contact | None = None, day: str = "") -> Letter:
    """What leaves the desk; the posting it answers is not part of it. The day is YYYY-MM-DD, or empty."""
    letter = {
        "date": day,
        "to": content["to"].splitlines(),
        "greeting": content["greeting"],
        "paragraphs": [one for key in _TOLD for one in lines.paragraphs(content[key])],
        "closing": content["closing"],
        "language": content["language"],
    }
    return {"basics": contacts.basics(contact or {}), "x-letter": letter}


def is_letter(written: object) -> bool:
    """Whether this is a letter rather than a résumé."""
    return isinstance(written, dict) and "x-letter" in written


def check(letter: Letter) -> None:
    """Whatever somebody wrote by hand or against us. Raises a kind of NotAResume."""
    resumes.check_bounds(letter)
    resumes.check({"basics": letter.get("basics")})
    told = letter["x-letter"]
    if not isinstance(told, dict):
        raise resumes.WrongShape("x-letter", "expected an object in braces.")
    resumes.check_texts(told, _LINES, "x-letter")
    for key in _LISTS:
        resumes.check_lines(told.get(key), f"x-letter/{key}")
    if told.get("language") not in (None, *LANGUAGES):
        raise resumes.WrongShape("x-letter/language", f"expected one of {', '.join(LANGUAGES)}.")
    if told.get("date") and not dates.is_date(told["date"]):
        raise resumes.WrongDate("x-letter/date", "no date; write YYYY-MM-DD.")


def lay_out(letter: Letter) -> LetterSheet:
    """Lay out a checked letter."""
    told, basics = letter["x-letter"], letter.get("basics") or {}
    language = told.get("language") or LANGUAGES[0]
    return LetterSheet(
        language=language,
        name=lines.line(basics.get("name") or ""),
        contact=lines.contact(basics),
        day=dates.shown(told.get("date") or "", language),
        to=tuple(filter(None, map(lines.line, told.get("to") or []))),
        greeting=lines.line(told.get("greeting") or ""),
        paragraphs=tuple(part for one in told.get("paragraphs") or [] for part in lines.paragraphs(one)),
        closing=lines.line(told.get("closing") or ""),
    )
