"""A post office for the tests: a real SMTP server that keeps what it takes, and says what it was told to."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import SMTP

from tests.browser.servers import free_port

HANGS, HANGS_UP = "hangs", "hangs up"


class Office(Sink):
    """`at_rcpt` and `at_end` give, for an address, what is said to it instead of yes; each once or always."""

    def __init__(self) -> None:
        self.received: list[tuple[str, Message]] = []
        self.at_rcpt: dict[str, list[str]] = {}
        self.at_end: dict[str, list[str]] = {}
        self.at_mail: list[str] = []
        self.takes_and_hangs_up: set[str] = set()  # once each: the mail is there, the yes is lost
        # What happens at the so-manyth address or mail of all, while the other side waits for an answer.
        self.when: dict[tuple[str, int], Callable[[], object]] = {}
        self.connections = self.asked = 0
        self.port = 0

    @property
    def addresses(self) -> list[str]:
        return [address for address, _ in self.received]

    def ids(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for address, mail in self.received:
            found.setdefault(address, set()).add(str(mail["Message-ID"]))
        return found

    async def handle_EHLO(  # noqa: N802
        self, _server: SMTP, session: Any, _envelope: Any, host: str, responses: list[str]
    ) -> list[str]:
        session.host_name = host
        self.connections += 1
        return responses

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        envelope.mail_from = address
        return self.at_mail.pop(0) if self.at_mail else "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        self.asked += 1
        self.when.pop(("asked", self.asked), bool)()
        said = await self._said(self.at_rcpt, address, server)
        if said.startswith("2"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server: SMTP, _session: Any, envelope: Any) -> str:  # noqa: N802
        [address] = envelope.rcpt_tos
        said = await self._said(self.at_end, address, server)
        if said.startswith("2"):
            self.received.append((address, message_from_bytes(envelope.content)))
        self.when.pop(("received", len(self.received)), bool)()
        if address in self.takes_and_hangs_up:
            self.takes_and_hangs_up.remove(address)
            _hang_up(server)
        return said

    async def _said(self, told: dict[str, list[str]], address: str, server: SMTP) -> str:
        said = told[address].pop(0) if told.get(address) else "250 OK"
        if said == HANGS:
            await asyncio.sleep(30)
        elif said == HANGS_UP:
            _hang_up(server)
        return said


def _hang_up(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


@contextmanager
def open_for_mail(settings: Any) -> Iterator[Office]:
    office = Office()
    controller = Controller(office, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    office.port = controller.port
    yield office
    controller.stop()
