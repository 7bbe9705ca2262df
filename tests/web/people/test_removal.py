"""Removing somebody: said first, done on the button, and refused in a sentence where it must be."""

import pytest

from offramp.people import front_desk
from offramp.people.models import Member
from tests.cast import Person, a_seeker, an_organizer, paired
from tests.web.signing_in import Answer, send, staff_visit, words

pytestmark = pytest.mark.django_db


def removal(person: Person) -> str:
    return f"/people/{person.member.pk}/removal/"


def remove(by: Person, person: Person) -> Answer:
    return send(staff_visit(by), removal(person))


def is_there(person: Person) -> bool:
    return Member.objects.active().filter(pk=person.member.pk).exists()


def test_the_page_says_what_it_means_and_does_nothing(di: Person, bo: Person, fay: Person) -> None:
    client = staff_visit(di)

    assert "Everybody they accompany is asked" in words(client.get(removal(bo)))
    assert "The front desk gets a new key." in words(client.get(removal(fay)))
    assert is_there(bo)
    assert is_there(fay)


def test_a_removed_adviser_is_out_wherever_they_are_signed_in(di: Person, bo: Person) -> None:
    paired(a_seeker(), bo, di)
    signed_in = staff_visit(bo)

    assert remove(di, bo)["Location"] == "/people/"

    assert not is_there(bo)
    assert signed_in.get("/account/")["Location"] == "/staff/"


def test_a_removed_organizer_leaves_work_to_continue(di: Person, fay: Person) -> None:
    a_seeker()
    client = staff_visit(di)

    assert send(client, removal(fay))["Location"] == "/people/resealing/"

    assert not is_there(fay)
    assert "2 sealed things are left" in words(client.get("/people/resealing/"))
    assert "has to move to the new key" in words(client.get("/people/"))


def test_the_last_two_stay(di: Person, ed: Person) -> None:
    answer = remove(di, ed)

    assert answer.status_code == 409
    assert "Two organizers must keep the front desk" in words(answer)
    assert is_there(ed)


def test_without_the_key_nobody_removes_an_organizer(di: Person, fay: Person) -> None:
    answer = send(staff_visit(an_organizer("Gus")), removal(di), form_at="/people/")

    assert answer.status_code == 404
    assert is_there(di)


def test_without_the_key_nobody_removes_an_adviser(di: Person, bo: Person) -> None:
    answer = send(staff_visit(an_organizer("Gus")), removal(bo), form_at="/people/")

    assert answer.status_code == 404
    assert is_there(bo)


def test_nobody_finds_a_page_to_remove_themself(di: Person, fay: Person) -> None:
    assert staff_visit(di).get(removal(di)).status_code == 404


def test_who_is_gone_is_not_found_again(di: Person, ed: Person, bo: Person) -> None:
    path = removal(bo)
    remove(di, bo)

    assert send(staff_visit(ed), path, form_at="/people/").status_code == 404


def test_an_adviser_removes_nobody(di: Person, bo: Person) -> None:
    assert send(staff_visit(bo), removal(di), form_at="/account/").status_code == 404
    assert is_there(di)


def test_resealing_goes_on_until_nothing_is_left(di: Person, fay: Person) -> None:
    ada = a_seeker()
    client = staff_visit(di)
    send(client, removal(fay))

    page = words(send(client, "/people/resealing/"))

    assert "Everything stands under the front desk" in page
    assert front_desk.left_to_reseal().count() == 0
    assert ada.request.card
