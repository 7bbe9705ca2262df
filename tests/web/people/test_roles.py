"""Another role: proposed on a page, approved by somebody else, refused in a sentence."""

import pytest

from offramp.people.models import Envelope, FrontDeskKey, RoleChange
from tests.cast import Person, a_seeker, an_organizer, paired
from tests.web.signing_in import Answer, send, staff_visit, words

pytestmark = pytest.mark.django_db


def propose(by: Person, person: Person) -> Answer:
    return send(staff_visit(by), f"/people/{person.member.pk}/role/")


def approve(by: Person) -> Answer:
    return decide(by, "approval")


def decide(by: Person, act: str) -> Answer:
    change = RoleChange.objects.get()
    return send(staff_visit(by), f"/people/role-changes/{change.pk}/{act}/", form_at="/people/")


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


@pytest.mark.parametrize("name", ["Di", "Ed"])
def test_whoever_holds_the_key_withdraws_it(di: Person, ed: Person, bo: Person, name: str) -> None:
    propose(di, bo)

    assert decide({"Di": di, "Ed": ed}[name], "withdrawal")["Location"] == "/people/"

    assert not RoleChange.objects.exists()
    assert bo.member.is_adviser


def test_nobody_withdraws_what_is_about_them(di: Person, ed: Person, fay: Person) -> None:
    propose(di, fay)

    answer = decide(fay, "withdrawal")

    assert answer.status_code == 409
    assert "not the one whose role it is" in words(answer)
    assert RoleChange.objects.exists()


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
    Envelope.objects.filter(member=fay.member, kind=FrontDeskKey.SEED).delete()

    answer = approve(di)

    assert answer.status_code == 409
    assert "Two organizers must keep the front desk" in words(answer)
    assert ed.member.is_organizer


def test_neither_an_adviser_nor_who_waits_for_the_key_changes_a_role(di: Person, bo: Person) -> None:
    propose(di, bo)
    change = RoleChange.objects.get()

    ends = (
        f"{bo.member.pk}/role",
        *(f"role-changes/{change.pk}/{act}" for act in ("approval", "withdrawal")),
    )
    for client in (staff_visit(bo), staff_visit(an_organizer("Gus"))):
        for end in ends:
            assert send(client, f"/people/{end}/", form_at="/account/").status_code == 404

    assert bo.member.is_adviser
    assert RoleChange.objects.get() == change


def test_nobody_finds_a_page_for_their_own_role(di: Person) -> None:
    assert staff_visit(di).get(f"/people/{di.member.pk}/role/").status_code == 404
