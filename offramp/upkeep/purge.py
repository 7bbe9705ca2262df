"""`offramp purge`: burns what is due, forgets what is old; each part stands alone, wherever it is cut off."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from functools import partial

from django.conf import settings
from django.utils import timezone

from offramp import campaigns
from offramp.journal import chain
from offramp.notices import queue, sending
from offramp.pairing import advice, burning, departures, handovers, offers
from offramp.people import codes, front_desk, storage
from offramp.people.models import Invitation
from offramp.people.sessions import SessionStore
from offramp.people.storage import StillHeld
from offramp.replies import deciding, removing, reports
from offramp.signatures import signing
from offramp.subscribers import asking
from offramp.upkeep import chores, clock
from offramp.upkeep.backup import copies

TRIES = 30  # half a minute: a backup of a large campaign reads for that long


def run(asked: Namespace) -> int:
    today = timezone.now().date()
    clock.check(today, really=asked.today_really_is)
    if asked.begin_journal_chain:
        chain.begin_anew(on=today)
    print(f"Old backups deleted: {forget_backups(on=today)}")
    return burn(today)


def burn(today: date) -> int:
    """All that is due in the database; what it answers is the exit status."""
    for words, act in parts(today).items():
        print(f"{words}: {act()}")
    # Kept by whatever keeps what a timer prints: a thief of the database alone cannot turn it back.
    print(f"Journal chained up to entry: {chain.extend(on=today)}")
    SessionStore.clear_expired()
    chores.note("purge", on=today)
    chores.strike("still held")
    try:
        # Last, since everything above leaves its traces in the files; also what a night before left.
        storage.forget_deleted(tries=TRIES)
    except StillHeld:
        chores.note("still held", on=today)
        print("What was deleted still lies in the database's files: somebody reads it. Run this again.")
        return 1
    return 0


def parts(today: date) -> dict[str, Callable[[], int]]:
    """Counts only: an id in a mail from a timer would be a trace of a case."""
    return {
        "Cases burned": partial(burning.burn_due, on=today),
        "Offers ended": partial(offers.end_stale, on=today),
        "Handovers lapsed": partial(handovers.end_lapsed, on=today),
        "Questions erased": partial(advice.erase_old, on=today),
        "People who left, forgotten": departures.forget,
        "Dead codes forgotten": codes.forget_dead,
        "Journal entries erased": partial(chain.erase_old, on=today),
        "Enrollment links expired": partial(expire_links, on=today),
        "Retired front desk keys deleted": partial(front_desk.forget_retired, on=today),
        "Refused replies erased": partial(deciding.erase_old, on=today),
        "Replies erased that nobody decided about": partial(removing.erase_unread, on=today),
        "Notes of replies taken back, forgotten": partial(removing.erase_old, on=today),
        "Settled reports of replies erased": partial(reports.erase_old, on=today),
        "Signatures erased that nobody confirmed": partial(signing.erase_old, on=today),
        "Subscriptions erased that nobody confirmed": partial(asking.erase_old, on=today),
        "Single mails dropped that nobody took": partial(sending.forget_old, on=today),
        "Shares of mail forgotten": partial(queue.forget_shares, before=today),
    }


def forget_backups(*, on: date) -> int:
    """Here too: the burn page promises it, also while no new backup can be made."""
    folder = settings.BACKUPS
    if folder is None or not folder.is_dir():
        return 0
    return copies.forget_old(folder, days=campaigns.current().backup_days, on=on)


def expire_links(*, on: date) -> int:
    expired, _ = Invitation.objects.expired(on=on).delete()
    return expired
