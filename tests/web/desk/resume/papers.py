"""Ada's résumé in the tests: two jobs, called w1 and w2, with bullets b1, b2 and so on."""

from typing import Any

from offramp.documents import editing, kinds
from offramp.documents.models import Document
from offramp.documents.places import Content
from offramp.pairing.models import Pairing
from offramp.paper import contents
from tests.cast import TODAY, Person
from tests.documents.papers import read, share

Item = dict[str, Any]


def a_bullet(item_id: str, text: str, **marks: Any) -> Item:
    return {"id": item_id, "text": text, "evidence": "", "hidden": False, "tags": []} | marks


def a_job(item_id: str, **fields: Any) -> Item:
    return contents.blank_entry("work", item_id) | fields


def a_content(**fields: Any) -> Content:
    work = [
        a_job(
            "w1",
            name="Customs office",
            position="Shift lead",
            startDate="2019-03",
            highlights=[a_bullet("b1", "Led a shift of 12."), a_bullet("b2", "Wrote reports.")],
        ),
        a_job("w2", name="Harbor", position="Clerk", startDate="2015", endDate="2019-02"),
    ]
    return kinds.of("resume").empty() | {"title": "Office work", "work": work} | fields


def a_resume(owner: Person, **fields: Any) -> Document:
    return editing.begin(by=owner.keyholder, kind="resume", content=a_content(**fields), on=TODAY)


def shared_resume(owner: Person, pairing: Pairing, **fields: Any) -> Document:
    document = a_resume(owner, **fields)
    share(owner, document, pairing)
    return document


def save(owner: Person, document: Document, content: Content) -> int:
    base = read(owner, document).number
    by = owner.keyholder
    return editing.save(by=by, document=document, content=content, base=base, on=TODAY).number


def content_of(owner: Person, document: Document) -> Content:
    return read(owner, document).content


def jobs(owner: Person, document: Document) -> list[str]:
    return [item["position"] for item in content_of(owner, document)["work"]]


def bullets(owner: Person, document: Document, job: str = "w1") -> list[tuple[str, str]]:
    found = next(item for item in content_of(owner, document)["work"] if item["id"] == job)
    return [(bullet["id"], bullet["text"]) for bullet in found["highlights"]]
