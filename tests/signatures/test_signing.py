"""A signature counts once its mailbox has answered; whoever typed the address learns nothing."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from offramp.letters.models import Letter, Withdrawal
from offramp.notices.models import Outgoing
from offramp.signatures import organizing, showing, signing
from offramp.signatures.models import Signature, SigningRule
from tests.letters.letters import a_public_letter
from tests.signatures.signed import NOW, an_open_letter, asked, signed, standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> Letter:
    return an_open_letter()


def below(letter: Letter) -> tuple[int, list[str]]:
    shown = showing.below(letter, at=NOW)
    return shown.count, shown.names


def test_it_counts_once_it_is_confirmed(letter: Letter) -> None:
    signature = asked(letter)
    assert below(letter) == (0, [])

    signing.settle(key=signature.key, name="", now=NOW)

    assert below(letter) == (1, [])


def test_the_mail_holds_the_link_and_neither_letter_nor_name(letter: Letter) -> None:
    signature = asked(letter, "Ada")

    mail = Outgoing.objects.get()
    assert f"https://testserver/signatures/mine/{signature.key}/" in mail.text
    assert (mail.to, mail.subject) == ("ada@example.org", "Your link from Larkfield")
    assert "A letter" not in mail.text + mail.subject
    assert "Ada" not in mail.text + mail.subject


def test_what_is_withdrawn_is_gone_with_the_mail_that_still_waited(letter: Letter) -> None:
    other = asked(an_open_letter("other"))
    signature = asked(letter)

    signing.withdraw(key=signature.key)

    [kept] = Outgoing.objects.all()
    assert other.key in kept.text


def test_the_three_days_begin_with_the_last_mail_that_says_so(letter: Letter) -> None:
    for days in range(4):
        asked(letter, now=NOW + timedelta(days=days))

    assert signing.erase_old(on=NOW.date() + timedelta(days=6)) == 0
    assert signing.erase_old(on=NOW.date() + timedelta(days=7)) == 1


def test_somebody_who_reads_spanish_is_written_to_in_spanish(letter: Letter) -> None:
    signing.ask(letter=letter, name="", email="a@b.example", language="es", form=uuid.uuid4(), now=NOW)

    mail = Outgoing.objects.get()
    assert mail.subject == "Su enlace de Larkfield"
    assert "https://testserver/es/signatures/mine/" in mail.text


def test_without_a_name_it_is_counted_and_no_name_is_kept(letter: Letter) -> None:
    signature = signed(letter, "Ada")

    signing.settle(key=signature.key, name="", now=NOW)

    assert below(letter) == (1, [])
    assert Signature.objects.get().name == ""


def test_what_is_confirmed_is_what_its_owner_saw(letter: Letter) -> None:
    """Somebody else may have typed another name for the same address meanwhile."""
    signature = asked(letter, "Ada")
    asked(letter, "Somebody else's idea")

    signing.settle(key=signature.key, name="Ada", now=NOW)

    assert [one.name for one in Signature.objects.held()] == ["Ada"]


def test_whoever_types_the_address_again_changes_nothing_that_stands(letter: Letter) -> None:
    before = signed(letter, "Ada")
    asked(letter, "Not Ada", now=NOW + timedelta(days=1))

    now = Signature.objects.get()
    assert (now.name, now.key, now.asked_on) == (before.name, before.key, before.asked_on)
    assert "that it has signed before" in Outgoing.objects.order_by("pk")[1].text


def test_pressed_twice_one_form_is_mailed_once(letter: Letter) -> None:
    form = uuid.uuid4()

    for _ in range(2):
        signing.ask(letter=letter, name="Ada", email="a@b.example", language="en", form=form, now=NOW)

    assert Outgoing.objects.count() == 1
    assert Signature.objects.count() == 1


def test_nobody_is_mailed_more_than_a_few_times_a_day(letter: Letter) -> None:
    for _ in range(10):
        asked(letter, "Ada")

    assert Outgoing.objects.count() == 3


def test_an_address_signs_each_letter_once(letter: Letter) -> None:
    standing(letter, "Ada")
    standing(an_open_letter("another"), "Ada")
    assert below(letter) == (1, ["Ada"])

    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.create(
            letter=letter, email="ada@example.org", is_shown=False, language="en", asked_on=NOW
        )


def test_a_withdrawn_one_is_gone_with_its_address(letter: Letter) -> None:
    signature = signed(letter, "Ada")

    signing.withdraw(key=signature.key)
    signing.withdraw(key=signature.key)

    assert not Signature.objects.exists()
    assert below(letter) == (0, [])
    with pytest.raises(signing.Gone):
        signing.settle(key=signature.key, name="Ada", now=NOW)


@pytest.mark.parametrize("name", ["Ada", "Ada <3", "Something rude"])
def test_every_name_counts_at_once_and_is_shown_once_somebody_looked(letter: Letter, name: str) -> None:
    signature = signed(letter, name)
    assert below(letter) == (1, [])

    organizing.let_stand(letter=letter, seen=[(signature.pk, name)])
    assert below(letter) == (1, [name])


def test_a_name_that_its_owner_changes_waits_again(letter: Letter) -> None:
    signature = standing(letter, "Ada")

    signing.settle(key=signature.key, name="Something rude", now=NOW)
    assert below(letter) == (1, [])

    signing.settle(key=signature.key, name="Ada", now=NOW)
    assert below(letter) == (1, [])


def test_a_name_that_was_looked_at_stays_shown_when_it_is_saved_again(letter: Letter) -> None:
    signature = standing(letter, "Ada")

    signing.settle(key=signature.key, name="Ada", now=NOW)

    assert below(letter) == (1, ["Ada"])


def test_only_an_open_letter_is_signed(letter: Letter) -> None:
    waiting = asked(letter, "Bo", "bo@example.org")
    signature = standing(letter, "Ada")
    SigningRule.objects.all().delete()

    for closed in (letter, a_public_letter("never-open")):
        with pytest.raises(signing.NotOpen):
            asked(closed, "Cy", "cy@example.org")
    with pytest.raises(signing.NotOpen):
        signing.settle(key=waiting.key, name="Bo", now=NOW)
    signing.settle(key=signature.key, name="Ada L.", now=NOW)

    assert [one.name for one in Signature.objects.held()] == ["Ada L."]


def test_a_withdrawn_letter_is_signed_by_nobody_and_left_by_whoever_wants(letter: Letter) -> None:
    waiting, counted = asked(letter, "Bo", "bo@example.org"), signed(letter, "Ada")
    Withdrawal.objects.create(publication=letter.publication, on=NOW)

    with pytest.raises(signing.NotOpen):
        signing.settle(key=waiting.key, name="Bo", now=NOW)
    signing.withdraw(key=counted.key)

    assert below(letter) == (0, [])


def test_addresses_that_never_answered_are_forgotten_after_three_days(letter: Letter) -> None:
    asked(letter, "Bo", "bo@example.org")
    asked(letter, "Cy", "cy@example.org", now=NOW + timedelta(days=1))
    signed(letter, "Ada")

    assert signing.erase_old(on=NOW.date() + timedelta(days=3)) == 0
    assert signing.erase_old(on=NOW.date() + timedelta(days=4)) == 1

    assert set(Signature.objects.values_list("name", flat=True)) == {"Ada", "Cy"}


def test_the_newest_names_stand_below_the_letter_and_the_others_are_counted(letter: Letter) -> None:
    for number in range(15):
        name, day = f"Name {chr(97 + number)}", NOW + timedelta(days=number)
        standing(letter, name, f"n{number}@example.org", now=day)
    signed(letter, "", "counted@example.org")

    shown = showing.below(letter, at=NOW)

    assert (shown.count, shown.more) == (16, 4)
    assert shown.names == [f"Name {chr(97 + number)}" for number in range(14, 2, -1)]


def test_large_numbers_are_written_as_people_do() -> None:
    assert showing.written(12345) == "12,345"
