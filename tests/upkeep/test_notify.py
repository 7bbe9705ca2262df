"""`offramp notify`: the daily mail over real SMTP, the same for everyone whatever waits."""

from collections.abc import Iterator
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Receiver
from django.utils import timezone

from offramp.notices import actions as notices
from offramp.pairing import endings
from offramp.upkeep import chores, command
from tests.browser.servers import free_port
from tests.cast import TODAY, Person, a_seeker, an_adviser, two_organizers

pytestmark = pytest.mark.django_db

REFUSED = "ed@gone.example"


class Office(Receiver):
    """A post office that keeps what it takes, and does not know one address."""

    def __init__(self) -> None:
        super().__init__()
        self.received: list[tuple[str, Message]] = []

    async def handle_RCPT(self, _s: Any, _session: Any, envelope: Any, address: str, _o: Any) -> str:  # noqa: N802
        if address == REFUSED:
            return f"550 {address} is not known here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def handle_message(self, message: Message) -> None:
        self.received.append((message["X-RcptTo"], message))

    def bodies(self) -> dict[str, bytes]:
        return {to: bytes(message.get_payload(decode=True)) for to, message in self.received}


@pytest.fixture
def office(settings: Any) -> Iterator[Office]:
    office = Office()
    controller = Controller(office, hostname="localhost", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", controller.port
    yield office
    controller.stop()


@pytest.fixture
def staff() -> tuple[Person, Person, Person]:
    di, ed = two_organizers()
    bo = an_adviser("Bo")
    for person, email, language in (
        (di, "di@x.example", "en"),
        (ed, "ed@x.example", "es"),
        (bo, "bo@x.example", "en"),
    ):
        notices.keep_address(by=person.member, email=email, language=language)
    return di, ed, bo


def test_everybody_gets_the_same_few_words_in_their_language(
    staff: tuple[Person, ...], office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["notify"]) == 0

    english = (
        b"Hello,\n\nPlease look in when you can:\nhttps://testserver/staff/\n\n"
        b"This note goes to everyone, every day, whether or not something waits.\n\nLarkfield\n"
    )
    bodies = {to: body.replace(b"\r\n", b"\n") for to, body in office.bodies().items()}
    spanish = bodies.pop("ed@x.example").decode()
    assert bodies == {"di@x.example": english, "bo@x.example": english}
    assert spanish.startswith("Hola:\n\nCuando le sea posible, entre un momento:\n")
    assert {str(message["Subject"]) for _, message in office.received} == {
        "A note from Larkfield",
        "Una nota de Larkfield",
    }
    assert capsys.readouterr().out == "Sent: 3\n"
    assert chores.last("notify") == timezone.now().date()


def test_the_mail_does_not_tell_whether_something_waits(staff: tuple[Person, ...], office: Office) -> None:
    command.main(["notify"])
    quiet, headers = office.bodies(), header_names(office)
    office.received.clear()
    a_seeker("Something that waits for them.")

    command.main(["notify"])

    assert office.bodies() == quiet
    assert header_names(office) == headers


def test_who_left_hears_nothing_more(staff: tuple[Person, ...], office: Office) -> None:
    di, _, bo = staff
    endings.remove_adviser(by=di.member, adviser=bo.member, on=TODAY)

    command.main(["notify"])

    assert set(office.bodies()) == {"di@x.example", "ed@x.example"}


def test_an_address_that_is_refused_is_counted_and_never_printed(
    staff: tuple[Person, ...], office: Office, capfd: pytest.CaptureFixture[str]
) -> None:
    notices.keep_address(by=staff[1].member, email=REFUSED, language="en")

    assert command.main(["notify"]) == 1

    said = capfd.readouterr()
    assert (said.out, said.err) == ("Sent: 2\nRefused by the mail server: 1\n", "")
    assert set(office.bodies()) == {"di@x.example", "bo@x.example"}


def test_a_mail_server_that_is_down_has_refused_everybody(
    staff: tuple[Person, ...], settings: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "localhost", free_port()

    assert command.main(["notify"]) == 1

    said = capfd.readouterr()
    assert (said.out, said.err) == ("Sent: 0\nRefused by the mail server: 3\n", "")
    assert chores.last("notify") is None


def test_an_address_that_cannot_be_written_ends_no_other_mail(
    staff: tuple[Person, ...], office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    notices.keep_address(by=staff[0].member, email="=?utf-8?b?!!!?=@x.example", language="en")

    assert command.main(["notify"]) == 1

    assert set(office.bodies()) == {"ed@x.example", "bo@x.example"}
    assert capsys.readouterr().out == "Sent: 2\nRefused by the mail server: 1\n"


def header_names(office: Office) -> dict[str, list[str]]:
    return {to: message.keys() for to, message in office.received}
