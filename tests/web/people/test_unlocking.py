"""A locked second factor is opened by another organizer."""

import pytest

from offramp.people.models import SecondFactor
from tests.cast import Person, an_organizer
from tests.web.signing_in import Answer, send, staff_visit, words

pytestmark = pytest.mark.django_db


def lock(person: Person) -> None:
    SecondFactor.objects.filter(member=person.member).update(failures=10)


def unlock(by: Person, person: Person) -> Answer:
    return send(staff_visit(by), f"/people/{person.member.pk}/unlocking/", form_at="/account/")


def is_locked(person: Person) -> bool:
    return SecondFactor.objects.get(member=person.member).is_locked


def test_another_organizer_unlocks_and_they_get_in(di: Person, bo: Person) -> None:
    lock(bo)

    assert unlock(di, bo)["Location"] == "/people/"

    assert staff_visit(bo).get("/account/").status_code == 200


def test_nobody_unlocks_their_own(di: Person) -> None:
    client = staff_visit(di)
    lock(di)

    answer = send(client, f"/people/{di.member.pk}/unlocking/", form_at="/people/")

    assert answer.status_code == 409
    assert "another organizer does" in words(answer)
    assert is_locked(di)


def test_neither_an_adviser_nor_who_waits_for_the_key_unlocks_anybody(di: Person, bo: Person) -> None:
    lock(di)

    for person in (bo, an_organizer("Gus")):
        assert unlock(person, di).status_code == 404
    assert is_locked(di)
