"""Organizers open a letter for signatures, look at odd names, and take away what must not stand."""

import pytest

from offramp.journal.models import Entry
from offramp.letters.models import Letter
from offramp.notices.models import Outgoing
from offramp.signatures import organizing, signing
from offramp.signatures.models import Signature
from tests.cast import TODAY, Person
from tests.letters.letters import a_public_letter
from tests.signatures.signed import NOW, an_open_letter, asked, signed

KINDS = (Entry.Kind.SIGNING_CHANGED, Entry.Kind.SIGNATURE_REMOVED)


@pytest.fixture
def letter(db: None) -> Letter:
    return an_open_letter()


def noted() -> list[tuple[str, object, object]]:
    entries = Entry.objects.filter(kind__in=KINDS).order_by("number")
    return [(entry.kind, entry.actor_id, entry.subject_id) for entry in entries]


def test_what_is_removed_is_mailed_to_no_more(letter: Letter, di: Person) -> None:
    removed, by_address = signed(letter, "Cy"), asked(letter, "", "bo@example.org")

    organizing.remove(letter=letter, signature=removed.pk, by=di.member, on=TODAY)
    organizing.remove_address(letter=letter, email=by_address.email, by=di.member, on=TODAY)

    assert not Outgoing.objects.exists()


def test_signing_is_switched_on_and_off_and_noted(di: Person) -> None:
    letter, by = a_public_letter(), di.member

    organizing.open_signing(letter=letter, by=by, on=TODAY)
    assert signing.is_open(letter, at=NOW)
    with pytest.raises(organizing.AlreadySo):
        organizing.open_signing(letter=letter, by=by, on=TODAY)
    organizing.close_signing(letter=letter, by=by, on=TODAY)
    assert not signing.is_open(letter, at=NOW)
    with pytest.raises(organizing.AlreadySo):
        organizing.close_signing(letter=letter, by=by, on=TODAY)

    assert noted() == [(Entry.Kind.SIGNING_CHANGED, by.pk, letter.pk)] * 2


def test_names_stand_as_the_organizer_saw_them(letter: Letter) -> None:
    ada, bo = signed(letter, "Ada"), signed(letter, "Bo", "bo@example.org")
    cy = signed(letter, "Cy", "cy@example.org")
    seen = [(one.pk, one.name) for one in (ada, bo, cy)]
    signing.settle(key=bo.key, name="Something rude", now=NOW)
    signing.withdraw(key=cy.key)

    assert organizing.let_stand(letter=letter, seen=seen) == 1
    assert organizing.let_stand(letter=letter, seen=seen) == 0

    assert [one.name for one in Signature.objects.named()] == ["Ada"]
    assert [one.name for one in Signature.objects.held()] == ["Something rude"]


def test_a_name_that_nobody_confirmed_is_not_let_stand(letter: Letter) -> None:
    waiting = asked(letter, "Ada")

    assert organizing.let_stand(letter=letter, seen=[(waiting.pk, "Ada")]) == 0

    signing.settle(key=waiting.key, name="Ada", now=NOW)
    assert Signature.objects.get().is_held


def test_a_signature_is_removed_once_and_the_journal_says_of_which_letter(letter: Letter, di: Person) -> None:
    one, by = signed(letter, "Ada"), di.member

    organizing.remove(letter=letter, signature=one.pk, by=by, on=TODAY)
    with pytest.raises(organizing.AlreadySo):
        organizing.remove(letter=letter, signature=one.pk, by=by, on=TODAY)

    assert not Signature.objects.exists()
    assert noted() == [(Entry.Kind.SIGNATURE_REMOVED, by.pk, letter.pk)]


def test_a_signature_of_another_letter_is_not_touched(letter: Letter, di: Person) -> None:
    elsewhere = signed(an_open_letter("another"), "Ada")

    assert organizing.let_stand(letter=letter, seen=[(elsewhere.pk, "Ada")]) == 0
    with pytest.raises(organizing.AlreadySo):
        organizing.remove(letter=letter, signature=elsewhere.pk, by=di.member, on=TODAY)

    assert Signature.objects.get().is_held


def test_an_address_is_taken_away_for_who_lost_the_link(letter: Letter, di: Person) -> None:
    asked(letter, "Bo", "bo@example.org")
    signed(letter, "Ada")

    organizing.remove_address(letter=letter, email="bo@example.org", by=di.member, on=TODAY)
    with pytest.raises(organizing.AlreadySo):
        organizing.remove_address(letter=letter, email="cy@example.org", by=di.member, on=TODAY)

    assert [one.email for one in Signature.objects.all()] == ["ada@example.org"]
