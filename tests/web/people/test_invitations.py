"""Onto the staff takes two organizers and one link, which is shown once."""

import re
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from offramp.people import enrollment
from offramp.people.models import Envelope, FrontDeskKey, Invitation, Role
from tests.cast import TODAY, Person, an_organizer
from tests.web.signing_in import TOKEN, Answer, send, staff_visit, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

SHOWN = re.compile(r'<li translate="no">(\w+)</li>')
NEW = {"role": "adviser", "name": "Hal", "replaces": ""}


def propose(by: Person, **changed: object) -> Answer:
    return send(staff_visit(by), "/people/invitations/", NEW | changed)


@pytest.fixture
def hal(di: Person) -> UUID:
    """Di's proposal."""
    return enrollment.propose(by=di.member, role=Role.ADVISER, name="Hal", on=TODAY).invitation.pk


def approval(hal: UUID) -> str:
    return f"/people/invitations/{hal}/approval/"


def test_a_proposal_waits(di: Person) -> None:
    assert propose(di).status_code == 200

    kept = Invitation.objects.get(enrolled=None)
    assert (kept.name, kept.role, kept.proposed_by, kept.approved_by) == ("Hal", "adviser", di.member, None)
    assert kept.link_digest is None


def test_who_proposed_is_shown_six_words_once_and_nobody_else_sees_them(di: Person, ed: Person) -> None:
    page = words(propose(di))
    six = SHOWN.findall(page)

    assert "Six words for Hal" in page
    kept = Invitation.objects.get(enrolled=None)
    assert (len(six), kept.takes(" ".join(six))) == (6, True)
    for client in (staff_visit(di), staff_visit(ed)):
        for path in ("/people/", approval(kept.pk)):
            assert SHOWN.findall(words(client.get(path))) == []


def test_proposed_once_more_it_has_new_words_and_is_still_one(di: Person) -> None:
    first, second = (" ".join(SHOWN.findall(words(propose(di)))) for _ in range(2))

    kept = Invitation.objects.get(enrolled=None)
    assert (kept.takes(first), kept.takes(second)) == (False, True)


def test_it_can_take_the_place_of_an_account(di: Person, bo: Person) -> None:
    propose(di, name="Bo", replaces=str(bo.member.pk))

    assert Invitation.objects.get(enrolled=None).replaces == bo.member


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"role": ""}, "Choose what they will do here."),
        ({"role": "seeker"}, "Select a valid choice."),
        ({"name": "  "}, "Say what the others on the staff call them."),
        ({"name": "x" * 41}, "at most 40 characters"),
        ({"replaces": str(uuid4())}, "That account has ended meanwhile."),
    ],
)
def test_what_cannot_be_gets_a_sentence(di: Person, wrong: dict[str, str], sentence: str) -> None:
    answer = propose(di, **wrong)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert not Invitation.objects.filter(enrolled=None).exists()


def test_a_replacement_in_another_role_gets_a_sentence(di: Person, bo: Person) -> None:
    answer = propose(di, role="organizer", replaces=str(bo.member.pk))

    assert "A new account does what the one it replaces did." in words(answer)


def test_who_proposed_sees_no_button_and_pressing_it_anyway_gives_no_link(di: Person, hal: UUID) -> None:
    client = staff_visit(di)
    page = words(client.get(approval(hal)))
    assert "It is waiting for another organizer." in page
    assert "draw the link" not in page

    answer = send(client, approval(hal))

    assert answer.status_code == 409
    assert "That takes another organizer than the one who proposed it" in words(answer)
    assert Invitation.objects.get(pk=hal).link_digest is None


def test_another_organizer_is_shown_the_link_once_and_it_works(ed: Person, hal: UUID) -> None:
    client = staff_visit(ed)
    page = words(send(client, approval(hal)))

    (link,) = re.findall(r"https://testserver(/staff/link/[\w-]{43}/)", page)

    assert "Welcome, Hal" in words(from_our_page().get(link))
    for path in ("/people/", approval(hal)):
        assert link not in words(client.get(path))


def test_the_approver_is_told_to_leave_the_words_to_the_other(ed: Person, hal: UUID) -> None:
    client = staff_visit(ed)

    assert "Di has six words that go with it, and gives them to Hal by another way." in words(
        client.get(approval(hal))
    )
    page = words(send(client, approval(hal)))
    assert "Di gives them to Hal. Do not ask for them" in page
    assert SHOWN.findall(page) == []


def test_once_approved_there_is_no_button_and_pressing_it_anyway_draws_no_other_link(
    ed: Person, fay: Person, hal: UUID
) -> None:
    client = staff_visit(fay)
    form = words(client.get(approval(hal)))
    send(staff_visit(ed), approval(hal))
    drawn = Invitation.objects.get(pk=hal).link_digest

    answer = client.post(approval(hal), {"csrfmiddlewaretoken": TOKEN.findall(form)[0]})

    assert answer.status_code == 409
    assert "withdraw the proposal and make it anew" in words(answer)
    assert "draw the link" not in words(client.get(approval(hal)))
    assert Invitation.objects.get(pk=hal).link_digest == drawn


def test_a_link_of_the_console_is_nobodys_to_approve(di: Person, ed: Person) -> None:
    Envelope.objects.filter(member=ed.member, kind=FrontDeskKey.SEED).delete()
    link = enrollment.recover(name="Flo", on=timezone.now().date())
    flo = enrollment.invitation_of(link=link, on=timezone.now().date())
    client = staff_visit(di)

    assert approval(flo.pk) not in words(client.get("/people/"))
    answer = send(client, approval(flo.pk), form_at="/people/")

    assert answer.status_code == 409
    assert enrollment.invitation_of(link=link, on=timezone.now().date()) == flo


def test_a_proposal_withdrawn_in_between_is_not_found(ed: Person, hal: UUID) -> None:
    client = staff_visit(ed)
    form = words(client.get(approval(hal)))
    Invitation.objects.filter(pk=hal).delete()

    token = TOKEN.findall(form)[0]

    assert client.post(approval(hal), {"csrfmiddlewaretoken": token}).status_code == 404


def test_anybody_who_organizes_withdraws_it(ed: Person, hal: UUID) -> None:
    client = staff_visit(ed)

    answer = send(client, f"/people/invitations/{hal}/withdrawal/", form_at="/people/")

    assert answer["Location"] == "/people/"
    assert not Invitation.objects.filter(pk=hal).exists()


def test_to_open_the_address_of_a_withdrawal_withdraws_nothing(ed: Person, hal: UUID) -> None:
    answer = staff_visit(ed).get(f"/people/invitations/{hal}/withdrawal/")

    assert answer["Location"] == "/people/"
    assert Invitation.objects.filter(pk=hal).exists()


def test_neither_an_adviser_nor_who_waits_for_the_key_approves_or_withdraws(bo: Person, hal: UUID) -> None:
    for client in (staff_visit(bo), staff_visit(an_organizer("Gus"))):
        for act in ("approval", "withdrawal"):
            answer = send(client, f"/people/invitations/{hal}/{act}/", form_at="/account/")
            assert answer.status_code == 404

    assert Invitation.objects.get(pk=hal).approved_by is None
