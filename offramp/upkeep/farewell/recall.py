"""`offramp farewell recall`: the campaign goes on after all."""

from argparse import Namespace

from django.utils import timezone

from offramp.pairing import farewell
from offramp.upkeep.farewell import asking
from offramp.upkeep.refusal import Refused

DONE = """\
Taken back: {host} goes on. People can write and be paired again, unless intake is paused.
Offers that ended stay ended, and mailings stay stopped; organizers begin them again.
Staff find it in the journal; tell them all the same."""


def run(_asked: Namespace) -> int:
    try:
        farewell.recall(on=timezone.now().date())
    except farewell.NotAnnounced:
        raise Refused("no farewell is announced, so there is nothing to take back.") from None
    print(DONE.format(host=asking.host()))
    return 0
