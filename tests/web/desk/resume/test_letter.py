"""A cover letter: begun for a posting, written along four questions, and looked at."""

import pytest
from django.test import Client

from offramp.documents.models import Document
from tests.cast import Person
from tests.documents.papers import read
from tests.web.desk.resume.papers import a_resume
from tests.web.desk.resume.test_editor import fields
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db

WRITTEN = {
    "to": "Ms. Alvarez\nPort of El Paso",
    "greeting": "Dear Ms. Alvarez,",
    "why": "I want to build.",
    "bring": "Two languages.",
    "story": "One night at the bridge.",
    "hard": "I left because I could not go on.",
    "closing": "Sincerely,",
    "posting": "Coordinator wanted.",
}
FORM = {f"field-{name}": value for name, value in WRITTEN.items()}


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


def begin(visit: Client, **more: str) -> Document:
    form = {"field-title": "To the port", "field-posting": "Coordinator wanted.", "field-language": "en"}
    send(visit, "/place/desk/letters/new/", form | more)
    return Document.objects.order_by("-number")[0]


def test_it_is_begun_with_the_look_of_a_resume(ada: Person, visit: Client) -> None:
    resume = a_resume(ada, design="modern", paper="a4")

    letter = begin(visit, **{"field-resume": str(resume.pk)})

    content = read(ada, letter).content
    assert (content["title"], content["posting"]) == ("To the port", "Coordinator wanted.")
    assert (content["design"], content["paper"], content["language"]) == ("modern", "a4", "en")


def test_a_resume_of_somebody_else_lends_no_look(ada: Person, gus: Person, visit: Client) -> None:
    theirs = a_resume(gus, design="modern")
    a_resume(ada)

    form = {"field-title": "x", "field-posting": "", "field-language": "en", "field-resume": str(theirs.pk)}
    answer = send(visit, "/place/desk/letters/new/", form)

    assert answer.status_code == 400
    assert Document.objects.for_owner(ada.member).count() == 1


def test_it_is_written_along_the_questions_and_shown_as_a_page(ada: Person, visit: Client) -> None:
    letter = begin(visit)
    page = words(visit.get(f"/place/desk/{letter.pk}/"))
    assert page.count('<section class="sheet"><h3>') == 3  # ways to speak about leaving

    answer = send(visit, f"/place/desk/{letter.pk}/letter/1/", FORM, form_at=f"/place/desk/{letter.pk}/")

    assert answer["Location"] == f"/place/desk/{letter.pk}/?told=saved"
    content = read(ada, letter).content
    assert {name: content[name] for name in WRITTEN} == WRITTEN
    shown = fields(words(visit.get(f"/place/desk/{letter.pk}/")))
    assert {name: shown[name] for name in WRITTEN} == WRITTEN
    picture = visit.get(f"/place/desk/{letter.pk}/preview/pages/1/")
    assert picture["Content-Type"] == "image/svg+xml"
    assert visit.get(f"/place/desk/{letter.pk}/preview/pages/2/").status_code == 404


def test_the_same_part_written_in_two_windows_is_asked_about_and_others_are_kept(
    ada: Person, visit: Client
) -> None:
    letter = begin(visit)
    at = f"/place/desk/{letter.pk}/letter/1/"
    send(visit, at, FORM, form_at=f"/place/desk/{letter.pk}/")

    answer = send(
        visit, at, {"field-why": "I want to teach.", "field-posting": "Coordinator wanted."},
        form_at=f"/place/desk/{letter.pk}/",
    )  # fmt: skip

    page = words(answer)
    assert answer.status_code == 409
    assert "<h2>Why this work</h2>" in page
    assert fields(page)["why"] == "I want to teach."
    assert fields(page)["story"] == "One night at the bridge."
    assert read(ada, letter).content["why"] == "I want to build."


def test_looking_at_the_pages_saves_what_was_typed_first(ada: Person, visit: Client) -> None:
    letter = begin(visit)
    page = words(visit.get(f"/place/desk/{letter.pk}/"))
    at = f"/place/desk/{letter.pk}/letter/1/pages/"
    assert f'formaction="{at}"' in page
    assert f'href="/place/desk/{letter.pk}/preview/"' not in page

    answer = send(visit, at, FORM, form_at=f"/place/desk/{letter.pk}/")

    assert answer["Location"] == f"/place/desk/{letter.pk}/preview/?told=saved"
    assert read(ada, letter).content["why"] == "I want to build."
    assert fields(words(visit.get(at.replace("/1/", "/2/"))))["why"] == "I want to build."


def test_what_cannot_be_saved_stays_in_the_form_and_no_page_is_shown(visit: Client) -> None:
    letter = begin(visit)
    at = f"/place/desk/{letter.pk}/letter/1/pages/"

    answer = send(visit, at, FORM | {"field-why": "x" * 10_001}, form_at=f"/place/desk/{letter.pk}/")

    assert answer.status_code == 400
    assert fields(words(answer))["why"] == "x" * 10_001
