"""`offramp bounce`: mail that came back, one from a mail server's pipe or all that lie in a mailbox.

No address is printed, and what is no report about a mail of ours changes nothing. A pipe always gets “taken”
for such a thing: whoever answered it with a refusal would answer people who never wrote to us.
"""

import imaplib
import ssl
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings

from offramp.subscribers import bounces, reports
from offramp.upkeep.refusal import Refused

PATIENCE = 60
AT_ONCE = 500
PLAIN_PORT, SEALED_PORT = 143, 993
HERE = ("localhost", "127.0.0.1")
NEEDED = f"(BODY.PEEK[]<0.{reports.LONGEST}>)"
WRONG = (
    "OFFRAMP_BOUNCES_MAILBOX should look like imaps://user:password@mail.example.org/INBOX; signs such as @ "
    "or / in a password are written as %40 or %2F."
)


def run(asked: Namespace) -> int:
    if not settings.BOUNCES:
        raise Refused("OFFRAMP_BOUNCES is not set: no mail goes out that could come back here.")
    if asked.mailbox:
        return empty(settings.BOUNCES_MAILBOX)
    is_taken(sys.stdin.buffer.read(reports.LONGEST))
    while sys.stdin.buffer.read(reports.LONGEST):  # or the mail server finds its pipe broken, and asks again
        pass
    return 0


def is_taken(raw: bytes) -> bool:
    """Whether it was a report about a mail of ours."""
    try:
        return bounces.take(reports.read(raw))
    except reports.NotUnderstood:
        return False


def empty(address: str) -> int:
    """Deletes what it took, and marks the rest as read, for a person."""
    taken = left = 0
    with mailbox(address) as server:
        _, (found, *_rest) = server.uid("SEARCH", "UNSEEN")
        for uid in (found or b"").split()[:AT_ONCE]:
            _, answer = server.uid("FETCH", uid.decode(), NEEDED)
            is_ours = is_taken(b"".join(part[1] for part in answer if isinstance(part, tuple)))
            server.uid("STORE", uid.decode(), "+FLAGS", r"(\Deleted)" if is_ours else r"(\Seen)")
            taken, left = taken + is_ours, left + (not is_ours)
        server.expunge()
    if taken or left:  # a timer that says something each hour is read by nobody
        print(f"Reports taken: {taken}\nLeft in the mailbox, for somebody to read: {left}")
    return 0


@contextmanager
def mailbox(address: str) -> Iterator[imaplib.IMAP4]:
    """The server's own words are not repeated: some of them name the user. Raises Refused."""
    place = read_place(address)
    try:
        with connected(place) as server:
            server.login(unquote(place.username or ""), unquote(place.password or ""))
            server.select(unquote(place.path.strip("/")) or "INBOX")
            yield server
    except imaplib.IMAP4.error as no:
        raise Refused(
            "the mailbox of OFFRAMP_BOUNCES_MAILBOX does not let us in, or has no such folder."
        ) from no


def read_place(address: str) -> SplitResult:
    """A password goes through a network in a sealed line alone. Raises Refused."""
    try:
        place = urlsplit(address)
        is_sealed = place.scheme == "imaps" or (place.scheme == "imap" and place.hostname in HERE)
        is_whole = place.hostname and place.username and place.port != 0
    except ValueError as wrong:  # its own words would repeat a part of the password
        raise Refused(WRONG) from wrong
    if not (is_sealed and is_whole):
        raise Refused(WRONG)
    return place


def connected(place: SplitResult) -> imaplib.IMAP4:
    host = str(place.hostname)
    if place.scheme == "imap":
        return imaplib.IMAP4(host, place.port or PLAIN_PORT, timeout=PATIENCE)
    trust = ssl.create_default_context()  # its own default believes any certificate
    return imaplib.IMAP4_SSL(host, place.port or SEALED_PORT, ssl_context=trust, timeout=PATIENCE)
