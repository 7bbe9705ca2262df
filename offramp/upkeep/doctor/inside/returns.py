"""Mail that comes back: whether anybody hears of it."""

from collections.abc import Iterator

from django.conf import settings

from offramp.subscribers.models import Mailing
from offramp.upkeep.doctor.finding import Checks, Finding, advice, good

WHY = "Who goes on mailing to addresses that died is soon taken for a spammer, and nobody's mail arrives."
MEND = "Set OFFRAMP_BOUNCES, and let what comes to it be read: docs/mailing.md, “Mail that comes back”."


def checks() -> Checks:
    return {"mail.returns": returns}


def returns() -> Iterator[Finding]:
    """Only where letters go out by mail."""
    if not Mailing.objects.exists():
        return
    if settings.BOUNCES:
        yield good(f"Mail that cannot be delivered comes back to {settings.BOUNCES}.")
    else:
        yield advice("Nobody hears of mail that cannot be delivered.", why=WHY, mend=MEND)
