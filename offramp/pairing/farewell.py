"""Going away: nobody new comes in or is paired, and everybody has time to take what is theirs."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from offramp.journal.models import Entry, note
from offramp.pairing import offers
from offramp.pairing.models import Farewell, Pairing, Question, Request
from offramp.people.models import Member, Role, Session

# Nobody can be written to: whoever looks in every other week must still meet the announcement.
SOONEST = timedelta(days=14)
LATEST = timedelta(days=366)  # beyond it the year was mistyped


class TooSoon(Exception):
    """Too few days are left for everybody to come by once."""


class TooFar(Exception):
    """More than a year away."""


class AlreadyAnnounced(Exception):
    """A last day stands; it is taken back before another one is announced."""


class NotAnnounced(Exception):
    """There is nothing to take back."""


@dataclass(frozen=True)
class Figures:
    """What is there, in numbers alone."""

    requests: int
    paired: int
    closed: int
    offered: int
    questions: int
    advisers: int
    organizers: int
    visits: int

    @property
    def unpaired(self) -> int:
        return self.requests - self.paired


def standing() -> Farewell | None:
    """The farewell that is announced, if one is."""
    return Farewell.objects.first()


def announce(*, last_day: date, on: date) -> int:
    """Close intake and pairing for good; says how many offers ended.

    Raises TooSoon, TooFar, AlreadyAnnounced.
    """
    if last_day < on + SOONEST:
        raise TooSoon
    if last_day > on + LATEST:
        raise TooFar
    with transaction.atomic():
        _, created = Farewell.objects.get_or_create(defaults={"on": on, "last_day": last_day})
        if not created:
            raise AlreadyAnnounced
        note(Entry.Kind.FAREWELL_ANNOUNCED, by=None, subject=None, on=on)
    # One after the other, each under its own lock; what is cut off here ends by itself in three days.
    return offers.end_all_live()


@transaction.atomic
def recall(*, on: date) -> None:
    """Go on after all; offers that ended stay ended. Raises NotAnnounced."""
    taken_back, _ = Farewell.objects.all().delete()
    if not taken_back:
        raise NotAnnounced
    note(Entry.Kind.FAREWELL_RECALLED, by=None, subject=None, on=on)


def figures() -> Figures:
    """Counted as they stand now; nothing is counted over time, since nothing is kept that could be."""
    requests, live = Request.objects.all(), Pairing.objects.live()
    staff = Member.objects.staff()
    return Figures(
        requests=requests.count(),
        paired=live.count(),
        closed=requests.exclude(closing=None).count(),
        offered=requests.filter(offers__outcome="").count(),
        questions=Question.objects.filter(erased_on=None).count(),
        advisers=staff.filter(role=Role.ADVISER).count(),
        organizers=staff.filter(role=Role.ORGANIZER).count(),
        visits=Session.objects.count(),
    )
