"""A double click, and an organizer's decision while the writer deletes: each thing happens once."""

from uuid import uuid4

import pytest
from django.utils import timezone

from offramp.letters.models import Letter
from offramp.notices.models import Outgoing
from offramp.replies import removing, writing
from offramp.replies.models import Reply
from offramp.replies.rules import Way
from offramp.replies.writing import Said
from tests.letters.letters import a_public_letter
from tests.people.at_once import at_once
from tests.replies.replies import a_reply, rule

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
