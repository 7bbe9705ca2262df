"""Which letter goes to whom by mail, from when on, and what stops it."""

from datetime import timedelta

import pytest

from offramp.journal.models import Entry
from offramp.letters import publishing
from offramp.subscribers import mailings
from offramp.subscribers.models import Delivery, Mailing
from tests.cast import Person
from tests.letters.letters import a_letter, a_public_letter
from tests.subscribers.waiting import MONTHLY, NOW, TODAY, a_mailing, a_subscriber, day, letter_of

pytestmark = pytest.mark.django_db


def waiting() -> set[tuple[str, str]]:
    """Who waits for what."""
    rows = Delivery.objects.select_related("subscriber", "mailing__letter")
    return {
        (row.subscriber.email.partition("@")[0], row.mailing.letter.slug if row.mailing.letter else "month")
        for row in rows
    }


def test_a_letter_goes_to_all_who_want_each_and_have_said_yes(di: Person) -> None:
    a_subscriber("ada")
    a_subscriber("bo", language="es")
    a_subscriber("cy", is_confirmed=False)
    a_subscriber("ed", rhythm=MONTHLY)

    mailing = a_mailing(di.member)

    assert waiting() == {("ada", "a-letter"), ("bo", "a-letter")}
    assert (mailing.total, mailing.begun_on) == (2, TODAY)
    assert Entry.objects.filter(kind=Entry.Kind.MAILING_ASKED, actor_id=di.member.pk).count() == 1


def test_a_letter_waits_for_its_day(di: Person) -> None:
    a_subscriber("ada")
    mailings.ask(letter=a_public_letter(at=NOW + timedelta(days=2)), by=di.member, on=TODAY)
    mailings.ask(letter=a_letter("a-draft"), by=di.member, on=TODAY)

    assert mailings.begin_due(NOW) == 0
    assert mailings.begin_due(NOW + timedelta(days=2)) == 1
    assert waiting() == {("ada", "a-letter")}


def test_who_comes_later_gets_the_next_letter(di: Person) -> None:
    a_mailing(di.member)
    a_subscriber("ada")

    assert mailings.begin_due(NOW) == 0
    assert waiting() == set()


def test_a_beginning_that_was_cut_off_adds_nobody_twice(di: Person) -> None:
    ada = a_subscriber("ada")
    a_subscriber("bo")
    mailing = mailings.ask(letter=a_public_letter(), by=di.member, on=TODAY)
    Delivery.objects.create(mailing=mailing, subscriber=ada)

    mailings.begin_due(NOW)

    assert Delivery.objects.count() == 2
    assert Mailing.objects.get().total == 2


def test_a_letter_is_mailed_once(di: Person, ed: Person) -> None:
    mailing = a_mailing(di.member)

    with pytest.raises(mailings.AlreadyAsked):
        mailings.ask(letter=letter_of(mailing), by=ed.member, on=TODAY)


def test_an_organizer_stops_it_and_goes_on(di: Person) -> None:
    a_subscriber("ada")
    mailing = a_mailing(di.member)

    mailings.stop(mailing=mailing, by=di.member, on=TODAY)
    with pytest.raises(mailings.IsOver):
        mailings.stop(mailing=mailing, by=di.member, on=TODAY)
    mailings.resume(mailing=mailing, by=di.member, on=TODAY)
    with pytest.raises(mailings.NotStopped):
        mailings.resume(mailing=mailing, by=di.member, on=TODAY)

    kinds = [Entry.Kind.MAILING_ASKED, Entry.Kind.MAILING_STOPPED, Entry.Kind.MAILING_RESUMED]
    assert [Entry.objects.filter(kind=kind).count() for kind in kinds] == [1, 1, 1]


def test_one_that_served_everybody_cannot_be_stopped(di: Person) -> None:
    mailing = a_mailing(di.member)

    with pytest.raises(mailings.IsOver):
        mailings.stop(mailing=mailing, by=di.member, on=TODAY)


def test_a_withdrawn_letter_stops_and_does_not_go_on(di: Person) -> None:
    a_subscriber("ada")
    mailing = a_mailing(di.member)
    publishing.withdraw(letter=letter_of(mailing), by=di.member, now=NOW)

    mailings.stop_withdrawn(NOW)

    mailing = Mailing.objects.get()
    assert mailing.stopped_on == TODAY
    with pytest.raises(mailings.IsWithdrawn):
        mailings.resume(mailing=mailing, by=di.member, on=TODAY)


def test_a_month_of_letters_goes_out_on_the_first_of_the_next(di: Person) -> None:
    a_subscriber("ada", rhythm=MONTHLY)
    a_mailing(di.member, "early", now=day("2027-01-05"))
    a_mailing(di.member, "late", now=day("2027-01-31"))

    assert mailings.begin_due(day("2027-01-31")) == 0
    assert mailings.begin_due(day("2027-02-01")) == 1
    assert mailings.begin_due(day("2027-02-02")) == 0
    assert waiting() == {("ada", "month")}
    digest = Mailing.objects.get(month="2027-01-01")
    assert [letter.slug for letter in mailings.letters(digest, at=day("2027-02-01"))] == ["early", "late"]


def test_a_month_without_letters_has_no_mail_and_loses_none(di: Person) -> None:
    a_subscriber("ada", rhythm=MONTHLY)
    a_mailing(di.member, "winter", now=day("2027-01-31"))
    mailings.begin_due(day("2027-02-01"))

    assert mailings.begin_due(day("2027-03-01")) == 0
    # The machine was away when March began to be told of.
    a_mailing(di.member, "spring", now=day("2027-03-20"))
    a_mailing(di.member, "summer", now=day("2027-05-20"))
    mailings.begin_due(day("2027-06-01"))

    digest = Mailing.objects.exclude(month=None).order_by("-month")[0]
    told = [letter.slug for letter in mailings.letters(digest, at=day("2027-06-01"))]
    assert told[-1] == "summer"
    assert "winter" not in told


def test_a_digest_whose_letters_are_all_withdrawn_stops(di: Person) -> None:
    a_subscriber("ada", rhythm=MONTHLY)
    letter = letter_of(a_mailing(di.member, now=day("2027-01-05")))
    mailings.begin_due(day("2027-02-01"))
    publishing.withdraw(letter=letter, by=di.member, now=day("2027-02-01"))

    mailings.stop_withdrawn(day("2027-02-01"))

    assert Mailing.objects.exclude(month=None).get().stopped_on == day("2027-02-01").date()


def test_all_stand_still_at_a_farewell_and_after_a_restore(di: Person) -> None:
    a_subscriber("ada")
    a_subscriber("bo", rhythm=MONTHLY)
    a_mailing(di.member, now=day("2027-01-05"))
    mailings.ask(letter=a_letter("a-draft"), by=di.member, on=TODAY)

    assert mailings.stop_all(now=day("2027-02-01")) == 3  # what would have begun today is among them
    assert mailings.begin_due(day("2027-02-01")) == 0
