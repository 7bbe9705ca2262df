"""`offramp demo-mail`: shows in the terminal what would be mailed; the demonstration begins and ends it."""

import os
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from django.core.mail import EmailMessage
from django.db import connection

from offramp.notices.session import Answer, Kind, Outcome, Session, always
from offramp.subscribers.models import Subscriber
from offramp.upkeep import mail
from offramp.upkeep.demo import mark
from offramp.upkeep.refusal import Refused

PAUSE = 1.0  # seconds
LINE = "─" * 72
NO_DEMONSTRATION = "“make demo” does this by itself; a real installation has “offramp mail”."
READERS = {
    "rosa@example.org": ("es", Subscriber.Rhythm.EACH),
    "tom@example.org": ("en", Subscriber.Rhythm.EACH),
    "june@example.org": ("en", Subscriber.Rhythm.MONTHLY),
}


class Shown(Session):
    """Takes every mail, and prints what somebody would read."""

    def send(
        self,
        mail: EmailMessage,
        *,
        kind: Kind = Kind.LETTER,  # noqa: ARG002 (nothing is refused here)
        may_leave: Callable[[], bool] = always,
    ) -> Answer:
        if not may_leave():
            return Answer(Outcome.WITHHELD)
        print(f"\n{LINE}\nA mail to {mail.to[0]}: {mail.subject}\n\n{mail.body}\n{LINE}", flush=True)
        return Answer(Outcome.TAKEN)


def run(_asked: Namespace) -> int:
    """Until the demonstration ends. Raises Refused."""
    if not mark.stands():
        raise Refused(NO_DEMONSTRATION)
    demonstration = os.getppid()
    with suppress(KeyboardInterrupt):
        while os.getppid() == demonstration:
            for _ in mail.send(Shown()):
                pass
            connection.close()
            time.sleep(PAUSE)
    return 0


def begin() -> None:
    """Beside the server, which takes the place of this process."""
    subprocess.Popen([sys.executable, "-m", "offramp.upkeep", "demo-mail"])


def subscribe(*, on: date) -> None:
    """A few who wait for letters."""
    for email, (language, rhythm) in READERS.items():
        told = {"language": language, "rhythm": rhythm, "asked_on": on, "confirmed_on": on}
        Subscriber.objects.create(email=email, **told)
