"""`offramp farewell announce`: from now on nobody new comes in, and everybody sees the last day."""

from argparse import Namespace
from datetime import date

from django.utils import timezone

from offramp.pairing import farewell
from offramp.subscribers import mailings
from offramp.upkeep.farewell import asking
from offramp.upkeep.refusal import Refused

WHAT_WILL_HAPPEN = """\
This announces that {host} closes for good. Its last day is {last_day}, in {days} days.

As soon as you have typed its name:
  - nobody new can write; the form says so kindly, and shows the crisis lines;
  - {offered} offers end, and nobody is paired any more; {paired} pairings go on as they are;
  - letters that are on their way by mail stop, and nobody can reply, sign or subscribe any more;
  - every page shows the last day;
  - everybody who comes in, seekers and staff, is shown how to take along what is theirs.
The daily mail stays as it is, word for word; it never tells anything. So tell the staff yourself.
Nothing is deleted yet: cases burn on their days as always, the rest by “offramp farewell finish”.
“offramp farewell recall” takes it back; only the offers that ended stay ended, and mailings stay stopped."""

TOO_SOON = """\
the last day must be at least {least} days away, so not before {first}. \
Nobody who asked for help can be written to: \
whoever looks in every other week must still meet the notice, and have time to take what is theirs."""
TOO_FAR = "{last_day} is more than a year away; look at the year once more."
ALREADY = """\
a farewell is announced already, its last day is {last_day}. “offramp farewell recall” takes it back first."""
DONE = """\
Announced. Offers that ended: {ended}. Mailings that stopped: {stopped}; a last letter can still be sent.
Now: tell the staff, ask advisers to say goodbye and where else to turn, answer all who wait at the
front desk, and write the page that will stand here afterwards: “offramp farewell page FILE”."""


def run(asked: Namespace) -> int:
    today, last_day = timezone.now().date(), asked.last_day
    check(last_day, today=today)
    counted = farewell.figures()
    print(
        WHAT_WILL_HAPPEN.format(
            host=asking.host(),
            last_day=asking.written(last_day),
            days=(last_day - today).days,
            offered=counted.offered,
            paired=counted.paired,
        )
    )
    if not asked.yes:
        asking.must_type(asking.host(), instead="nothing was announced.")
    ended = announce(last_day, today=today)
    print(DONE.format(ended=ended, stopped=mailings.stop_all(now=timezone.now())))
    return 0


def check(last_day: date, *, today: date) -> None:
    """Before anybody is asked to type anything. Raises Refused."""
    if last_day < today + farewell.SOONEST:
        first = asking.written(today + farewell.SOONEST)
        raise Refused(TOO_SOON.format(least=farewell.SOONEST.days, first=first))
    if last_day > today + farewell.LATEST:
        raise Refused(TOO_FAR.format(last_day=asking.written(last_day)))
    if standing := farewell.standing():
        raise Refused(ALREADY.format(last_day=asking.written(standing.last_day)))


def announce(last_day: date, *, today: date) -> int:
    try:
        return farewell.announce(last_day=last_day, on=today)
    except farewell.AlreadyAnnounced:  # at another console, while this one asked
        check(last_day, today=today)
        raise
