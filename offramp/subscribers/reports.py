"""What a mail server says of a mail that it could not deliver (RFC 3464), read from whatever came in.

Anybody can send anything to that address. So little of it is looked at, and nothing that is not understood
changes anything.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from itertools import islice

LONGEST = 256 * 1024  # the report stands before the mail that it is about
MOST_PARTS, MOST_RECIPIENTS, MOST_HEADERS = 40, 50, 20
CONTAINER = re.compile(rb"(?:multipart|message)/", re.IGNORECASE)
# Python's reader takes these apart at their semicolons, in time that grows with the square of them.
PARAMETERS = re.compile(rb"(?:^|[\r\n])content-[^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*", re.IGNORECASE)
LONGEST_PARAMETERS = 1000
# Where the address stands that the report was sent to; what a server adds for a pipe comes first.
ADDRESSED = ("Delivered-To", "X-Original-To", "Envelope-To", "To")
TOKEN = re.compile(r"\+([a-z2-7]{48})@", re.IGNORECASE)


class NotUnderstood(Exception):
    """It is no report about a mail, or none that anybody should take apart."""


@dataclass(frozen=True)
class Report:
    """`status` is the first that speaks of failing for good; `is_final` says that no more tries follow."""

    token: str
    status: str
    is_final: bool


def read(raw: bytes) -> Report:
    """Raises NotUnderstood."""
    message = _message(raw[:LONGEST])
    recipients = list(islice(_recipients(message), MOST_RECIPIENTS))
    if not recipients:
        raise NotUnderstood
    # One of several whom the address stands for may be gone while another gets the mail.
    is_final = all(_field(recipient, "Action") == "failed" for recipient in recipients)
    return Report(_token(message), _status(recipients[0]), is_final)


def _message(raw: bytes) -> Message:
    """Raises NotUnderstood."""
    if len(CONTAINER.findall(raw)) > MOST_PARTS:  # each lies in another, and the reader climbs into each
        raise NotUnderstood
    if any(len(header[0]) > LONGEST_PARAMETERS for header in PARAMETERS.finditer(raw)):
        raise NotUnderstood
    try:
        return BytesParser(policy=compat32).parsebytes(raw)
    except ValueError:  # a boundary in a character set that it is not in
        raise NotUnderstood from None


def _recipients(message: Message) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            blocks = part.get_payload()
            yield from (block for block in blocks if isinstance(block, Message) and block.get("Action"))


def _status(recipient: Message) -> str:
    """A server that was told no more than “550” writes 5.0.0; what it was told stands beside it."""
    status = _field(recipient, "Status")
    told = _field(recipient, "Diagnostic-Code").removeprefix("smtp;").strip()
    return told if status.startswith("5.0.") and told.startswith("5") else status


def _field(recipient: Message, name: str) -> str:
    return str(recipient.get(name, "")).strip().lower()[:500]


def _token(message: Message) -> str:
    headers = [str(found)[:1000] for name in ADDRESSED for found in message.get_all(name, [])[:MOST_HEADERS]]
    return next((token[1] for header in headers for token in TOKEN.finditer(header)), "")
