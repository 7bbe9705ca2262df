"""Sends the single mails that wait; each row is deleted as soon as the mail server has its mail."""

import time
from datetime import date, datetime
from hashlib import sha256

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q, QuerySet

from offramp.notices import again
from offramp.notices.models import Outgoing
from offramp.notices.session import Kind, Outcome, Session

AT_ONCE = 100
# Then letters have their turn: a server may take half a minute to find out that a domain does not answer.
LONGEST = 60.0  # seconds


def send_some(through: Session, *, now: datetime) -> int:
    """Those that are due, a hundred at most; says how many were taken."""
    due = Outgoing.objects.filter(Q(not_before=None) | Q(not_before__lte=now))
    taken, end = 0, time.monotonic() + LONGEST
    # What was never tried first: those that nobody takes come back, and would keep everybody waiting.
    for waiting in due.order_by("tries", "pk")[:AT_ONCE]:
        if not through.goes_on_with(Kind.SINGLE) or time.monotonic() > end:
            break
        still_there = Outgoing.objects.filter(pk=waiting.pk).exists  # its owner may end it meanwhile
        outcome = through.send(_mail(waiting), kind=Kind.SINGLE, may_leave=still_there).outcome
        taken += outcome is Outcome.TAKEN
        _settle(waiting, outcome, now)
    return taken


def forget_old(*, on: date) -> int:
    """Drop what nobody took for days: what it says is not true any more. Says how many."""
    dropped, _ = Outgoing.objects.filter(on__lt=on - again.IN_ALL).delete()
    return dropped


def _settle(waiting: Outgoing, outcome: Outcome, now: datetime) -> None:
    if outcome is Outcome.AWAY:
        return
    one: QuerySet[Outgoing] = Outgoing.objects.filter(pk=waiting.pk)
    wait = again.after(waiting.tries + 1)
    if outcome in (Outcome.TAKEN, Outcome.REFUSED) or wait is None:
        one.delete()
    else:
        one.update(tries=waiting.tries + 1, not_before=now + wait)


def _mail(waiting: Outgoing) -> EmailMessage:
    # The same however often it is tried, so that who got it twice sees it once; it tells nothing.
    known = sha256(f"{waiting.pk} {waiting.on} {waiting.to} {waiting.text}".encode()).hexdigest()[:32]
    return EmailMessage(
        subject=waiting.subject,
        body=waiting.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[waiting.to],
        headers={
            "Message-ID": f"<{known}@{settings.ORIGIN_PARTS.hostname}>",
            "Auto-Submitted": "auto-generated",  # so that nobody's holiday answers it
        },
    )
