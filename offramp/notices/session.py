"""A visit to the mail server: one connection for many mails, and what the server said to each.

What it says is never logged: it would repeat addresses.
"""

import re
import smtplib
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from types import TracebackType
from typing import Self

from django.core.mail import EmailMessage

from offramp.notices import composing, connecting
from offramp.notices.composing import Written

PATIENCE = 60.0  # seconds for an answer
# Whoever gives up earlier sends a mail twice that the server was only slow to take (RFC 5321, 4.5.3.2.6).
LAST_PATIENCE = 600.0
# So many in a row for reasons that are ours: each further one would be held against us too.
MOST_IN_VAIN = 20
# Whoever names many addresses that are not taken is kept waiting by a server, and hung up on: by Postfix from
# the tenth on and at the twentieth. It counts anew for each connection.
MOST_NOT_TAKEN = 9
# What a server says of an address (RFC 3463, 3.2, 3.3 and 3.5): unknown, full, its domain is nowhere.
OF_THE_ADDRESS = re.compile(r"[45]\d\d[ -][45]\.(?:[12]\.\d+|4\.4)\b")


class Kind(Enum):
    """Of mail; when one is not taken, the other still may be."""

    LETTER = "what somebody subscribed to"
    SINGLE = "what strangers can make us send"


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

    @property
    def is_about_us(self) -> bool:
        """The next mail would fare no better."""
        if self.outcome in (Outcome.REFUSED, Outcome.LATER):
            return bool(self.status) and not OF_THE_ADDRESS.match(self.status)
        return self.outcome in (Outcome.LOST, Outcome.AWAY)


def always() -> bool:
    return True


class Session:
    """Connects when the first mail is there, and again when the server hung up on us after some mails."""

    def __init__(self, *, patience: float = PATIENCE, last_patience: float = LAST_PATIENCE) -> None:
        self.goes_on = True
        self.was_in_vain = False  # the server takes nothing from us just now
        self._patience, self._last_patience = patience, last_patience
        self._server: smtplib.SMTP | None = None
        self._is_good = False  # this connection brought something: a mail, or word of an address
        self._not_taken = 0  # in a row, over this connection
        self._in_vain: Counter[Kind] = Counter()

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

    def goes_on_with(self, kind: Kind) -> bool:
        return self.goes_on and self._in_vain[kind] < MOST_IN_VAIN

    def send(
        self, mail: EmailMessage, *, kind: Kind = Kind.LETTER, may_leave: Callable[[], bool] = always
    ) -> Answer:
        """Bring one mail to one address. `may_leave` is asked when all but its last byte is out."""
        try:
            written = composing.written(mail)
        except composing.NoAddress:
            return Answer(Outcome.REFUSED)
        except composing.CannotBeWritten:
            return Answer(Outcome.LATER)
        answer = self._try(written, may_leave)
        self._learn(answer, kind)
        return answer

    def _try(self, mail: Written, may_leave: Callable[[], bool]) -> Answer:
        try:
            server = self._connected()
        except OSError:  # smtplib's errors are OSErrors too
            return Answer(Outcome.AWAY)
        try:
            return self._bring(server, mail, may_leave)
        except OSError:
            return Answer(Outcome.LOST)

    def _learn(self, answer: Answer, kind: Kind) -> None:
        """Whether it makes sense to bring another mail now, and over this connection."""
        is_taken, is_over = answer.outcome is Outcome.TAKEN, answer.outcome in (Outcome.LOST, Outcome.AWAY)
        self._in_vain[kind] = 0 if is_taken else self._in_vain[kind] + answer.is_about_us
        self._not_taken = 0 if is_taken else self._not_taken + 1
        if is_over and not self._is_good:
            self.end()
            self.was_in_vain = True
        self.was_in_vain |= self._in_vain[kind] == MOST_IN_VAIN
        self._is_good |= not answer.is_about_us
        if is_over or answer.outcome is Outcome.WITHHELD or self._not_taken == MOST_NOT_TAKEN:
            self._hang_up()  # what is half out is thrown away by the server

    def _bring(self, server: smtplib.SMTP, mail: Written, may_leave: Callable[[], bool]) -> Answer:
        code, said = server.mail(mail.sender, _options(server, mail.body))
        if code != 250:
            return Answer(Outcome.AWAY, _status(code, said))  # about us, whoever the mail is for
        code, said = server.rcpt(mail.to)
        if code not in (250, 251):
            return self._turned_down(server, code, said)
        code, said = server.docmd("DATA")
        if code != 354:
            return self._turned_down(server, code, said)
        server.send(mail.body)
        if not may_leave():
            return Answer(Outcome.WITHHELD)
        connecting.line(server).settimeout(self._last_patience)
        code, said = server.docmd(".")
        connecting.line(server).settimeout(self._patience)
        return Answer(Outcome.TAKEN, _status(code, said)) if code == 250 else _not_taken(code, said)

    def _turned_down(self, server: smtplib.SMTP, code: int, said: bytes) -> Answer:
        answer = _not_taken(code, said)
        if answer.outcome is not Outcome.LOST:
            server.rset()
        return answer

    def _connected(self) -> smtplib.SMTP:
        if self._server is None:
            self._is_good, self._not_taken = False, 0
            self._server = connecting.connect(self._patience)
        return self._server

    def _hang_up(self) -> None:
        if self._server:
            self._server.close()
        self._server = None


def _options(server: smtplib.SMTP, body: bytes) -> list[str]:
    options = [f"size={len(body)}"] if server.has_extn("size") else []
    if not body.isascii() and server.has_extn("8bitmime"):
        options.append("body=8bitmime")
    return options


def _not_taken(code: int, said: bytes) -> Answer:
    if code == 421:  # closing: it would have said so to any mail
        return Answer(Outcome.LOST, _status(code, said))
    return Answer(Outcome.REFUSED if 500 <= code < 600 else Outcome.LATER, _status(code, said))


def _status(code: int, said: bytes) -> str:
    return f"{code} {said.decode(errors='replace')}"
