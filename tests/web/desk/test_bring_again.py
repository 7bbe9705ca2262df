"""A brought résumé has a title of its own that names nobody, and one brought twice is gone on with."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from offramp.documents.models import Document
from offramp.paper.writing import Form, write
from tests.cast import Person
from tests.documents.papers import read
from tests.web.desk.test_bring import BRING, WHOLE, go_on
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db

NOBODY = {**WHOLE, "basics": {}}
OTHER = {**WHOLE, "skills": []}


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


def bring(visit: Client, name: str, resume: dict[str, object] = WHOLE) -> str:
    return words(send(visit, BRING, {"file": SimpleUploadedFile(name, write(resume, Form.JSON))}))


def titles(owner: Person) -> list[str]:
    found = [read(owner, one) for one in Document.objects.order_by("number")]
    return [one.title for one in found if one.kind.name == "resume"]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2024_federal_resume.json", "2024 federal resume"),
        ("AdaLovelace-CV.json", "Dispatcher, Cargo Systems Inc."),
        ("lovelace.json", "Dispatcher, Cargo Systems Inc."),
        ("cv 520-555-0142.json", "Dispatcher, Cargo Systems Inc."),
        ("....json", "Dispatcher, Cargo Systems Inc."),
    ],
)
def test_it_is_called_as_its_file_unless_that_tells_whose_it_is(
    ada: Person, visit: Client, name: str, title: str
) -> None:
    bring(visit, name)

    assert titles(ada) == [title]


def test_where_no_name_was_found_in_it_the_name_of_its_file_may_be_one(ada: Person, visit: Client) -> None:
    bring(visit, "ada_l_cv.json", NOBODY)

    assert titles(ada) == ["Dispatcher, Cargo Systems Inc."]


def test_no_two_are_called_alike(ada: Person, visit: Client) -> None:
    bring(visit, "cv.json")
    bring(visit, "cv.json", OTHER)

    assert titles(ada) == ["cv", "cv (2)"]


def test_one_that_nobody_went_through_is_gone_on_with_when_it_comes_again(ada: Person, visit: Client) -> None:
    bring(visit, "cv.json")
    (document,) = (one for one in Document.objects.all() if read(ada, one).kind.name == "resume")
    go_on(visit, document, label="Head of dispatch")

    page = bring(visit, "the same.json")

    assert titles(ada) == ["cv"]
    assert "You brought this one before and have not gone through all of it." in page
    assert f'href="/place/desk/{document.pk}/bringing/"' in page
    assert read(ada, document).content["basics"]["label"] == "Head of dispatch"


def test_one_that_was_gone_through_is_begun_anew(ada: Person, visit: Client) -> None:
    bring(visit, "cv.json", {"work": [{"name": "Port", "position": "Clerk"}]})
    (document,) = (one for one in Document.objects.all() if read(ada, one).kind.name == "resume")
    go_on(visit, document)

    page = bring(visit, "cv.json", {"work": [{"name": "Port", "position": "Clerk"}]})

    assert "You brought this one before" not in page
    assert len(titles(ada)) == 2
