"""What readers see: only what is shown, a page at a time, the oldest thread first, without any address."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from offramp.letters.models import Letter
from offramp.replies import removing, reports, showing
from offramp.replies.models import Decision, Reply, Report
from offramp.replies.showing import Shown, Thread
from tests.cast import TODAY
from tests.letters.letters import a_public_letter
from tests.replies.replies import Standing, a_reply, many, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> Letter:
    return a_public_letter()


def said(threads: list[Thread]) -> list[list[str]]:
    return [[shown.said for shown in (thread.first, *thread.answers)] for thread in threads]


def test_only_what_is_shown_is_counted_and_seen(letter: Letter) -> None:
    first = a_reply(letter, "First.")
    a_reply(letter, "To the first.", to=first)
    waiting(letter, to=first)
    waiting(letter)
    a_reply(letter, "Refused.", standing=Standing.REFUSED)
    a_reply(a_public_letter("another"), "Below another letter.")

    assert showing.count(letter) == 2
    assert said(showing.page(letter, 1).threads) == [["First.", "To the first."]]


def test_pages_hold_the_oldest_first_and_say_whether_more_follow(letter: Letter) -> None:
    begin = timezone.now() - timedelta(days=30)
    for number in range(showing.THREADS + 1):
        a_reply(letter, f"{number}", at=begin + timedelta(minutes=number))

    first, second = showing.page(letter, 1), showing.page(letter, 2)

    assert said(first.threads) == [[f"{number}"] for number in range(showing.THREADS)]
    assert (said(second.threads), first.has_next, second.has_next) == ([[f"{showing.THREADS}"]], True, False)


def test_a_thread_shows_its_first_answers_and_counts_the_others(letter: Letter) -> None:
    first = a_reply(letter, "First.")
    for number in range(5):
        a_reply(letter, f"{number}", to=first, at=first.at + timedelta(minutes=number))

    (thread,) = showing.page(letter, 1).threads

    assert said([thread]) == [["First.", "0", "1", "2"]]
    assert thread.more == 2


def test_a_page_of_a_thousand_asks_as_often_as_one_of_three_and_loads_no_address(
    letter: Letter, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for first in many(letter, 3, at=timezone.now() - timedelta(days=1)):
        many(letter, 2, at=timezone.now(), to=first)
    with django_assert_num_queries(2):
        few = showing.page(letter, 1).threads
    many(letter, 1_000, at=timezone.now())
    with django_assert_num_queries(2):
        assert len(said(showing.page(letter, 1).threads)) == showing.THREADS
    loaded = few[0].first.reply.get_deferred_fields()
    assert {"email", "key"} <= loaded


def test_a_long_one_is_cut_in_a_list_by_length_and_by_lines(letter: Letter) -> None:
    long, tall = Shown(a_reply(letter, "word " * 999)), Shown(a_reply(letter, "\n".join("lines" * 20)))

    assert len(long.said) <= showing.EXCERPT
    assert tall.said.count("\n") == showing.EXCERPT_LINES - 1
    assert (long.is_cut, tall.is_cut, Shown(a_reply(letter)).is_cut) == (True, True, False)


def test_what_is_deleted_leaves_nothing_behind(letter: Letter) -> None:
    reply = a_reply(letter)

    removing.remove(key=reply.key)
    removing.remove(key=reply.key)

    assert not Reply.objects.exists()


def test_what_others_answered_stays_when_it_is_deleted_and_goes_with_the_last_of_them(letter: Letter) -> None:
    first = a_reply(letter, "A secret.", name="Gus", email="gus@example.org", marks=["personal"])
    answer = a_reply(letter, "An answer.", to=first)
    Report.objects.create(reply=first, reason="other", text="About Gus.", on=TODAY)
    Decision.objects.create(reply=first, number=1, before="waiting", after="shown", on=TODAY)
    key = first.key

    removing.remove(key=key)

    (thread,) = showing.page(letter, 1).threads
    assert (thread.first.is_gone, said([thread])) == (True, [["", "An answer."]])
    assert showing.count(letter) == 1
    first.refresh_from_db()
    assert (first.name, first.email, first.text, first.marks) == ("", "", "", [])
    assert removing.by_key(key) is None
    assert removing.by_key(first.key) is None
    assert not Report.objects.exists()
    assert not Decision.objects.exists()

    removing.remove(key=answer.key)

    assert not Reply.objects.exists()


def test_an_answer_that_others_answered_keeps_its_place_until_the_last_is_gone(letter: Letter) -> None:
    first = a_reply(letter, "First.")
    second = a_reply(letter, "Second.", to=first)
    third = a_reply(letter, "Third.", to=first, towards=second)
    fourth = a_reply(letter, "Fourth.", to=first, towards=third)
    for taken_back in (second, third):
        removing.remove(key=taken_back.key)

    (thread,) = showing.page(letter, 1).threads
    assert said([thread]) == [["First.", "", "Fourth."]]
    assert (thread.seen, thread.more, showing.count(letter)) == (2, 0, 2)
    assert thread.answers[1].towards == ""

    removing.remove(key=fourth.key)

    assert list(Reply.objects.all()) == [first]


def test_an_answer_that_waits_or_was_refused_says_nobodys_name_to_those_who_see_the_next_one(
    letter: Letter,
) -> None:
    first = a_reply(letter)
    refused = a_reply(letter, "Rude.", name="Gus", to=first, standing=Standing.REFUSED)
    a_reply(letter, "Please be kind.", to=first, towards=refused)

    (answers, _has_next) = showing.answers(first, 1)

    assert [(answer.is_gone, answer.towards) for answer in answers] == [(True, ""), (False, "")]


def test_the_answers_to_a_refused_one_stand_in_their_place_without_it(letter: Letter) -> None:
    first = a_reply(letter, "Nobody should read this.", standing=Standing.REFUSED)
    a_reply(letter, "An answer.", to=first)

    (thread,) = showing.page(letter, 1).threads

    assert thread.first.is_gone
    assert showing.one(first.pk) is None


def test_what_nobody_decided_about_in_three_months_goes(letter: Letter) -> None:
    now = timezone.now()
    waiting(letter, "Old.", at=now - timedelta(days=91))
    waiting(letter, "Newer.", at=now - timedelta(days=89))
    a_reply(letter, "Shown.", at=now - timedelta(days=400))

    assert removing.erase_unread(on=now.date()) == 1

    assert sorted(Reply.objects.values_list("text", flat=True)) == ["Newer.", "Shown."]


def test_a_settled_report_is_forgotten_after_a_month(letter: Letter) -> None:
    reply = a_reply(letter)
    for number, days in enumerate((31, 30)):
        on = TODAY - timedelta(days=days)
        said = {"reason": "spam", "text": "Look.", "on": on}
        decision = Decision.objects.create(reply=reply, number=number, before="shown", after="shown", on=on)
        Report.objects.create(reply=reply, decision=decision, **said)
    Report.objects.create(reply=reply, **said)

    assert reports.erase_old(on=TODAY) == 1
    assert Report.objects.count() == 2
