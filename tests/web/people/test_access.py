"""The front desk's key is given after comparing, by somebody who has it."""

import pytest

from offramp.people import front_desk
from offramp.sealed.keys import fingerprint
from tests.cast import Person, an_organizer
from tests.web.signing_in import send, staff_visit, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def gus(di: Person) -> Person:
    return an_organizer("Gus")


def access(person: Person) -> str:
    return f"/people/{person.member.pk}/access/"


def test_the_page_shows_what_to_compare(di: Person, gus: Person) -> None:
    page = words(staff_visit(di).get(access(gus)))

    assert fingerprint(bytes(gus.member.public_key)) in page


def test_without_having_compared_nothing_is_given(di: Person, gus: Person) -> None:
    answer = send(staff_visit(di), access(gus))

    assert answer.status_code == 400
    assert "Compare the digits first" in words(answer)
    assert not front_desk.has_access(gus.member)


def test_compared_it_is_given(di: Person, gus: Person) -> None:
    answer = send(staff_visit(di), access(gus), {"compared": "on"})

    assert answer["Location"] == "/people/"
    assert front_desk.has_access(gus.member)
    assert staff_visit(gus).get("/staff/")["Location"] == "/front-desk/"


def test_an_adviser_is_given_none(di: Person, bo: Person) -> None:
    client = staff_visit(di)
    assert "Only organizers can hold the front desk" in words(client.get(access(bo)))

    answer = send(client, access(bo), {"compared": "on"})

    assert answer.status_code == 409
    assert not bo.member.envelopes.filter(kind="front-desk-seed").exists()


def test_who_waits_for_it_gives_none(di: Person, gus: Person) -> None:
    answer = send(staff_visit(gus), access(gus), {"compared": "on"}, form_at="/people/")

    assert answer.status_code == 404
    assert not front_desk.has_access(gus.member)
