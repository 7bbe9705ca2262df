"""`offramp mail`: sends the mails that wait, and the letters on their way; for a timer, each minute."""

import signal
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import connection
from django.utils import timezone

from offramp.notices import sending
from offramp.notices.alone import alone
from offramp.notices.session import Session
from offramp.subscribers import delivering, mailings, proofs
from offramp.upkeep import chores

# Then the next run goes on: with the program as it is by then, if there was an upgrade.
LONGEST = timedelta(minutes=30)
WORDS = {
    "taken": "Letters sent",
    "put_off": "Put off, to be tried again",
    "given_up": "Given up",
    "withheld": "Not wanted any more",
    "repeated": "Tried again after an end in doubt",
}
NOT_NOW = "The mail server takes nothing from us just now; what waits is tried again."


def run(_asked: Namespace) -> int:
    """Counts only: no address is printed, and a run with nothing to do says nothing."""
    with alone() as is_alone:
        if not is_alone:
            return 0
        lose_nothing()
        with Session() as session, ending_between_mails(session):
            counted = sum(send(session), Counter[str]())
    for words, count in sorted(counted.items()):
        print(f"{words}: {count}")
    if session.was_in_vain:
        print(NOT_NOW)
        return 1
    today = timezone.now().date()
    if chores.last("mail") != today:
        chores.note("mail", on=today)
    return 0


def send(session: Session) -> Iterator[Counter[str]]:
    """A hundred by a hundred; single mails first each time, since somebody waits for them at a screen."""
    end = timezone.now() + LONGEST
    while session.goes_on and timezone.now() < end:
        now = timezone.now()
        begun = mailings.begin_due(now)
        single = sending.send_some(session, now=now)
        letters = delivering.send_some(session, now=now)
        single += proofs.send_some(session, now=now)
        yield Counter({"Mailings begun": begun, "Single mails sent": single}) + in_words(letters)
        if not single and letters.is_nothing:
            return


def in_words(letters: delivering.Count) -> Counter[str]:
    return Counter({words: getattr(letters, name) for name, words in WORDS.items()})


@contextmanager
def ending_between_mails(session: Session) -> Iterator[None]:
    """Who tells us to end need not leave a mail in doubt."""
    before = signal.signal(signal.SIGTERM, lambda _signal, _frame: session.end())
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def lose_nothing() -> None:
    """A power cut must not bring back who was served: SQLite waits for the disk each time, here alone."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous = FULL")
