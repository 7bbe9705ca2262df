"""A visit to the mail server: one connection for many mails, and what the server said to each.

What it says is never logged: it would repeat addresses.
"""

import re
import smtplib
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from email.generator import BytesGenerator
from enum import Enum
from io import BytesIO
from types import TracebackType
from typing import Self

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.message import sanitize_address

PATIENCE = 60.0  # seconds for an answer
# Whoever gives up earlier sends a mail twice that the server was only slow to take (RFC 5321, 4.5.3.2.6).
LAST_PATIENCE = 600.0
# So many in a row that were not taken: then it is about us, and each of them would be held against us too.
MOST_IN_VAIN = 20


class Outcome(Enum):
    TAKEN = "it is the server's now"
    LATER = "not now, or not from us"
    REFUSED = "never"
    LOST = "the connection ended in the middle of this mail"
    AWAY = "no server speaks with us; it has not heard of this mail"
    WITHHELD = "it was not wanted any more when it would have left"


@dataclass(frozen=True)
class Answer:
    outcome: Outcome
    status: str = ""  # the server's own words, “550 5.1.1 No such user”; they may name the address


def always() -> bool:
    return True


class Session:
    """Connects when the first mail is there, and again when the server hung up on us after some mails."""

    def __init__(self, *, patience: float = PATIENCE, last_patience: float = LAST_PATIENCE) -> None:
        self.goes_on = True
        self.was_in_vain = False  # the server takes nothing from us just now
        self._patience, self._last_patience = patience, last_patience
        self._server: smtplib.SMTP | None = None
        self._has_brought = False  # this connection was good for one mail at least
        self._in_vain = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        if self._server and not kind:
            with suppress(OSError):
                self._server.quit()
        self._hang_up()

    def end(self) -> None:
        """Bring no further mail."""
        self.goes_on = False

    def send(self, mail: EmailMessage, *, may_leave: Callable[[], bool] = always) -> Answer:
        """Bring one mail to one address. `may_leave` is asked when all but its last byte is out."""
        answer = self._try(mail, may_leave)
        self._learn(answer.outcome)
        return answer

    def _try(self, mail: EmailMessage, may_leave: Callable[[], bool]) -> Answer:
        try:
            server = self._connected()
        except OSError:  # smtplib's errors are OSErrors too
            return Answer(Outcome.AWAY)
        try:
            return self._bring(server, mail, may_leave)
        except OSError:
            return Answer(Outcome.LOST)
        except ValueError:  # Django cannot write it as a mail; the others behind it can go
            return Answer(Outcome.LATER)

    def _learn(self, outcome: Outcome) -> None:
        """Whether it makes sense to bring another mail now."""
        if outcome is Outcome.TAKEN:
            self._has_brought, self._in_vain = True, 0
        elif outcome is not Outcome.WITHHELD:
            self._in_vain += 1
        is_over = outcome in (Outcome.LOST, Outcome.AWAY)
        if self._in_vain == MOST_IN_VAIN or (is_over and not self._has_brought):
            self.was_in_vain = True
            self.end()
        if is_over or outcome is Outcome.WITHHELD:
            self._hang_up()  # what is half out is thrown away by the server

    def _bring(self, server: smtplib.SMTP, mail: EmailMessage, may_leave: Callable[[], bool]) -> Answer:
        body, sender, to = _on_the_wire(mail), _bare(mail.from_email), _bare(mail.to[0])
        code, said = server.mail(sender, _options(server, body))
        if code != 250:
            return Answer(Outcome.AWAY, _status(code, said))  # about us, whoever the mail is for
        code, said = server.rcpt(to)
        if code not in (250, 251):
            return self._turned_down(server, code, said)
        code, said = server.docmd("DATA")
        if code != 354:
            return self._turned_down(server, code, said)
        server.send(body)
        if not may_leave():
            return Answer(Outcome.WITHHELD)
        _line(server).settimeout(self._last_patience)
        code, said = server.docmd(".")
        _line(server).settimeout(self._patience)
        return Answer(Outcome.TAKEN, _status(code, said)) if code == 250 else _not_taken(code, said)

    def _turned_down(self, server: smtplib.SMTP, code: int, said: bytes) -> Answer:
        answer = _not_taken(code, said)
        if answer.outcome is not Outcome.LOST:
            server.rset()
        return answer

    def _connected(self) -> smtplib.SMTP:
        if self._server is None:
            self._has_brought = False
            self._server = _connect(self._patience)
        return self._server

    def _hang_up(self) -> None:
        if self._server:
            self._server.close()
        self._server = None


def _connect(patience: float) -> smtplib.SMTP:
    """By the name that is in the mails: the machine's own is nobody's business."""
    trust = ssl.create_default_context()
    place, name = (settings.EMAIL_HOST, settings.EMAIL_PORT), settings.ORIGIN_PARTS.hostname
    if settings.EMAIL_USE_SSL:
        server: smtplib.SMTP = smtplib.SMTP_SSL(*place, name, timeout=patience, context=trust)
    else:
        server = smtplib.SMTP(*place, name, timeout=patience)
    try:
        _introduce(server, trust)
    except OSError:
        server.close()
        raise
    return server


def _introduce(server: smtplib.SMTP, trust: ssl.SSLContext) -> None:
    if settings.EMAIL_USE_TLS:
        server.starttls(context=trust)
    if settings.EMAIL_HOST_USER:
        server.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
    server.ehlo_or_helo_if_needed()
    # The last bytes go alone; they shall not wait until the server has confirmed those before.
    _line(server).setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _line(server: smtplib.SMTP) -> socket.socket:
    if server.sock is None:
        raise smtplib.SMTPServerDisconnected
    return server.sock


def _on_the_wire(mail: EmailMessage) -> bytes:
    """Whole lines, and none that a server would take for the end (RFC 5321, 4.5.2)."""
    written = BytesIO()
    BytesGenerator(written, mangle_from_=False).flatten(mail.message(), linesep="\r\n")
    body = re.sub(rb"(?m)^\.", b"..", written.getvalue())
    return body if body.endswith(b"\r\n") else body + b"\r\n"


def _options(server: smtplib.SMTP, body: bytes) -> list[str]:
    options = [f"size={len(body)}"] if server.has_extn("size") else []
    if not body.isascii() and server.has_extn("8bitmime"):
        options.append("body=8bitmime")
    return options


def _bare(address: str) -> str:
    return str(sanitize_address(address, "utf-8"))


def _not_taken(code: int, said: bytes) -> Answer:
    if code == 421:  # closing: it would have said so to any mail
        return Answer(Outcome.LOST, _status(code, said))
    return Answer(Outcome.REFUSED if 500 <= code < 600 else Outcome.LATER, _status(code, said))


def _status(code: int, said: bytes) -> str:
    return f"{code} {said.decode(errors='replace')}"
