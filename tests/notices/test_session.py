"""One connection for many mails, and whatever a mail server may say or not say."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.mail import EmailMessage

from offramp.notices.session import MOST_IN_VAIN, Kind, Outcome, Session
from tests.notices.office import HANGS, HANGS_UP, Office, open_for_mail


@pytest.fixture
def office(settings: Any) -> Iterator[Office]:
    with open_for_mail(settings) as office:
        yield office


def test_many_mails_go_over_one_connection(office: Office) -> None:
    with Session() as session:
        outcomes = [session.send(a_mail(name)).outcome for name in ("ada", "bo", "cy")]

    assert outcomes == [Outcome.TAKEN] * 3
    assert office.addresses == ["ada@x.example", "bo@x.example", "cy@x.example"]
    assert office.connections == 1


def test_a_mail_arrives_as_it_was_written(office: Office) -> None:
    body = ".\n..two dots\nFrom here on: señal, €\n" + "long " * 400 + "\nend"

    with Session() as session:
        session.send(a_mail("ada", body=body))

    [(_, mail)] = office.received
    assert bytes(mail.get_payload(decode=True)).decode().replace("\r\n", "\n").rstrip("\n") == body


def test_an_address_that_is_refused_does_not_end_the_others(office: Office) -> None:
    office.at_rcpt["ada@x.example"] = ["550 5.1.1 no such user"]

    with Session() as session:
        refused, taken = session.send(a_mail("ada")), session.send(a_mail("bo"))

    assert (refused.outcome, refused.status) == (Outcome.REFUSED, "550 5.1.1 no such user")
    assert taken.outcome is Outcome.TAKEN
    assert office.connections == 1


@pytest.mark.parametrize("where", ["at_rcpt", "at_end"])
def test_not_now_is_not_never(office: Office, where: str) -> None:
    getattr(office, where)["ada@x.example"] = ["451 4.7.1 come back later"]

    with Session() as session:
        outcomes = [session.send(a_mail("ada")).outcome, session.send(a_mail("ada")).outcome]

    assert outcomes == [Outcome.LATER, Outcome.TAKEN]


@pytest.mark.parametrize("where", ["at_rcpt", "at_end"])
def test_a_line_that_breaks_is_made_again(office: Office, where: str) -> None:
    getattr(office, where)["bo@x.example"] = [HANGS_UP]

    with Session() as session:
        outcomes = [session.send(a_mail(name)).outcome for name in ("ada", "bo", "cy")]

    assert outcomes == [Outcome.TAKEN, Outcome.LOST, Outcome.TAKEN]
    assert office.connections == 2


def test_a_line_that_breaks_at_the_first_mail_ends_the_visit(office: Office) -> None:
    office.at_end["ada@x.example"] = [HANGS_UP]

    with Session() as session:
        assert session.send(a_mail("ada")).outcome is Outcome.LOST
        assert (session.goes_on, session.was_in_vain) == (False, True)


@pytest.mark.parametrize("where", ["at_rcpt", "at_end"])
def test_a_server_that_says_nothing_is_left(office: Office, where: str) -> None:
    getattr(office, where)["ada@x.example"] = [HANGS]

    with Session(patience=0.2, last_patience=0.2) as session:
        assert session.send(a_mail("ada")).outcome is Outcome.LOST


def test_nobody_at_the_port(settings: Any, office: Office) -> None:
    settings.EMAIL_PORT = 1

    with Session() as session:
        assert session.send(a_mail("ada")).outcome is Outcome.AWAY
        assert not session.goes_on


def test_a_line_that_cannot_be_encrypted_is_not_used(settings: Any, office: Office) -> None:
    settings.EMAIL_USE_TLS = True

    with Session() as session:
        assert session.send(a_mail("ada")).outcome is Outcome.AWAY
    assert office.received == []


def test_what_is_said_of_us_is_held_against_no_address(office: Office) -> None:
    office.at_mail = ["553 5.7.1 not from you", "553 5.7.1 not from you"]

    with Session() as session:
        assert session.send(a_mail("ada")).outcome is Outcome.AWAY


def test_a_server_that_refuses_everybody_is_left_alone(office: Office) -> None:
    office.at_rcpt["ada@x.example"] = ["554 5.7.1 relay access denied"] * 100

    with Session() as session:
        tries = 0
        while session.goes_on_with(Kind.LETTER):
            session.send(a_mail("ada"))
            tries += 1

    assert (tries, session.was_in_vain) == (MOST_IN_VAIN, True)


def test_who_is_refused_with_the_mails_of_strangers_still_brings_letters(office: Office) -> None:
    office.at_rcpt["ada@x.example"] = ["554 5.7.1 relay access denied"] * 100

    with Session() as session:
        for _ in range(MOST_IN_VAIN):
            session.send(a_mail("ada"), kind=Kind.SINGLE)
        assert [session.goes_on_with(kind) for kind in (Kind.SINGLE, Kind.LETTER)] == [False, True]
        assert session.send(a_mail("bo")).outcome is Outcome.TAKEN


@pytest.mark.parametrize(
    "said", ["450 4.1.2 domain not found", "550 5.1.1 no such user", "552 5.2.2 full", "550 5.4.4 no route"]
)
def test_any_number_of_addresses_that_are_nowhere_ends_nothing(office: Office, said: str) -> None:
    office.at_rcpt["ada@x.example"] = [said] * 100

    with Session() as session:
        for _ in range(3 * MOST_IN_VAIN):
            session.send(a_mail("ada"))
        assert session.send(a_mail("bo")).outcome is Outcome.TAKEN

    assert not session.was_in_vain


def test_we_hang_up_before_a_server_does_that_counts_what_it_turned_down(office: Office) -> None:
    office.at_rcpt["ada@x.example"] = ["450 4.1.2 domain not found"] * 100

    with Session() as session:
        for _ in range(25):
            session.send(a_mail("ada"))

    assert office.connections == 3


def test_a_mail_that_may_not_leave_any_more_does_not(office: Office) -> None:
    with Session() as session:
        withheld = session.send(a_mail("ada"), may_leave=lambda: False)
        taken = session.send(a_mail("bo"), may_leave=lambda: True)

    assert (withheld.outcome, taken.outcome) == (Outcome.WITHHELD, Outcome.TAKEN)
    assert office.addresses == ["bo@x.example"]


@pytest.mark.parametrize("name", ["ada\nRCPT TO:bo", "=?utf-8?b?!!!?=", "=?utf-8?q?=0a?=", "=?utf-8?q?=00?="])
def test_an_address_that_cannot_be_written_holds_nobody_up(office: Office, name: str) -> None:
    with Session() as session:
        for _ in range(2 * MOST_IN_VAIN):
            assert session.send(a_mail(name)).outcome is Outcome.REFUSED
        assert office.connections == 0
        assert session.send(a_mail("cy")).outcome is Outcome.TAKEN

    assert office.addresses == ["cy@x.example"]


def test_a_mail_that_we_cannot_write_waits_until_somebody_mends_it(office: Office) -> None:
    """A sender with a comma that nobody quoted; what waits must not be thrown away for that."""
    mail = a_mail("ada")
    mail.from_email = "Larkfield, the <letters@example.org>"

    with Session() as session:
        assert session.send(mail).outcome is Outcome.LATER

    assert office.connections == 0


def a_mail(name: str, *, body: str = "Hello.\n") -> EmailMessage:
    return EmailMessage("Hello", body, "di@x.example", [f"{name}@x.example"])
