"""A résumé on Ada's desk, and the text of an old one."""

from typing import Any

from offramp.documents import editing
from offramp.documents.kinds.letter import LETTER
from offramp.documents.kinds.resume import RESUME
from offramp.documents.models import Document
from offramp.documents.places import Content
from offramp.paper import contents
from tests.cast import TODAY, Person

OLD = """Ada Lovelace
12 Mill Lane, Tucson, AZ 85701
(520) 555-0142
ada@example.org

WORK EXPERIENCE

Cargo Systems Inc.
Dispatcher
January 2019 - March 2022
- Planned the routes of forty trucks a day.
- Trained six new dispatchers.

EDUCATION

Pima Community College
Associate of Arts, Logistics
2016 - 2018

SKILLS
Scheduling, Spanish, Excel
"""


def a_content(*bullets: str, **basics: str) -> Content:
    """One job, with these bullets b1, b2 and so on."""
    highlights = [
        {"id": f"b{number}", "text": text, "evidence": "", "hidden": False, "tags": []}
        for number, text in enumerate(bullets, 1)
    ]
    job = contents.blank_entry("work", "j1") | {
        "name": "Cargo Systems Inc.",
        "position": "Dispatcher",
        "startDate": "2019-01",
        "endDate": "2022-03",
        "highlights": highlights,
    }
    blank = RESUME.empty()
    return blank | {"title": "Mine", "basics": blank["basics"] | basics, "work": [job]}


def a_resume(owner: Person, *bullets: str, **basics: str) -> Document:
    return lying(owner, a_content(*bullets, **basics))


def a_letter(owner: Person, **texts: Any) -> Document:
    return lying(owner, LETTER.empty() | texts, kind="letter")


def lying(owner: Person, content: Content, *, kind: str = "resume") -> Document:
    return editing.begin(by=owner.keyholder, kind=kind, content=content, on=TODAY)
