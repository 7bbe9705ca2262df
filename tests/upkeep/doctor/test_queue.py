"""The doctor sees mails that wait and do not move."""

from datetime import timedelta

import pytest

from offramp.notices import queue as mails
from offramp.subscribers import mailings
from offramp.upkeep.doctor.finding import Level
from offramp.upkeep.doctor.inside import queue
from tests.cast import Person
from tests.subscribers.waiting import NOW, TODAY, a_mailing, a_subscriber

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)


def test_what_came_yesterday_may_wait(di: Person) -> None:
    wait(di)

    assert levels(days_on=1) == [Level.GOOD, Level.GOOD]


def test_what_waits_for_longer_is_found(di: Person) -> None:
    wait(di)

    assert levels(days_on=2) == [Level.BROKEN, Level.ADVICE]


def test_what_an_organizer_stopped_is_no_trouble(di: Person) -> None:
    a_subscriber("ada")
    a_mailing(di.member)
    mailings.stop_all(now=NOW)

    assert levels(days_on=9) == [Level.GOOD, Level.GOOD]


def wait(di: Person) -> None:
    a_subscriber("ada")
    a_mailing(di.member)
    mails.put(to="bo@x.example", subject="A question", text="Was it you?", about="reply", on=TODAY)


def levels(*, days_on: int) -> list[int]:
    return [finding.level for look in queue.checks(TODAY + days_on * A_DAY).values() for finding in look()]
