"""The one mail with the link of a reply: it goes once the reply is shown, unless that is undone before."""

from uuid import UUID, uuid4

import pytest

from offramp.letters.models import Letter
from offramp.notices.models import Outgoing
from offramp.people.models import Member
from offramp.replies import deciding, removing
from offramp.replies.models import Decision, Reply
from tests.cast import two_organizers
from tests.letters.letters import a_public_letter
from tests.replies.replies import a_reply, waiting
from tests.subscribers.waiting import NOW

pytestmark = pytest.mark.django_db
SHOWN, REFUSED = Reply.Standing.SHOWN, Reply.Standing.REFUSED


@pytest.fixture
def di() -> Member:
    return two_organizers()[0].member


@pytest.fixture
def letter() -> Letter:
    return a_public_letter()


def decide(by: Member, reply: Reply, after: Reply.Standing = SHOWN, reason: str = "") -> UUID:
    reply.refresh_from_db()
    seen = [(reply.pk, reply.changes)]
    deciding.decide(replies=seen, after=after, reason=reason, by=by, now=NOW)
    return Decision.objects.get(reply=reply, number=reply.changes + 1).together


def links_waiting(*replies: Reply) -> list[bool]:
    texts = "".join(Outgoing.objects.values_list("text", flat=True))
    return [reply.key in texts for reply in replies]


def test_whoever_takes_a_reply_back_gets_no_mail_about_it(di: Member, letter: Letter) -> None:
    removed, answered, kept = (waiting(letter) for _ in range(3))
    for reply in (removed, answered, kept):
        decide(di, reply)
    a_reply(letter, to=answered)

    for reply in (removed, answered):
        removing.remove(key=reply.key)

    assert Outgoing.objects.count() == 1
    assert links_waiting(removed, answered, kept) == [False, False, True]


def test_what_is_undone_before_the_mail_went_calls_it_back(di: Member, letter: Letter) -> None:
    undone, kept = waiting(letter), waiting(letter)
    decide(di, kept)
    together = decide(di, undone)

    deciding.undo(together=together, by=di, now=NOW)
    assert links_waiting(undone, kept) == [False, True]

    decide(di, undone)
    assert links_waiting(undone, kept) == [True, True]


def test_a_refusal_that_is_undone_leaves_the_mail_where_it_is(di: Member, letter: Letter) -> None:
    reply = waiting(letter)
    decide(di, reply)
    together = decide(di, reply, REFUSED, "spam")

    deciding.undo(together=together, by=di, now=NOW)

    assert links_waiting(reply) == [True]


def test_an_undo_that_comes_twice_does_nothing(di: Member, letter: Letter) -> None:
    reply = waiting(letter)
    together = decide(di, reply)

    for one in (together, together, uuid4()):
        deciding.undo(together=one, by=di, now=NOW)

    assert links_waiting(reply) == [False]
