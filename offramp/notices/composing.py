"""A mail as it goes over the wire, written before any mail server is asked for its time."""

import re
from dataclasses import dataclass
from email.generator import BytesGenerator
from io import BytesIO

from django.core.mail import EmailMessage
from django.core.mail.message import sanitize_address


class CannotBeWritten(Exception):
    """It is about us, a setting or a fault: to be tried again, when somebody has mended it."""


class NoAddress(CannotBeWritten):
    """No mail comes of it, however often it is tried."""


@dataclass(frozen=True)
class Written:
    sender: str
    to: str
    body: bytes


def written(mail: EmailMessage) -> Written:
    """Raises CannotBeWritten. Strangers type addresses, and one of theirs must not end everybody's mail."""
    try:
        to = _bare(mail.to[0])
    except Exception as trouble:  # whatever a parser of addresses stumbles over
        raise NoAddress from trouble
    try:
        return Written(_bare(mail.from_email), to, _on_the_wire(mail))
    except Exception as trouble:
        raise CannotBeWritten from trouble


def _on_the_wire(mail: EmailMessage) -> bytes:
    """Whole lines, and none that a server would take for the end (RFC 5321, 4.5.2)."""
    lines = BytesIO()
    BytesGenerator(lines, mangle_from_=False).flatten(mail.message(), linesep="\r\n")
    body = re.sub(rb"(?m)^\.", b"..", lines.getvalue())
    return body if body.endswith(b"\r\n") else body + b"\r\n"


def _bare(address: str) -> str:
    bare = str(sanitize_address(address, "utf-8"))
    if not (bare.isascii() and bare.isprintable()):
        raise CannotBeWritten
    return bare
