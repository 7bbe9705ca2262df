"""What comes in at its ends: a scan, no date at all, as many letters as there is room for, absurd fields."""

import json
import re

import pytest
from django.test import Client

from offramp.documents.models import Document
from offramp.web.desk.forms import LONGEST_NOTE
from tests.cast import Person
from tests.documents.papers import a_note, read
from tests.files import hostile_pdfs
from tests.web.desk.brought import OLD, a_letter
from tests.web.desk.test_bring import BRING, bring, brought, content_of, filled, go_on
from tests.web.desk.test_export import typed
from tests.web.signing_in import TOKEN, seeker_visit, send, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


def test_a_scan_without_any_text_is_answered_with_what_to_do(visit: Client) -> None:
    answer = bring(visit, hostile_pdfs.pdf_of_pages(1))

    assert answer.status_code == 400
    assert "This file holds pictures of pages, and no text that we could read" in words(answer)
    assert "or paste its words" in words(answer)
    assert not Document.objects.exists()


def test_a_resume_without_any_date_loses_no_line_and_is_gone_through(ada: Person, visit: Client) -> None:
    undated = re.sub(r"(January )?\d{4} - .*\n", "", OLD)

    found = words(send(visit, BRING, {"text": undated}))

    (document,) = (one for one in Document.objects.all() if read(ada, one).kind.name == "resume")
    kept = str(content_of(ada, document)) + found
    assert [word for word in re.findall(r"\w+", undated) if word not in kept and not word.isupper()] == []
    while visit.get(f"/place/desk/{document.pk}/bringing/")["Location"].count("/bringing/"):
        go_on(visit, document)
    assert "Planned the routes of forty trucks a day." in str(content_of(ada, document))


def test_a_bullet_of_ten_thousand_letters_comes_through_and_back(ada: Person, visit: Client) -> None:
    bullet = ("Planned the routes of forty trucks. " * 300)[:9_999] + "!"
    document = brought(ada, visit, {"work": [{"name": "Cargo Systems Inc.", "highlights": [bullet]}]})
    go_on(visit, document)
    form = typed(form="json") | {"csrfmiddlewaretoken": TOKEN.findall(words(visit.get(BRING)))[0]}

    taken = visit.post(f"/place/desk/{document.pk}/export/file/", form).content
    assert json.loads(taken)["work"][0]["highlights"] == [bullet]

    bring(visit, taken, "back.json")
    resumes = [one for one in Document.objects.all() if read(ada, one).kind.name == "resume"]
    assert [content_of(ada, one)["work"][0]["highlights"][0]["text"] for one in resumes] == [bullet] * 2


def test_a_paste_of_twenty_thousand_letters_loses_none(ada: Person, visit: Client) -> None:
    lines = [
        f"- {number} times planned the routes{' of every truck' * 11} of {number}." for number in range(120)
    ]
    text = "\n".join([OLD.partition("EDUCATION")[0].strip(), *lines])[:LONGEST_NOTE]

    answer = send(visit, BRING, {"text": text})

    assert answer.status_code == 200, words(answer)
    (document,) = (one for one in Document.objects.all() if read(ada, one).kind.name == "resume")
    kept = str(content_of(ada, document))
    assert len(text) == LONGEST_NOTE
    assert [line for line in text.splitlines()[-90:] if line.removeprefix("- ") not in kept] == []


@pytest.mark.parametrize("kind", ["note", "letter"])
def test_a_draft_that_is_another_document_of_ones_own_is_not_found(
    ada: Person, visit: Client, kind: str
) -> None:
    other = a_note(ada, "Words.") if kind == "note" else a_letter(ada)

    answer = send(visit, BRING, {"text": OLD, "draft": str(other.pk)})

    assert answer.status_code == 404
    assert [one.pk for one in Document.objects.all()] == [other.pk]
    assert read(ada, other).number == 1


def test_an_entry_named_twice_is_left_out_once(ada: Person, visit: Client) -> None:
    document = brought(ada, visit)
    at = f"/place/desk/{document.pk}/bringing/work/"
    form = filled(words(visit.get(at)))
    job = form["seen"]

    answer = send(visit, at, form | {"seen": f"{job} {job}", f"field-{job}-out": "on"})

    assert answer.status_code == 302
    assert content_of(ada, document)["work"] == []
