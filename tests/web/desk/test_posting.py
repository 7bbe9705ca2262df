"""Beside a posting: what it asks for and the résumé does not say; the posting is stored only on a wish."""

import pytest

from offramp.documents import private
from offramp.documents.models import Document
from tests.cast import Person
from tests.web.desk.brought import a_letter, a_resume
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db

POSTING = """Warehouse coordinator
Requirements:
- Experience with Microsoft Excel
- Forklift certification
- Fluent in Spanish
"""


def posting(document: Document) -> str:
    return f"/place/desk/{document.pk}/posting/"


def test_it_says_what_is_asked_for_and_where_it_could_stand(ada: Person) -> None:
    resume = a_resume(ada, "Kept the rosters in Microsoft Excel.")

    page = words(send(seeker_visit(ada), posting(resume), {"text": POSTING}))

    unsaid, _, said = page.partition("It asks for this, and your résumé says it")
    assert "orklift" in unsaid
    assert "Excel" in said
    assert f'It could stand under: <a href="/place/desk/{resume.pk}/resume/certificates/">' in unsaid


def test_it_is_compared_and_stored_nowhere(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)

    send(visit, posting(resume), {"text": POSTING})

    assert private.read(by=ada.keyholder).posting(resume.pk) == ""
    assert "orklift" not in words(visit.get(posting(resume)))


def test_on_a_wish_it_is_kept_sealed_and_forgotten_by_one_button(ada: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(ada)

    send(visit, posting(resume), {"text": POSTING, "keep": "on"})
    assert "Forklift certification" in words(visit.get(posting(resume)))
    assert "It asks for this, and your résumé does not say it" in words(visit.get(posting(resume)))

    answer = send(visit, f"{posting(resume)}removal/", form_at=posting(resume))
    assert answer["Location"] == f"{posting(resume)}?told=posting-gone"
    assert private.read(by=ada.keyholder).posting(resume.pk) == ""


def test_an_empty_paste_is_answered_kindly(ada: Person) -> None:
    answer = send(seeker_visit(ada), posting(a_resume(ada, "Planned.")), {"text": "  "})

    assert answer.status_code == 400
    assert "Please write something first." in words(answer)


def test_words_that_ask_for_nothing_are_no_failure(ada: Person) -> None:
    answer = send(seeker_visit(ada), posting(a_resume(ada, "Planned.")), {"text": "Hello."})

    assert answer.status_code == 200
    assert "We could not tell what it asks for." in words(answer)


def test_a_stranger_finds_no_such_page(ada: Person, gus: Person) -> None:
    resume, visit = a_resume(ada, "Planned."), seeker_visit(gus)

    for path in (posting(resume), f"{posting(resume)}removal/"):
        assert send(visit, path, {"text": POSTING}, form_at="/place/desk/new/").status_code == 404


def test_a_letter_has_no_such_page(ada: Person) -> None:
    assert seeker_visit(ada).get(posting(a_letter(ada))).status_code == 404


def test_where_there_is_no_room_for_another_the_one_kept_longest_is_forgotten(ada: Person) -> None:
    resumes, visit = [a_resume(ada, "Planned.") for _ in range(6)], seeker_visit(ada)
    posted = POSTING + "\u0416" * 19_000

    for resume in resumes:
        assert send(visit, posting(resume), {"text": posted, "keep": "on"}).status_code == 200

    kept = [bool(private.read(by=ada.keyholder).posting(resume.pk)) for resume in resumes]
    assert (kept[0], kept[-1]) == (False, True)
    assert "the one you kept longest is forgotten" in words(visit.get(posting(resumes[0])))


def test_one_that_is_too_long_to_be_kept_is_compared_all_the_same(ada: Person) -> None:
    resume = a_resume(ada, "Planned.")

    answer = send(seeker_visit(ada), posting(resume), {"text": POSTING + "\x01" * 19_000, "keep": "on"})

    assert answer.status_code == 400
    assert "This is too long to be kept. It is compared all the same" in words(answer)
    assert "It asks for this, and your résumé does not say it" in words(answer)
