"""Mail that came back: two mailings in a row to an address that is gone end it, and nothing less does."""

import time
from datetime import date, timedelta
from typing import Any

import pytest

from offramp.subscribers import bounces, endings, envelope, reports
from offramp.subscribers.models import Mailing, Subscriber
from tests.letters.letters import a_public_letter
from tests.subscribers.returned import away, many_parts, nested, postfix, returned
from tests.subscribers.waiting import a_subscriber

pytestmark = pytest.mark.django_db
FIRST = date(2026, 11, 1)


@pytest.fixture(autouse=True)
def _address(settings: Any) -> None:
    settings.BOUNCES = "bounces@letters.example.org"


def a_mailing_of(day: date, *, total: int = 5, month: date | None = None) -> Mailing:
    letter = None if month else a_public_letter(f"of-{day}")
    return Mailing.objects.create(letter=letter, month=month, asked_on=day, begun_on=day, total=total)


def weeks(count: int) -> list[Mailing]:
    return [a_mailing_of(FIRST + timedelta(weeks=week)) for week in range(count)]


def come_back(mailing: Mailing, subscriber: Subscriber, *statuses: str, **told: str) -> bool:
    """Its server reports to the address on our envelope."""
    return bounces.take(reports.read(returned(envelope.returns_to(mailing, subscriber), *statuses, **told)))


def count_of(subscriber: Subscriber) -> int:
    return Subscriber.objects.get(pk=subscriber.pk).bounces


def test_the_second_mailing_in_a_row_that_comes_back_ends_it_for_good() -> None:
    (first, second), ada, bo = weeks(2), a_subscriber("ada"), a_subscriber("bo")

    assert come_back(first, ada)
    assert count_of(ada) == 1
    assert come_back(second, ada)

    assert list(Subscriber.objects.all()) == [bo]
    assert endings.among([ada.email, bo.email]) == {ada.email}
    counted = Mailing.objects.order_by("begun_on").values_list("came_back", "ended")
    assert list(counted) == [(1, 0), (1, 1)]


def test_one_mailing_counts_once_however_often_it_is_reported() -> None:
    [mailing], ada = weeks(1), a_subscriber("ada")

    for _ in range(5):
        come_back(mailing, ada)

    assert count_of(ada) == 1
    assert Mailing.objects.get().came_back == 1


def test_a_mailing_that_arrived_in_between_begins_the_count_anew() -> None:
    (first, _arrived, third, fourth), ada = weeks(4), a_subscriber("ada")

    come_back(first, ada)
    come_back(third, ada)
    assert count_of(ada) == 1
    come_back(fourth, ada)

    assert not Subscriber.objects.exists()


def test_a_late_report_about_an_earlier_mailing_counts_nothing_more() -> None:
    (first, _arrived, third), ada = weeks(3), a_subscriber("ada")

    for mailing in (first, third, first):
        come_back(mailing, ada)

    assert count_of(ada) == 1


def test_monthly_mails_that_come_back_are_not_made_up_for_by_letters_to_others() -> None:
    months = [FIRST, date(2026, 12, 1)]
    october, november = (a_mailing_of(day, month=day) for day in months)
    a_mailing_of(date(2026, 11, 15))
    ada = a_subscriber("ada", rhythm="monthly")

    come_back(october, ada)
    come_back(november, ada)

    assert not Subscriber.objects.exists()


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("5.1.1", "550 5.1.1 <ada@example.org>: Recipient address rejected"),
        ("5.1.10", "556 5.1.10 Domain takes no mail"),
        ("5.2.1", "550 5.2.1 The account is disabled"),
        ("5.4.4", "550 5.4.4 Host not found"),
        ("5.0.0", "550 no such user"),
        ("5.0.0", "550 #5.1.0 Address rejected"),
        ("5.0.0", "550-5.1.1 gone"),
        ("5.0.0", ""),
    ],
)
def test_what_says_that_the_address_is_gone(status: str, told: str) -> None:
    [mailing], ada = weeks(1), a_subscriber("ada")

    come_back(mailing, ada, status, told=told)

    assert count_of(ada) == 1


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("5.7.1", "550 5.7.1 Your server is on a list"),
        ("5.0.0", "554 5.7.1 Service unavailable; client host blocked"),
        ("5.0.0", "554 refused: 192.5.1.1 is on a list"),
        ("5.0.0", "552 too much"),
        ("5.2.2", "552 5.2.2 Mailbox full"),
        ("5.3.4", "552 5.3.4 Too large"),
        ("5.6.1", "554 5.6.1 Eight bits"),
        ("5.1.8", "550 5.1.8 Sender rejected"),
        ("5.1.7", "550 5.1.7 Bad sender"),
        ("4.4.7", "451 4.4.7 tried for five days"),
        ("2.0.0", "250 ok"),
        ("", ""),
        ("gone", "gone"),
    ],
)
def test_what_says_something_else_is_never_held_against_an_address(status: str, told: str) -> None:
    [mailing], ada = weeks(1), a_subscriber("ada")

    come_back(mailing, ada, status, told=told)

    assert count_of(ada) == 0


