"""Deciding about replies: many at once, none overwritten, undone, and learned from."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from offramp.letters.models import Letter
from offramp.notices.models import Outgoing
from offramp.people.models import Member
from offramp.replies import deciding, removing
from offramp.replies.deciding import Outcome
from offramp.replies.models import Decision, Learned, Reply, Report
from tests.cast import two_organizers
from tests.letters.letters import a_public_letter
from tests.people.at_once import at_once
from tests.replies.replies import a_reply, waiting

pytestmark = pytest.mark.django_db
SHOWN, REFUSED, WAITING = Reply.Standing.SHOWN, Reply.Standing.REFUSED, Reply.Standing.WAITING
NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)


@pytest.fixture
def organizers() -> list[Member]:
    return [person.member for person in two_organizers()]


@pytest.fixture
def di(organizers: list[Member]) -> Member:
    return organizers[0]


@pytest.fixture
def ed(organizers: list[Member]) -> Member:
    return organizers[1]


@pytest.fixture
def letter() -> Letter:
    return a_public_letter()


def decide(by: Member, *replies: Reply, after: Reply.Standing = SHOWN, reason: str = "") -> Outcome:
    """As they stood on the page from which somebody decides."""
    seen = [(reply.pk, reply.changes) for reply in replies]
    return deciding.decide(replies=seen, after=after, reason=reason, by=by, now=NOW)


def undo_last(by: Member) -> Outcome:
    click = deciding.last_click(by=by)
    return deciding.undo(together=click.together if click else uuid4(), by=by, now=NOW)


def standings() -> list[str]:
    return list(Reply.objects.order_by("at").values_list("standing", flat=True))


def is_taught() -> dict[str, bool]:
    return {kind: Learned.objects.filter(**{f"{kind}__gt": 0}).exists() for kind in ("spam", "ham")}


def test_one_click_decides_many_and_says_who_and_why(di: Member, letter: Letter) -> None:
    replies = [waiting(letter) for _ in range(3)]

    outcome = decide(di, *replies[:2], after=REFUSED, reason="spam")

    assert outcome == Outcome(decided=2)
    assert standings() == [REFUSED, REFUSED, WAITING]
    assert {(one.by, one.reason, one.before, one.after, one.number) for one in Decision.objects.all()} == {
        (di, "spam", WAITING, REFUSED, 1)
    }
    assert Decision.objects.values("together").distinct().count() == 1


def test_the_second_of_two_organizers_overwrites_nothing(di: Member, ed: Member, letter: Letter) -> None:
    seen_by_both, seen_by_ed = waiting(letter), waiting(letter)
    decide(di, seen_by_both, after=REFUSED, reason="threat")

    outcome = decide(ed, seen_by_both, seen_by_ed)

    assert outcome == Outcome(decided=1, overtaken=[seen_by_both.pk])
    assert standings() == [REFUSED, SHOWN]


@pytest.mark.django_db(transaction=True)
def test_of_two_organizers_in_the_same_moment_one_decides(di: Member, ed: Member, letter: Letter) -> None:
    replies = [waiting(letter, f"Thought {number}.") for number in range(3)]

    outcomes = at_once(
        lambda: decide(di, *replies, after=REFUSED, reason="spam"),
        lambda: decide(ed, *reversed(replies)),
    )

    assert sorted((one.decided, len(one.overtaken)) for one in outcomes) == [(0, 3), (3, 0)]
    assert len(set(standings())) == 1
    assert Decision.objects.count() == 3


def test_a_button_pressed_twice_is_no_quarrel_with_oneself(di: Member, ed: Member, letter: Letter) -> None:
    reply = waiting(letter)
    decide(di, reply)

    assert decide(di, reply) == Outcome()
    assert decide(ed, reply) == Outcome(overtaken=[reply.pk])
    assert Outgoing.objects.count() == 1


def test_what_its_owner_took_back_is_gone(di: Member, letter: Letter) -> None:
    deleted, emptied = waiting(letter), waiting(letter)
    waiting(letter, to=emptied)
    for reply in (deleted, emptied):
        removing.remove(key=reply.key)

    assert decide(di, deleted, emptied) == Outcome(gone=2)


def test_whoever_refuses_says_why(di: Member, letter: Letter) -> None:
    with pytest.raises(deciding.NoReason):
        decide(di, waiting(letter), after=REFUSED)

    assert standings() == [WAITING]


def test_the_last_click_is_undone_whole_and_once(di: Member, letter: Letter) -> None:
    decide(di, waiting(letter), waiting(letter), after=REFUSED, reason="spam")

    assert undo_last(di) == Outcome(decided=2)
    assert standings() == [WAITING, WAITING]
    assert undo_last(di) == Outcome()


def test_undo_pressed_twice_undoes_once(di: Member, letter: Letter) -> None:
    decide(di, waiting(letter))
    click = deciding.last_click(by=di)
    assert click is not None

    outcomes = [deciding.undo(together=click.together, by=di, now=NOW) for _ in range(2)]

    assert outcomes == [Outcome(decided=1), Outcome()]
    assert standings() == [WAITING]


def test_undo_leaves_what_another_decided_since(di: Member, ed: Member, letter: Letter) -> None:
    first, second = waiting(letter), waiting(letter)
    decide(di, first, second, after=REFUSED, reason="off topic")
    first.refresh_from_db()
    decide(ed, first)

    assert undo_last(di) == Outcome(decided=1, overtaken=[first.pk])
    assert standings() == [SHOWN, WAITING]


def test_nobody_undoes_what_another_decided(di: Member, ed: Member, letter: Letter) -> None:
    decide(di, waiting(letter))
    click = deciding.last_click(by=di)
    assert click is not None

    assert deciding.undo(together=click.together, by=ed, now=NOW) == Outcome()
    assert standings() == [SHOWN]


def test_a_decision_answers_the_reports_and_undo_opens_them_again(di: Member, letter: Letter) -> None:
    reply = a_reply(letter)
    report = Report.objects.create(reply=reply, reason="threat", text="Look.", on=NOW.date())

    decide(di, reply)
    report.refresh_from_db()
    assert report.decision is not None

    undo_last(di)
    report.refresh_from_db()
    assert report.decision is None
    assert standings() == [SHOWN]


def test_the_filter_learns_from_spam_and_from_what_stands_and_from_nothing_else(
    di: Member, letter: Letter
) -> None:
    decide(di, waiting(letter), after=REFUSED, reason="off topic")
    assert is_taught() == {"spam": False, "ham": False}

    decide(di, waiting(letter, "Buy watches here."), after=REFUSED, reason="spam")
    assert is_taught() == {"spam": True, "ham": False}

    undo_last(di)
    assert is_taught() == {"spam": False, "ham": False}


def test_another_decision_takes_the_lesson_of_the_one_before_back(di: Member, letter: Letter) -> None:
    reply = waiting(letter)
    decide(di, reply, after=REFUSED, reason="spam")
    reply.refresh_from_db()

    decide(di, reply)
    assert is_taught() == {"spam": False, "ham": True}

    undo_last(di)
    assert is_taught() == {"spam": True, "ham": False}


def test_its_owner_is_told_when_it_is_shown_for_the_first_time(di: Member, letter: Letter) -> None:
    reply = waiting(letter)
    for after, reason in ((SHOWN, ""), (REFUSED, "other"), (SHOWN, "")):
        decide(di, reply, after=after, reason=reason)
        reply.refresh_from_db()

    assert [(mail.to, reply.key in mail.text) for mail in Outgoing.objects.all()] == [(reply.email, True)]


def test_that_mail_waits_for_ten_minutes_in_which_the_click_can_be_undone(di: Member, letter: Letter) -> None:
    decide(di, waiting(letter))

    assert Outgoing.objects.get().not_before == NOW + timedelta(minutes=10)


def test_one_that_came_in_shown_was_told_then(di: Member, letter: Letter) -> None:
    reply = a_reply(letter, is_told=True)
    decide(di, reply, after=REFUSED, reason="other")
    reply.refresh_from_db()

    decide(di, reply)

    assert not Outgoing.objects.exists()


def test_what_was_refused_goes_after_thirty_days(di: Member, letter: Letter) -> None:
    refused, kept, shown = waiting(letter), waiting(letter), waiting(letter)
    decide(di, refused, after=REFUSED, reason="spam")
    decide(di, shown)

    assert deciding.erase_old(on=NOW.date() + timedelta(days=29)) == 0
    assert Reply.objects.count() == 3

    assert deciding.erase_old(on=NOW.date() + timedelta(days=30)) == 1
    assert set(Reply.objects.all()) == {kept, shown}


def test_an_answer_that_somebody_else_wrote_outlives_what_was_refused(di: Member, letter: Letter) -> None:
    refused = waiting(letter, "Something cruel.")
    answer = a_reply(letter, "That is cruel.", to=refused)
    decide(di, refused, after=REFUSED, reason="other")

    erased = [deciding.erase_old(on=NOW.date() + timedelta(days=days)) for days in (30, 31)]

    assert erased == [1, 0]
    refused.refresh_from_db()
    assert (refused.text, refused.email, refused.name) == ("", "", "")
    assert Reply.objects.filter(pk=answer.pk).exists()
