"""The mails that wait: whether they move."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from offramp.notices.models import Outgoing
from offramp.subscribers.models import Delivery
from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good

# A mail server may put somebody off for some hours; that is no trouble of ours yet.
PATIENCE = timedelta(days=1)
MEND = f"Send them by hand and read what it says:\n$ offramp mail\n{mends.TIMERS}"


def checks(today: date) -> Checks:
    return {"mail.answers": partial(answers, today), "mail.letters": partial(letters, today)}


def answers(today: date) -> Iterator[Finding]:
    """Single mails, for which somebody waits at a screen."""
    count = Outgoing.objects.filter(on__lt=today - PATIENCE).count()
    if count:
        what = f"{count} single mails wait for more than a day."
        why = "Whoever subscribed, signed or replied waits for them; after three days they are dropped."
        yield broken(what, why=why, mend=MEND)
    else:
        yield good("No single mail waits for long.")


def letters(today: date) -> Iterator[Finding]:
    """Mailings that begun and do not end."""
    going = Delivery.objects.filter(mailing__stopped_on=None)
    count = going.filter(mailing__begun_on__lt=today - PATIENCE).count()
    if count:
        what = f"Letters that began to go out more than a day ago still wait for {count} addresses."
        yield advice(what, why="They are read late, or their addresses take no mail.", mend=MEND)
    else:
        yield good("No letter waits for long to go out.")