@pytest.mark.parametrize(
    ("kind", "counted"),
    [("gone", 1), ("bare", 1), ("spam", 0), ("full", 0), ("late", 0)],
)
def test_postfix_is_understood(kind: str, counted: int) -> None:
    """Refused as unknown, refused without a reason, refused as spam, full, and not reached in time."""
    [mailing], ada = weeks(1), a_subscriber("ada")

    assert bounces.take(reports.read(postfix(kind, envelope.returns_to(mailing, ada))))

    assert count_of(ada) == counted


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded", "broken"])
def test_what_is_not_final_changes_nothing(action: str) -> None:
    [mailing], ada = weeks(1), a_subscriber("ada")

    assert come_back(mailing, ada, "5.1.1", action=action)

    assert count_of(ada) == 0


def test_an_address_of_which_somebody_else_still_gets_it_is_not_gone() -> None:
    [mailing], ada = weeks(1), a_subscriber("ada")
    report = returned(envelope.returns_to(mailing, ada), "5.1.1", "2.0.0")
    delivered = report.replace(b"Action: failed\r\nStatus: 2", b"Action: delivered\r\nStatus: 2")

    assert bounces.take(reports.read(delivered))

    assert count_of(ada) == 0


def test_when_a_tenth_comes_back_it_is_us_whom_servers_refuse_and_nobody_is_taken_off() -> None:
    mailings = [a_mailing_of(FIRST + timedelta(weeks=week), total=300) for week in range(2)]
    people = [a_subscriber(f"number-{number}") for number in range(40)]

    for mailing in mailings:
        for subscriber in people:
            bounces.note(subscriber=subscriber, mailing=mailing)

    assert Subscriber.objects.count() == 10
    assert [one.came_back for one in Mailing.objects.all()] == [40, 40]


@pytest.mark.parametrize("change", ["token", "no token", "another subscriber", "another key", "long"])
def test_nobody_forges_a_report_without_the_token(change: str, settings: Any) -> None:
    [mailing], ada, bo = weeks(1), a_subscriber("ada"), a_subscriber("bo")
    token = envelope.returns_to(mailing, ada).partition("+")[2].partition("@")[0]
    others = envelope.returns_to(mailing, bo).partition("+")[2].partition("@")[0]
    if change == "another key":
        settings.SECRET_KEY = "another" * 10
    forged = {
        "token": "a" * 48,
        "no token": "",
        "another subscriber": token[:24] + others[24:],
        "another key": token,
        "long": token * 1000,
    }[change]

    taken = bounces.take(reports.read(returned(f"bounces+{forged}@letters.example.org")))

    assert not taken
    assert (count_of(ada), count_of(bo)) == (0, 0)


def test_a_server_that_writes_all_letters_large_is_understood() -> None:
    [mailing], ada = weeks(1), a_subscriber("ada")

    assert bounces.take(reports.read(returned(envelope.returns_to(mailing, ada).upper())))

    assert count_of(ada) == 1


def test_who_ended_it_meanwhile_is_nobody_any_more() -> None:
    [mailing], ada = weeks(1), a_subscriber("ada")
    address = envelope.returns_to(mailing, ada)
    ada.delete()

    assert bounces.take(reports.read(returned(address)))

    assert Mailing.objects.get().came_back == 0


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff" * 5000,
        away("bounces@letters.example.org"),
        nested("bounces@letters.example.org", 5000),
        many_parts("bounces@letters.example.org", 5000),
        b"Content-Type: message/delivery-status\r\n\r\n",
        b"Content-Type: multipart/report; boundary=\r\n\r\n--\r\n--\r\n",
        b"Content-Type: multipart/report; boundary=x" + b"\r\n x" * 50_000 + b"\r\n\r\n--x\r\n",
        b"To: x\r\n" * 50_000 + b"\r\n",
        b"Content-Type: message/rfc822\r\n\r\n" * 30,
        b'Content-Type: multipart/report; a="' + b";" * 125_000 + b"\r\n\r\n",
        b'Content-Type: multipart/report; a="' + b";\r " * 60_000 + b"\r\n\r\n",
        b'Content-Type: multipart/mixed; boundary=x\n\n--x\ncontent-type: multipart/x; a="' + b";" * 125_000,
        b"Content-Type: multipart/report; boundary*=idna''%ff\r\n\r\n--x\r\n",
    ],
    ids=[
        *("nothing", "bytes", "holiday", "deep", "wide", "empty", "no boundary", "folded", "headers"),
        *("mails", "semicolons", "folded semicolons", "semicolons inside", "not in its character set"),
    ],
)
def test_whatever_else_comes_in_is_not_understood_and_costs_little(raw: bytes) -> None:
    began = time.process_time()

    with pytest.raises(reports.NotUnderstood):
        reports.read(raw)

    assert time.process_time() - began < 2


def test_a_long_line_of_another_kind_keeps_no_report_from_being_understood() -> None:
    """Large mail services sign what they send in lines of thousands of characters."""
    [mailing], ada = weeks(1), a_subscriber("ada")
    seal = b"ARC-Seal: i=1; a=rsa-sha256; b=" + b"x;" * 2_000 + b"\r\n"

    assert bounces.take(reports.read(seal + returned(envelope.returns_to(mailing, ada))))

    assert count_of(ada) == 1


def test_a_hundred_megabytes_behind_the_report_are_not_read() -> None:
    [mailing], ada = weeks(1), a_subscriber("ada")
    began = time.process_time()

    report = reports.read(returned(envelope.returns_to(mailing, ada), mail="x" * 10_000_000))

    assert report.status == "5.1.1"
    assert time.process_time() - began < 2
