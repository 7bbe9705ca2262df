"""Another role: proposed on a page, approved by somebody else, refused in a sentence."""

import pytest

from offramp.people.models import RoleChange
from tests.cast import Person, a_seeker, paired
from tests.web.signing_in import Answer, send, staff_visit, words

pytestmark = pytest.mark.django_db


def propose(by: Person, person: Person) -> Answer:
    return send(staff_visit(by), f"/people/{person.member.pk}/role/")


def approve(by: Person) -> Answer:
    change = RoleChange.objects.get()
    return send(staff_visit(by), f"/people/role-changes/{change.pk}/approval/", form_at="/people/")


def test_proposed_nothing_changes_yet(di: Person, bo: Person) -> None:
    assert propose(di, bo)["Location"] == "/people/"

    assert bo.member.is_adviser
    assert RoleChange.objects.get().role == "organizer"


def test_another_organizer_approves(di: Person, ed: Person, bo: Person) -> None:
    propose(di, bo)

    assert approve(ed)["Location"] == "/people/"

    assert bo.member.is_organizer


def test_who_proposed_cannot_approve(di: Person, bo: Person) -> None:
    propose(di, bo)

    answer = approve(di)

    assert answer.status_code == 409
    assert "That takes another organizer" in words(answer)
    assert bo.member.is_adviser


def test_who_accompanies_somebody_waits(di: Person, ed: Person, bo: Person) -> None:
    paired(a_seeker(), bo, di)
    propose(di, bo)

    answer = approve(ed)

    assert answer.status_code == 409
    assert "They hand over first." in words(answer)


def test_proposed_twice_is_said(di: Person, ed: Person, bo: Person) -> None:
    propose(di, bo)

    assert "Another role was proposed for them already" in words(propose(ed, bo))


def test_the_last_two_stay_organizers(di: Person, ed: Person, fay: Person) -> None:
    propose(fay, ed)
    send(staff_visit(di), f"/people/{fay.member.pk}/removal/")

    answer = approve(di)

    assert answer.status_code == 409
    assert "Two organizers must keep the front desk" in words(answer)
    assert ed.member.is_organizer


def test_an_adviser_proposes_and_approves_nothing(di: Person, bo: Person) -> None:
    propose(di, bo)
    client = staff_visit(bo)
    change = RoleChange.objects.get()

    for path in (f"/people/{bo.member.pk}/role/", f"/people/role-changes/{change.pk}/approval/"):
        assert send(client, path, form_at="/account/").status_code == 404

    assert bo.member.is_adviser


def test_nobody_finds_a_page_for_their_own_role(di: Person) -> None:
    assert staff_visit(di).get(f"/people/{di.member.pk}/role/").status_code == 404
