"""What tells too much in a document that somebody reads along is said on its pages, until it is mended."""

import pytest
from django.test import Client

from offramp.pairing.models import Pairing
from tests.cast import Person
from tests.documents.papers import a_note, share, shared_note, write
from tests.web.desk.brought import a_letter
from tests.web.desk.resume.papers import a_bullet, a_job, shared_resume
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db

TELLING = "Removed Pedro Ruiz, A 204-551-880."
BO_READS = "and Bo can read"


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


def test_after_saving_it_into_a_shared_note_the_page_says_so(
    ada: Person, pair: Pairing, visit: Client
) -> None:
    note = shared_note(ada, pair, "Words.")
    desk = f"/place/desk/{note.pk}/"
    assert BO_READS not in words(visit.get(desk))

    answer = send(visit, f"{desk}versions/2/next/", {"text": f"Plan\n\n{TELLING}"}, form_at=desk)

    page = words(visit.get(answer["Location"]))
    assert "Saved." in page
    assert "may tell more than" in page
    assert BO_READS in page
    assert f'href="{desk}care/"' in page


def test_what_nobody_else_reads_says_nothing_of_it(ada: Person, pair: Pairing, visit: Client) -> None:
    note = a_note(ada, TELLING)

    assert BO_READS not in words(visit.get(f"/place/desk/{note.pk}/"))


def test_it_stands_on_every_page_a_shared_resume_is_written_on(
    ada: Person, pair: Pairing, visit: Client
) -> None:
    job = a_job("w1", position="Officer", highlights=[a_bullet("b1", TELLING)])
    resume = shared_resume(ada, pair, work=[job])

    for at in ("", "resume/work/", "resume/work/w1/bullets/", "resume/2/work/w1/"):
        assert BO_READS in words(visit.get(f"/place/desk/{resume.pk}/{at}"))


def test_a_shared_letter_says_it_too(ada: Person, pair: Pairing, visit: Client) -> None:
    letter = a_letter(ada, story=TELLING)
    share(ada, letter, pair)

    assert BO_READS in words(visit.get(f"/place/desk/{letter.pk}/"))


def test_the_sharing_page_shows_the_places_also_while_it_is_shared(
    ada: Person, pair: Pairing, visit: Client
) -> None:
    note = shared_note(ada, pair, TELLING)
    sharing = f"/place/desk/{note.pk}/sharing/"

    page = words(visit.get(sharing))
    assert "may tell more than" in page
    assert "<bdi>A 204-551-880</bdi>" in page

    write(ada, note, "Moved people.")
    assert "may tell more than" not in words(visit.get(sharing))
