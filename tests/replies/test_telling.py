"""The one mail with the link of a reply: it goes once the reply is shown, unless that is undone before."""

from uuid import UUID, uuid4

import pytest

from offramp.letters.models import Letter
from offramp.notices import queue
from offramp.notices.models import Outgoing
from offramp.people.models import Member
from offramp.replies import deciding, removing
from offramp.replies.models import Decision, Reply
from tests.cast import two_organizers
from tests.letters.letters import a_public_letter
from tests.replies.replies import a_reply, waiting
from tests.subscribers.waiting import NOW

pytestmark = pytest.mark.django_db
SHOWN, REFUSED, WAITING = Reply.Standing.SHOWN, Reply.Standing.REFUSED, Reply.Standing.WAITING


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


@pytest.mark.parametrize(("after", "reason"), [(REFUSED, "spam"), (WAITING, "")])
def test_what_is_taken_out_of_sight_before_the_mail_went_calls_it_back(
    di: Member, letter: Letter, after: Reply.Standing, reason: str
) -> None:
    taken_back, kept = waiting(letter), waiting(letter)
    for reply in (taken_back, kept):
        decide(di, reply)

    decide(di, taken_back, after, reason)
    assert links_waiting(taken_back, kept) == [False, True]

    decide(di, taken_back)
    assert links_waiting(taken_back, kept) == [True, True]


def test_whoever_got_the_mail_gets_no_second_one(di: Member, letter: Letter) -> None:
    reply = waiting(letter)
    decide(di, reply)
    Outgoing.objects.all().delete()  # it left

    decide(di, reply, REFUSED, "spam")
    decide(di, reply)

    assert not Outgoing.objects.exists()


def test_a_slip_with_two_replies_of_one_person_costs_neither_its_mail(di: Member, letter: Letter) -> None:
    replies = [waiting(letter), waiting(letter)]
    for _ in range(2):
        for together in [decide(di, reply) for reply in replies]:
            deciding.undo(together=together, by=di, now=NOW)

    for reply in replies:
        decide(di, reply)

    assert links_waiting(*replies) == [True, True]


def test_a_stranger_who_types_an_address_often_takes_no_link_away(di: Member, letter: Letter) -> None:
    reply = waiting(letter)
    for kind in ("signature", "subscription") * 3:
        queue.put(to=reply.email, subject="A link", text="Hello.\n", about=kind, on=NOW.date())

    decide(di, reply)

    assert links_waiting(reply) == [True]


def test_a_refusal_that_is_undone_lets_the_mail_go_after_all(di: Member, letter: Letter) -> None:
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
