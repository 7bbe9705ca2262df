"""Each address gets its mail once, whatever the mail server says and however a run ends."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
from django.core.mail import EmailMessage

from offramp.letters import publishing
from offramp.notices.session import Answer, Kind, Outcome, Session, always
from offramp.subscribers import delivering, mailings
from offramp.subscribers.delivering import Count
from offramp.subscribers.models import Delivery, Mailing, Subscriber
from tests.cast import Person
from tests.notices.office import HANGS, HANGS_UP, Office, open_for_mail
from tests.subscribers.waiting import MONTHLY, NOW, TODAY, a_mailing, a_subscriber, letter_of

pytestmark = pytest.mark.django_db
ADA, BO, CY = "ada@x.example", "bo@x.example", "cy@x.example"


@pytest.fixture
def office(settings: Any) -> Iterator[Office]:
    with open_for_mail(settings) as office:
        yield office


@pytest.fixture
def mailing(di: Person) -> Mailing:
    """To Ada, Bo and Cy."""
    for name in ("ada", "bo", "cy"):
        a_subscriber(name)
    return a_mailing(di.member)


def run(*, now: datetime = NOW) -> Count:
    with Session(patience=0.5, last_patience=0.5) as session:
        return delivering.send_some(session, now=now)


class Interrupted(Session):
    """Something happens elsewhere after the first mail."""

    def __init__(self, happens: Callable[[], object]) -> None:
        super().__init__()
        self._happens = happens

    def send(
        self, mail: EmailMessage, *, kind: Kind = Kind.LETTER, may_leave: Callable[[], bool] = always
    ) -> Answer:
        answer = super().send(mail, kind=kind, may_leave=may_leave)
        if answer.outcome is Outcome.TAKEN:
            self._happens()
        return answer


def test_everybody_is_served_once(mailing: Mailing, office: Office) -> None:
    a_subscriber("too-late")

    assert run() == Count(taken=3)
    assert run() == Count()

    assert sorted(office.addresses) == [ADA, BO, CY]
    assert office.connections == 1


def test_not_now_is_tried_again_later_and_less_and_less_often(mailing: Mailing, office: Office) -> None:
    office.at_rcpt[ADA] = ["451 4.7.1 greylisted", "451 4.7.1 greylisted"]

    assert run() == Count(taken=2, put_off=1)
    assert run(now=NOW + timedelta(minutes=4)) == Count()
    assert run(now=NOW + timedelta(minutes=5)) == Count(put_off=1)
    assert run(now=NOW + timedelta(minutes=14)) == Count()
    assert run(now=NOW + timedelta(minutes=15)) == Count(taken=1)

    assert sorted(office.addresses) == [ADA, BO, CY]


def test_after_three_days_it_is_given_up(mailing: Mailing, office: Office) -> None:
    office.at_rcpt[ADA] = ["451 4.2.2 mailbox full"] * 100
    now = NOW
    while Delivery.objects.exists():
        run(now=now)
        now += timedelta(hours=6)

    assert timedelta(days=3) <= now - NOW <= timedelta(days=5)
    assert Mailing.objects.get().given_up == 1
    assert Subscriber.objects.get(email=ADA).bounces == 0


def test_an_address_that_is_gone_is_given_up_and_counted(mailing: Mailing, office: Office) -> None:
    office.at_rcpt[ADA] = ["550 5.1.1 no such user"]

    assert run() == Count(taken=2, given_up=1)

    assert not Delivery.objects.exists()
    assert Subscriber.objects.get(email=ADA).bounces == 1
    assert Mailing.objects.get().given_up == 1


def test_what_is_said_of_us_is_held_against_no_address(mailing: Mailing, office: Office) -> None:
    office.at_rcpt[ADA] = ["554 5.7.1 relay access denied"]
    office.at_end[BO] = ["554 5.7.1 this looks like spam"]

    assert run() == Count(taken=1, put_off=2)
    assert run(now=NOW + timedelta(hours=1)) == Count(taken=2)
    assert not Subscriber.objects.exclude(bounces=0).exists()


@pytest.mark.parametrize("trouble", [HANGS, HANGS_UP])
def test_a_line_lost_in_the_middle_leaves_out_nobody(mailing: Mailing, office: Office, trouble: str) -> None:
    office.at_end[BO] = [trouble]

    assert run() == Count(taken=2, put_off=1)
    assert run(now=NOW + timedelta(hours=1)) == Count(taken=1, repeated=1)

    assert sorted(office.addresses) == [ADA, BO, CY]


def test_a_mail_in_doubt_goes_again_under_the_same_name(mailing: Mailing, office: Office) -> None:
    office.takes_and_hangs_up.add(ADA)

    assert run() == Count(put_off=1)
    run(now=NOW + timedelta(hours=1))

    assert sorted(office.addresses) == [ADA, ADA, BO, CY]
    assert [len(ids) for ids in office.ids().values()] == [1, 1, 1]
    assert len(set.union(*office.ids().values())) == 3


def test_a_server_that_is_away_costs_nobody_a_try(mailing: Mailing, settings: Any) -> None:
    settings.EMAIL_PORT = 1

    assert run() == Count()

    assert Delivery.objects.filter(tries=0, not_before=None).count() == 3


def test_what_is_stopped_in_the_middle_stops(mailing: Mailing, office: Office, di: Person) -> None:
    stop = partial(mailings.stop, mailing=mailing, by=di.member, on=TODAY)

    with Interrupted(stop) as session:
        assert delivering.send_some(session, now=NOW) == Count(taken=1, withheld=1)
    assert run() == Count()
    mailings.resume(mailing=mailing, by=di.member, on=TODAY)
    assert run() == Count(taken=2)

    assert sorted(office.addresses) == [ADA, BO, CY]


def test_a_letter_that_is_withdrawn_goes_to_nobody_else(mailing: Mailing, office: Office, di: Person) -> None:
    publishing.withdraw(letter=letter_of(mailing), by=di.member, now=NOW)

    assert run() == Count()

    assert office.addresses == []
    assert Mailing.objects.get().stopped_on == TODAY


def test_who_ends_the_subscription_gets_nothing_more(mailing: Mailing, office: Office) -> None:
    Subscriber.objects.get(email=BO).delete()

    assert run() == Count(taken=2)
    assert sorted(office.addresses) == [ADA, CY]


def test_many_go_in_pieces(mailing: Mailing, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "AT_ONCE", 2)

    assert [run(), run(), run()] == [Count(taken=2), Count(taken=1), Count()]


def test_a_month_of_letters_is_one_mail(di: Person, office: Office) -> None:
    a_subscriber("ed", rhythm=MONTHLY)
    first_of_next = (NOW.replace(day=1) + timedelta(days=32)).replace(day=1)
    a_mailing(di.member, "first")
    a_mailing(di.member, "second")
    mailings.begin_due(first_of_next)

    assert run(now=first_of_next) == Count(taken=1)
    assert office.addresses == ["ed@x.example"]
