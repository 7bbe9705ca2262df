"""`offramp doctor`, from inside and from outside; ends with 0, with 1 for advice, 2 for something broken."""

from argparse import Namespace
from collections.abc import Iterator

from django.conf import settings
from django.utils import timezone

from offramp.upkeep.doctor import report
from offramp.upkeep.doctor.finding import Finding
from offramp.upkeep.doctor.inside import rounds as inside
from offramp.upkeep.doctor.outside import rounds as outside


def run(asked: Namespace) -> int:
    today = timezone.now().date()
    findings = list(look_over(asked))
    tell = report.in_json if asked.json else report.in_words
    print(tell(findings, origin=settings.ORIGIN, today=today))
    return report.status(findings)


def look_over(asked: Namespace) -> Iterator[Finding]:
    if asked.only != "outside":
        yield from inside.look(
            today=timezone.now().date(), advisories=asked.advisories, mail_to=asked.mail_to
        )
    if asked.only != "inside":
        yield from outside.look(trust=asked.trust, socks=asked.socks)
