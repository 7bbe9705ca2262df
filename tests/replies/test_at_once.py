"""A double click, and an organizer's decision while the writer deletes: each thing happens once."""

import time
from collections.abc import Callable
from threading import Event
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.utils import timezone

from offramp.letters.models import Letter
from offramp.notices.models import Outgoing
from offramp.people.models import Member
from offramp.replies import deciding, removing, reports, threads, writing
from offramp.replies.deciding import Outcome
from offramp.replies.models import Reply, Report
from offramp.replies.rules import Way
from offramp.replies.writing import Said
from tests.cast import two_organizers
from tests.letters.letters import a_public_letter
from tests.people.at_once import at_once
from tests.replies.replies import Standing, a_reply, rule

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engine]


def test_two_presses_in_the_same_moment_are_one_reply_and_one_mail() -> None:
    letter, once = a_public_letter(), uuid4()
    rule(letter, Way.OPEN)
    said = Said(name="Cy", email="cy@example.org", text="Thank you.", language="en")

    def press() -> Reply:
        fresh = Letter.objects.get(pk=letter.pk)
        return writing.write(once=once, letter=fresh, to=None, said=said, now=timezone.now())

    outcomes = at_once(press, press, press)

    assert {outcome.pk for outcome in outcomes} == {once}
    assert (Reply.objects.count(), Outgoing.objects.count()) == (1, 1)


def test_an_answer_that_comes_while_it_is_deleted_is_kept_or_refused_and_never_half() -> None:
    letter = a_public_letter()
    first = a_reply(letter)
    said = Said(name="Cy", email="cy@example.org", text="To you.", language="en")

    def answer() -> Reply:
        fresh = Letter.objects.get(pk=letter.pk)
        return writing.write(once=uuid4(), letter=fresh, to=first, said=said, now=timezone.now())

    at_once(answer, lambda: removing.remove(key=first.key))

    left = Reply.objects.filter(text="To you.").first()
    assert not Reply.objects.filter(key=first.key).exists()
    assert left is None or (left.to and left.to.text == "")


def test_the_same_report_in_the_same_moment_is_one() -> None:
    reply = a_reply(a_public_letter())

    def press() -> None:
        reports.report(reply=reply, why=reports.Why.SPAM, text="", on=reply.at.date())

    assert at_once(press, press, press) == [None] * 3
    assert Report.objects.count() == 1


def decide(by: Member, *replies: Reply) -> object:
    seen = [(reply.pk, 0) for reply in replies]
    return deciding.decide(replies=seen, after=Standing.SHOWN, reason="", by=by, now=timezone.now())


def erase(_by: Member, *_replies: Reply) -> object:
    return removing.erase_all(Reply.objects.all())


@pytest.mark.parametrize(("act", "outcome"), [(decide, Outcome(decided=1, gone=1)), (erase, 1)])
def test_whoever_takes_many_waits_for_a_thread_before_holding_anything_in_it(
    act: Callable[..., object], outcome: object
) -> None:
    first, by = a_reply(a_public_letter(), pk=UUID(int=2)), two_organizers()[0].member
    answer = a_reply(first.letter, pk=UUID(int=1), to=first)
    is_held = Event()

    def take_back() -> None:
        with transaction.atomic():
            threads.held(answer)
            is_held.set()
            time.sleep(0.2)
            removing.erase(Reply.objects.get(pk=answer.pk))

    def take_many() -> object:
        is_held.wait()
        return act(by, answer, first)

    assert at_once(take_back, take_many) == [None, outcome]
