"""Somebody types an address: one question goes to it, and nothing else before it answers."""

from datetime import date, timedelta

import pytest

from offramp.notices.models import Outgoing
from offramp.subscribers import asking, changing, endings
from offramp.subscribers.models import Subscriber
from tests.cast import TODAY

pytestmark = pytest.mark.django_db
ADDRESS = "reader@example.org"
MONDAY = date(2026, 11, 16)


def ask(email: str = ADDRESS, *, language: str = "en", rhythm: str = "each") -> Subscriber:
    asking.ask(email=email, language=language, rhythm=rhythm, on=TODAY)
    return Subscriber.objects.get(email=email)


def the_mail() -> Outgoing:
    return Outgoing.objects.latest("pk")


def test_an_address_is_asked_once_and_gets_nothing_before_it_said_yes() -> None:
    subscriber = ask()

    assert subscriber.confirmed_on is None
    assert list(Subscriber.objects.confirmed()) == []
    assert the_mail().to == ADDRESS
    assert f"/subscription/{subscriber.key}/" in the_mail().text


def test_asking_twice_makes_one_row_with_the_last_wish_and_the_same_link() -> None:
    first = ask()
    second = ask(rhythm="monthly", language="es")

    assert Subscriber.objects.count() == 1
    assert (second.key, second.rhythm, second.language) == (first.key, "monthly", "es")
    assert "/es/subscription/" in the_mail().text


def test_nobody_changes_what_was_confirmed_by_typing_its_address() -> None:
    subscriber = ask()
    changing.confirm(key=subscriber.key, on=TODAY)

    again = ask(rhythm="monthly", language="es")

    assert (again.rhythm, again.language, again.confirmed_on) == ("each", "en", TODAY)
    assert "Nothing changed" in the_mail().text


def test_nobody_is_bombed_through_the_form() -> None:
    for _ in range(20):
        ask()

    assert Outgoing.objects.count() == 3


def test_whoever_never_answers_is_forgotten_after_three_days() -> None:
    ask()
    kept = ask("other@example.org")
    changing.confirm(key=kept.key, on=TODAY)

    assert asking.erase_old(on=TODAY + timedelta(days=3)) == 0
    assert asking.erase_old(on=TODAY + timedelta(days=4)) == 1
    assert list(Subscriber.objects.values_list("email", flat=True)) == ["other@example.org"]


def test_the_three_days_begin_with_the_last_mail_that_says_so() -> None:
    for days in range(4):
        asking.ask(email=ADDRESS, language="en", rhythm="each", on=TODAY + timedelta(days=days))

    assert asking.erase_old(on=TODAY + timedelta(days=6)) == 0
    assert asking.erase_old(on=TODAY + timedelta(days=7)) == 1


def test_who_never_answers_gets_twelve_mails_a_week_at_most() -> None:
    for days in range(7):
        for _ in range(3):
            asking.ask(email=ADDRESS, language="en", rhythm="each", on=MONDAY + timedelta(days=days))
        asking.erase_old(on=MONDAY + timedelta(days=days))

    assert Outgoing.objects.count() == 12


def test_confirming_keeps_the_first_day_and_takes_mail_again_after_some_came_back() -> None:
    subscriber = ask()
    changing.confirm(key=subscriber.key, on=TODAY)
    Subscriber.objects.update(bounces=1, bounced_on=TODAY)

    assert changing.confirm(key=subscriber.key, on=TODAY + timedelta(days=9)) is True

    subscriber.refresh_from_db()
    assert (subscriber.confirmed_on, subscriber.bounces, subscriber.bounced_on) == (TODAY, 0, None)


def test_a_wrong_key_confirms_changes_and_ends_nothing() -> None:
    subscriber = ask()

    assert changing.confirm(key="x" * 32, on=TODAY) is False
    assert changing.change(key="x" * 32, language="es", rhythm="monthly") is False
    changing.end(key="x" * 32, on=TODAY)

    subscriber.refresh_from_db()
    assert (subscriber.confirmed_on, subscriber.rhythm) == (None, "each")


def test_ending_leaves_nothing_but_a_digest_which_goes_when_they_come_back() -> None:
    subscriber = ask()
    changing.end(key=subscriber.key, on=TODAY)
    changing.end(key=subscriber.key, on=TODAY)

    assert not Subscriber.objects.exists()
    assert not Outgoing.objects.exists()
    assert endings.among([ADDRESS, "other@example.org"]) == {ADDRESS}

    changing.confirm(key=ask().key, on=TODAY)

    assert endings.among([ADDRESS]) == set()
