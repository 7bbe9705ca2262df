"""`offramp mail`: what waits goes out by SMTP, and what the timer's log keeps of it names nobody."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from offramp.notices import queue, sending
from offramp.notices.models import Outgoing
from offramp.upkeep import chores, command
from tests.cast import Person
from tests.notices.office import Office, open_for_mail
from tests.subscribers.waiting import NOW, TODAY, a_mailing, a_subscriber

# Outside a transaction, as a timer is: inside, SQLite will not be told to wait for the disk.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office(settings: Any) -> Iterator[Office]:
    with open_for_mail(settings) as office:
        yield office


def test_single_mails_and_letters_go_out(
    di: Person, office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    a_subscriber("ada")
    a_mailing(di.member)
    put("bo")

    assert command.main(["mail"]) == 0

    assert office.addresses == ["bo@x.example", "ada@x.example"]
    [(_, answer), (_, letter)] = office.received
    assert (answer["Auto-Submitted"], answer["Subject"]) == ("auto-generated", "A question")
    assert answer["From"] == "noreply@testserver"
    assert str(letter["List-Unsubscribe-Post"]) == "List-Unsubscribe=One-Click"
    assert capsys.readouterr().out == "Letters sent: 1\nSingle mails sent: 1\n"
    assert not Outgoing.objects.exists()
    assert chores.last("mail") == timezone.now().date()


def test_a_run_with_nothing_to_do_says_nothing(office: Office, capfd: pytest.CaptureFixture[str]) -> None:
    assert command.main(["mail"]) == 0

    said = capfd.readouterr()
    assert (said.out, said.err, office.connections) == ("", "", 0)


def test_what_is_refused_is_dropped_and_never_printed(
    office: Office, capfd: pytest.CaptureFixture[str]
) -> None:
    office.at_rcpt["bo@x.example"] = ["550 5.1.1 bo@x.example is not known here"]
    put("bo")
    put("cy")

    assert command.main(["mail"]) == 0

    said = capfd.readouterr()
    assert (said.out, said.err) == ("Single mails sent: 1\n", "")
    assert not Outgoing.objects.exists()


def test_what_is_put_off_waits(office: Office) -> None:
    office.at_rcpt["bo@x.example"] = ["451 4.7.1 later"]
    put("bo")

    command.main(["mail"])
    command.main(["mail"])
    assert office.asked == 1
    Outgoing.objects.update(not_before=NOW)
    command.main(["mail"])

    assert office.addresses == ["bo@x.example"]


def test_a_server_that_is_away_is_asked_again_in_the_next_run(
    office: Office, settings: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    put("bo")
    put("cy")
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1

    assert command.main(["mail"]) == 1
    assert chores.last("mail") is None
    said = capfd.readouterr()
    assert said.out == "The mail server takes nothing from us just now; what waits is tried again.\n"
    settings.EMAIL_PORT = port
    assert command.main(["mail"]) == 0

    assert office.addresses == ["bo@x.example", "cy@x.example"]
    assert said.err == ""


def test_addresses_that_are_nowhere_starve_neither_answers_nor_letters(di: Person, office: Office) -> None:
    a_subscriber("ada")
    a_mailing(di.member)
    for number in range(45):
        office.at_rcpt[f"dead-{number}@x.example"] = ["450 4.1.2 domain not found"]
        put(f"dead-{number}")
    put("bo")

    assert command.main(["mail"]) == 0

    assert sorted(office.addresses) == ["ada@x.example", "bo@x.example"]
    assert Outgoing.objects.count() == 45


def test_what_was_never_tried_goes_before_what_comes_back(office: Office) -> None:
    for name in ("cy", "bo"):
        put(name)
    Outgoing.objects.filter(to="cy@x.example").update(tries=1)

    command.main(["mail"])

    assert office.addresses == ["bo@x.example", "cy@x.example"]


def test_a_mail_that_cannot_be_written_is_dropped_and_the_others_go(di: Person, office: Office) -> None:
    a_subscriber("ada")
    a_mailing(di.member)
    put("=?utf-8?b?!!!?=")
    put("bo")

    assert command.main(["mail"]) == 0

    assert sorted(office.addresses) == ["ada@x.example", "bo@x.example"]
    assert not Outgoing.objects.exists()


def test_a_letter_that_cannot_be_addressed_to_one_goes_to_the_others(di: Person, office: Office) -> None:
    for name in ("=?utf-8?b?!!!?=", "ada"):
        a_subscriber(name)
    a_mailing(di.member)

    assert command.main(["mail"]) == 0

    assert office.addresses == ["ada@x.example"]


def test_what_is_taken_back_while_others_go_does_not_leave(office: Office) -> None:
    put("cy")
    put("bo")
    office.when["received", 1] = partial(taken_back, "bo")

    command.main(["mail"])

    assert office.addresses == ["cy@x.example"]


def taken_back(name: str) -> None:
    """By its owner, on a page."""
    with ThreadPoolExecutor(1) as page:
        page.submit(_forget, f"{name}@x.example").result()


def _forget(to: str) -> None:
    queue.forget(to=to, about="subscription")
    connection.close()


def test_what_nobody_took_for_days_is_dropped() -> None:
    put("bo")

    assert sending.forget_old(on=TODAY + timedelta(days=3)) == 0
    assert sending.forget_old(on=TODAY + timedelta(days=4)) == 1


def put(name: str) -> None:
    to, text = f"{name}@x.example", "Was it you?\n"
    assert queue.put(to=to, subject="A question", text=text, about="subscription", on=TODAY)
