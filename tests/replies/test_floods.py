"""Thousands of replies from one script: whoever writes at the same time waits for none of it."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.replies import deciding, lessons, removing
from offramp.replies.deciding import Seen
from offramp.replies.judging import learning, tokens
from offramp.replies.models import Decision, Learned, Reply
from tests.cast import two_organizers
from tests.letters.letters import a_public_letter
from tests.replies.replies import Standing, many, waiting

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)


@pytest.fixture
def letter() -> Letter:
    return a_public_letter()


@pytest.fixture
def di() -> Member:
    return two_organizers()[0].member


@pytest.fixture
def breaths(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, bool]]:
    """How many replies were left whenever others had a turn, and whether a transaction was open then."""
    taken: list[tuple[int, bool]] = []

    def breathe(seconds: float) -> None:
        if seconds:
            taken.append((Reply.objects.count(), connection.in_atomic_block))

    monkeypatch.setattr(time, "sleep", breathe)
    return taken


def seen(replies: list[Reply]) -> list[Seen]:
    return [(reply.pk, reply.changes) for reply in replies]


def refuse(replies: list[Reply], *, by: Member) -> None:
    deciding.decide(replies=seen(replies), after=Standing.REFUSED, reason="spam", by=by, now=NOW)


def taught(kind: str) -> int:
    """How many replies the filter learned from."""
    count = Learned.objects.filter(token=learning._digest("all:replies")).first()
    return getattr(count, kind) if count else 0


def lots(letter: Letter, count: int) -> list[Reply]:
    return [waiting(letter, f"Buy watch number {number} here.") for number in range(count)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("standing", "erase"),
    [(Standing.REFUSED, deciding.erase_old), (Standing.WAITING, removing.erase_unread)],
)
def test_a_flood_is_erased_in_parts(
    letter: Letter, breaths: list[tuple[int, bool]], standing: str, erase: Callable[..., int]
) -> None:
    flood = many(letter, 2 * removing.AT_ONCE + 1, at=NOW - timedelta(days=100))
    Reply.objects.update(standing=standing)

    assert erase(on=NOW.date()) == len(flood)
    assert breaths == [(removing.AT_ONCE + 1, False), (1, False)]
    assert not Reply.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_an_organizer_lets_stand_between_two_parts_stays(
    letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(letter, removing.AT_ONCE + 2, at=NOW - timedelta(days=100))
    Reply.objects.update(standing=Standing.WAITING)
    monkeypatch.setattr(
        time, "sleep", lambda seconds: seconds and Reply.objects.update(standing=Standing.SHOWN)
    )

    assert removing.erase_unread(on=NOW.date()) == removing.AT_ONCE
    assert Reply.objects.count() == 2


def test_what_was_decided_once_and_waits_again_in_vain_is_erased_too(letter: Letter, di: Member) -> None:
    old, young = many(letter, 2, at=NOW - timedelta(days=200))
    Reply.objects.update(standing=Standing.WAITING)
    for reply, days_ago in ((old, 91), (young, 90)):
        decided = {"reply": reply, "before": Standing.SHOWN, "after": Standing.WAITING}
        on = NOW.date() - timedelta(days=days_ago)
        Decision.objects.create(**decided, number=1, by=di, on=on)

    assert removing.erase_unread(on=NOW.date()) == 1
    assert Reply.objects.get() == young


@pytest.mark.django_db(transaction=True)
def test_the_filter_learns_after_the_decision_and_others_write_in_between(
    letter: Letter, di: Member, breaths: list[tuple[int, bool]]
) -> None:
    replies = lots(letter, 2 * lessons.AT_ONCE)

    refuse(replies, by=di)

    waits = 2 if connection.vendor == "sqlite" else 0
    assert breaths == [(len(replies), False)] * waits
    assert taught("spam") == len(replies)


def test_of_a_flood_that_one_click_refuses_a_few_are_lessons(letter: Letter, di: Member) -> None:
    replies = lots(letter, lessons.MOST_OF_A_CLICK + 5)

    refuse(replies, by=di)

    assert set(Reply.objects.values_list("standing", flat=True)) == {Standing.REFUSED}
    assert taught("spam") == lessons.MOST_OF_A_CLICK


def test_undo_takes_back_what_was_taught_and_nothing_else(letter: Letter, di: Member) -> None:
    refuse(lots(letter, 3), by=di)
    refuse(lots(letter, lessons.MOST_OF_A_CLICK + 5), by=di)
    click = deciding.last_click(by=di)
    assert click is not None

    deciding.undo(together=click.together, by=di, now=NOW)

    assert taught("spam") == 3
    assert Learned.objects.get(token=learning._digest("watch")).spam == 3


def test_what_was_shown_is_no_example_any_more_even_where_a_flood_is_refused(
    letter: Letter, di: Member
) -> None:
    replies = lots(letter, lessons.MOST_OF_A_CLICK + 5)
    deciding.decide(replies=seen(replies), after=Standing.SHOWN, reason="", by=di, now=NOW)
    assert taught("ham") == lessons.MOST_OF_A_CLICK

    refuse(list(Reply.objects.all()), by=di)

    assert (taught("spam"), taught("ham")) == (lessons.MOST_OF_A_CLICK, 0)


def test_of_the_longest_reply_so_much_is_learned_and_unlearned(letter: Letter) -> None:
    text = " ".join(f"word{'abcdefghij'[number % 10]}{number}" for number in range(500))
    reply = Reply(name="Cy", email="cy@example.org", text=text, at=NOW)
    assert len(tokens.of(text, name="", email="")) > 2 * learning.MOST_OF_A_REPLY

    learning.learn(reply, is_spam=True)
    assert Learned.objects.count() == learning.MOST_OF_A_REPLY + 2

    learning.unlearn(reply, is_spam=True)
    assert not Learned.objects.filter(spam__gt=0).exists()


def test_garbage_never_pushes_out_what_people_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "MOST", 60)
    monkeypatch.setattr(learning, "EVERY", 10)
    said = Reply(name="Cy", email="cy@example.org", text="My brother wore that badge", at=NOW)
    learning.learn(said, is_spam=False)
    honest = set(Learned.objects.values_list("token", flat=True))

    for number in range(29):
        words = " ".join(f"x{number}y{part}" for part in "abcdefghi")
        learning.learn(Reply(name="x", email="", text=words, at=NOW + timedelta(days=1)), is_spam=True)

    assert honest <= set(Learned.objects.values_list("token", flat=True))
    assert Learned.objects.count() == 60
