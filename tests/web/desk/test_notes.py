"""A note is begun, written on and never lost: not by a second window, a double click or a long absence."""

import html
import re

import pytest
from django.test import Client

from offramp.documents import editing
from offramp.documents.models import Document, Version
from offramp.pairing.models import Pairing
from offramp.people.models import Session
from tests.cast import Person
from tests.documents.papers import a_note, read, shared_note, texts, write
from tests.web.signing_in import Answer, seeker_visit, send, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

LONG = "word " * 3_999
STRANGE = "عندي خبرة 🌱🌱\u200d\n<b>bold</b> & “quoted”"


def document_path(document: Document) -> str:
    return f"/place/desk/{document.pk}/"


def save(visit: Client, document: Document, text: str, *, base: int = 1, draft: str = "") -> Answer:
    path = f"{document_path(document)}versions/{base}/next/"
    fields = {"text": text} | ({"draft": draft} if draft else {})
    return send(visit, path, fields, form_at=document_path(document))


def field(page: str) -> str:
    """What the person finds in it."""
    found = re.findall(r'<textarea class="paper"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return html.unescape(found[0])


def test_a_new_note_has_its_first_line_as_title(ada: Person) -> None:
    answer = send(seeker_visit(ada), "/place/desk/new/", {"text": "Plan\n\nFirst.\r\n\r\nSecond."})

    note = Document.objects.get()
    assert answer["Location"] == f"{document_path(note)}?told=begun"
    assert read(ada, note).title == "Plan"
    assert texts(ada, note) == ["First.", "Second."]


def test_sent_twice_it_is_begun_once(ada: Person) -> None:
    visit = seeker_visit(ada)
    draft = words(visit.get("/place/desk/new/")).split('name="draft" value="')[1].split('"')[0]

    for _ in range(2):
        send(visit, "/place/desk/new/", {"text": "Plan\n\nFirst.", "draft": draft})

    assert (Document.objects.count(), Version.objects.count()) == (1, 1)


def test_gone_back_to_and_sent_with_other_words_those_are_saved_too(ada: Person) -> None:
    visit = seeker_visit(ada)
    draft = words(visit.get("/place/desk/new/")).split('name="draft" value="')[1].split('"')[0]

    for text in ("Plan\n\nFirst.", "Plan\n\nFirst, and more of it."):
        send(visit, "/place/desk/new/", {"text": text, "draft": draft})

    note = Document.objects.get()
    assert texts(ada, note) == ["First, and more of it."]
    write(ada, note, "Elsewhere.")
    answer = send(visit, "/place/desk/new/", {"text": "Plan\n\nA third thought.", "draft": draft})
    assert answer.status_code == 409
    assert "A third thought." in field(words(answer))


def test_somebody_elses_draft_is_not_found(ada: Person, gus: Person) -> None:
    note = a_note(ada, "Mine.")

    answer = send(seeker_visit(gus), "/place/desk/new/", {"text": "Let me in.", "draft": str(note.pk)})

    assert answer.status_code == 404
    assert texts(ada, note) == ["Mine."]


@pytest.mark.parametrize("text", [LONG, STRANGE])
def test_any_text_comes_back_as_it_was_typed(ada: Person, text: str) -> None:
    note, visit = a_note(ada, "Before."), seeker_visit(ada)

    answer = save(visit, note, f"Plan\n\n{text}" if text == STRANGE else f"Plan\n\n{text[:9_000]}")

    assert answer["Location"].endswith("?told=saved")
    assert texts(ada, note) == [(text if text == STRANGE else text[:9_000]).rstrip()]
    assert "<b>" not in words(visit.get(document_path(note)))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Please write something first."),
        ("a" * 20_001, "This is longer than 20000 characters. Please shorten it."),
        ("Plan\n\n" + "a" * 10_001, "One paragraph is longer than 10000 characters."),
        ("Plan\n\n" + "a\n\n" * 200, "A note has room for 199 paragraphs."),
    ],
)
def test_what_is_too_much_stays_in_the_form(ada: Person, text: str, sentence: str) -> None:
    note, visit = a_note(ada, "Before."), seeker_visit(ada)

    for answer in (save(visit, note, text), send(visit, "/place/desk/new/", {"text": text})):
        assert answer.status_code == 400
        assert sentence in words(answer)
        assert field(words(answer)) == text
    assert texts(ada, note) == ["Before."]


def test_other_paragraphs_written_in_another_window_are_both_kept(ada: Person) -> None:
    note, visit = a_note(ada, "One.", "Two."), seeker_visit(ada)
    write(ada, note, "One.", "Two, changed in another window.")

    answer = save(visit, note, "Plan\n\nOne, changed here.\n\nTwo.")

    assert answer["Location"].endswith("?told=merged")
    assert texts(ada, note) == ["One, changed here.", "Two, changed in another window."]


def test_a_double_click_adds_a_paragraph_once(ada: Person) -> None:
    note, visit = a_note(ada, "One."), seeker_visit(ada)
    draft = "6f1c2f4e-8a52-4a57-9f0b-0d8f6a1f0a11"

    told = [save(visit, note, "Plan\n\nOne.\n\nTwo.", draft=draft)["Location"][-5:] for _ in range(2)]

    assert texts(ada, note) == ["One.", "Two."]
    assert told == ["saved", "anged"]


