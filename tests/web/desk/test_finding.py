"""A tired person finds where a résumé begins, and comes from the wrong page to the right one."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from offramp.paper.writing import Form, write
from tests.cast import Person
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db

READING = '<a href="/place/desk/bring/">Bring an old résumé</a>'


def test_the_place_says_that_resume_and_letters_are_on_the_desk(ada: Person) -> None:
    assert "Your résumé, letters, notes and files." in words(seeker_visit(ada).get("/place/"))


def test_the_desk_and_the_page_of_files_lead_to_reading_an_old_one(ada: Person) -> None:
    visit = seeker_visit(ada)

    assert '<a class="way" href="/place/desk/bring/">Bring an old résumé</a>' in words(
        visit.get("/place/desk/")
    )
    assert READING in words(visit.get("/place/desk/files/"))


@pytest.mark.parametrize(("form", "is_offered"), [(Form.PDF, True), (Form.DOCX, True), (Form.TXT, False)])
def test_so_does_a_file_that_may_be_one(ada: Person, form: Form, *, is_offered: bool) -> None:
    kept = SimpleUploadedFile("old", write({"basics": {"label": "Dispatcher"}}, form))

    page = words(send(seeker_visit(ada), "/place/desk/files/", {"file": kept}))

    assert (READING in page) is is_offered