def test_the_same_paragraph_written_twice_shows_both_texts_and_saves_neither(ada: Person) -> None:
    note, visit = a_note(ada, "One."), seeker_visit(ada)
    write(ada, note, "One, from another window.")

    answer = save(visit, note, "Plan\n\nOne, from here.")

    assert answer.status_code == 409
    assert "<h2>Paragraph 1</h2>" in words(answer)
    assert field(words(answer)) == "Plan\n\nOne, from here.\n\nOne, from another window."
    assert texts(ada, note) == ["One, from another window."]


def test_from_the_merge_page_either_text_goes_on_under_its_own_id(ada: Person) -> None:
    note, visit = a_note(ada, "One."), seeker_visit(ada)
    write(ada, note, "One, from another window.")

    save(visit, note, "Plan\n\nOne, from here.", base=2)

    assert [place.path for place in read(ada, note).places] == ["title", "paragraphs/p1"]
    assert texts(ada, note) == ["One, from here."]


def test_a_title_changed_twice_shows_both(ada: Person) -> None:
    note, visit = a_note(ada, "One."), seeker_visit(ada)
    editing.rename(by=ada.keyholder, document=note, title="Another", on=read(ada, note).deed.day)

    page = words(save(visit, note, "My own\n\nOne."))

    assert "<h2>The title</h2>" in page
    assert '<div class="said" dir="auto">Another</div>' in page
    assert field(page) == "My own\n\nOne."


def test_a_paragraph_taken_out_elsewhere_and_changed_here_is_asked_about(ada: Person) -> None:
    note, visit = a_note(ada, "One.", "Two."), seeker_visit(ada)
    write(ada, note, "One.")

    page = words(save(visit, note, "Plan\n\nOne.\n\nTwo, but better."))

    assert "It was taken out." in page
    assert field(page) == "Plan\n\nOne.\n\nTwo, but better."


def test_a_text_sent_after_the_visit_ended_comes_back_whole_on_top_of_its_own_version(ada: Person) -> None:
    note, visit = a_note(ada, "One.", "Two."), seeker_visit(ada)
    visit.get(document_path(note))
    text = "Plan\n\nOne.\n\nTwo, after a long hour.\n\n" + LONG[:9_000]
    token = visit.cookies["__Host-form"].value
    Session.objects.all().delete()
    away = visit.post(f"{document_path(note)}versions/1/next/", {"text": text, "csrfmiddlewaretoken": token})
    assert field_of(away, "path") == f"{document_path(note)}versions/1/next/"
    write(ada, note, "One, from another window.", "Two.")

    back = visit.post(
        "/return/",
        {"code": str(ada.code), "text": text, "path": field_of(away, "path"), "csrfmiddlewaretoken": token},
    )
    page = words(visit.get(back["Location"]))

    assert "You were away. Your text is still here, not saved yet." in page
    assert field(page) == text
    save(visit, note, text)
    assert texts(ada, note)[:2] == ["One, from another window.", "Two, after a long hour."]


def field_of(answer: Answer, name: str) -> str:
    return words(answer).split(f'name="{name}" value="')[1].split('"')[0]


def test_a_form_that_lay_too_long_comes_back_with_its_text_and_to_its_own_version(ada: Person) -> None:
    note, visit = a_note(ada, "One."), seeker_visit(ada)
    path = f"{document_path(note)}versions/1/next/"

    stale = visit.post(
        path, {"text": "Plan\n\nOne, later.", "draft": "a-draft", "csrfmiddlewaretoken": "x" * 32}
    )

    assert stale.status_code == 409
    assert "One, later." in words(stale)
    assert field_of(stale, "draft") == "a-draft"
    assert texts(ada, note) == ["One."]


def test_a_text_kept_for_a_note_that_is_gone_is_offered_as_a_new_one_and_never_as_a_message(
    ada: Person, pair: Pairing
) -> None:
    note = a_note(ada, "One.")
    path = f"{document_path(note)}versions/1/next/"
    visit = from_our_page()
    fields = {"code": str(ada.code), "text": "For me alone.", "path": path}
    editing.delete(by=ada.keyholder, document=note)

    back = send(visit, "/return/", fields)

    assert "For me alone." not in words(visit.get("/place/"))
    assert "A text of yours is still here, not saved." in words(visit.get("/place/desk/"))
    assert visit.get(back["Location"])["Location"] == "/place/desk/new/"
    assert field(words(visit.get("/place/desk/new/"))) == "For me alone."


def test_an_address_for_saving_leads_to_the_note_when_it_is_only_opened(ada: Person) -> None:
    note = a_note(ada, "One.")

    answer = seeker_visit(ada).get(f"{document_path(note)}versions/1/next/")

    assert answer["Location"] == document_path(note)


def test_a_made_up_version_is_refused_and_the_text_comes_back(ada: Person) -> None:
    note = a_note(ada, "One.")

    answer = save(seeker_visit(ada), note, "My text.", base=9)

    assert answer.status_code == 404
    assert "My text." in words(answer)


def test_the_adviser_reads_what_was_saved_and_not_who_else_did(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    note = shared_note(ada, pair, "One.")

    save(seeker_visit(ada), note, "Plan\n\nOne, for Bo.", base=2)

    assert texts(bo, note) == ["One, for Bo."]
