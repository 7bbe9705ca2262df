"""Who waits for whom: the front desk's list and an adviser's caseload, each in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Case, CharField, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from offramp.documents import desks
from offramp.pairing import cards
from offramp.pairing.cards import Asked
from offramp.pairing.models import Offer, Pairing, Request
from offramp.people.keyholders import FrontDesk, Keyholder
from offramp.threads import actions as threads
from offramp.threads.models import Author, Epoch, Message

MOST_SHOWN = 100  # of one group on one page; a flood of requests must not make it too heavy to open


class State(StrEnum):
    """Where a request stands at the front desk."""

    NEW = "new"  # nobody has opened it
    WROTE = "wrote"  # the seeker wrote to us last
    READ = "read"  # nobody was asked or answered yet
    ANSWERED = "answered"  # we wrote last
    OFFERED = "offered"
    CLOSED = "closed"
    SWEPT = "swept"

    @property
    def waits_for_us(self) -> bool:
        return self in WAITS_FOR_US


WAITS_FOR_US = (State.NEW, State.WROTE, State.READ)
WAITS_FOR_OTHERS = (State.ANSWERED, State.OFFERED)


@dataclass(frozen=True)
class AtFrontDesk:
    request: Request
    asked: Asked | None  # None: sealed to a key that this organizer does not hold
    state: State
    offer: Offer | None


@dataclass(frozen=True)
class Oldest:
    """Those of a group who came first, opened, and how many the whole group has."""

    shown: list[AtFrontDesk]
    total: int


@dataclass(frozen=True)
class InCaseload:
    pairing: Pairing
    asked: Asked
    waits: bool
    on_desk: int  # what waits for a review there


def oldest(*, requests: QuerySet[Request], states: tuple[State, ...], desk: FrontDesk, on: date) -> Oldest:
    """Those of the requests that stand so; cards are opened only of the ones that are shown."""
    group = _with_state(requests, on=on).filter(state__in=states)
    shown = group.order_by("number")[:MOST_SHOWN]
    return Oldest(shown=_opened(shown, desk, on), total=group.count())


def at_front_desk(*, requests: QuerySet[Request], desk: FrontDesk, on: date) -> list[AtFrontDesk]:
    """These requests, oldest first, with their cards opened."""
    return _opened(_with_state(requests, on=on).order_by("number"), desk, on)


def in_caseload(*, by: Keyholder) -> list[InCaseload]:
    """An adviser's people: who waits for an answer first, then whose desk waits for a review."""
    pairings = list(
        Pairing.objects.for_adviser(by.member).select_related("request__card").order_by("request__number")
    )
    asked = cards.read_all(requests=[pairing.request for pairing in pairings], by=by)
    threads_of = [pairing.request.thread_id for pairing in pairings]
    authors = threads.last_authors(threads=threads_of, audience=Epoch.Audience.PAIRING)
    on_desks = desks.waiting_for_reader(by.member)
    people = [
        InCaseload(
            pairing=pairing,
            asked=asked[pairing.request],
            # Nobody has written since they were paired: the first word is the adviser's.
            waits=authors.get(pairing.request.thread_id) != Author.ADVISER,
            on_desk=on_desks[pairing.request.seeker_id],
        )
        for pairing in pairings
    ]
    return sorted(people, key=lambda one: (not one.waits, not one.on_desk))


def offered(*, by: Keyholder, on: date) -> list[tuple[Offer, Asked]]:
    """What an adviser was asked and has not answered; the one that ends first comes first."""
    live = Offer.objects.for_adviser(by.member, on=on).select_related("request__card")
    found = list(live.order_by("ends_on", "request__number"))
    asked = cards.read_all(requests=[offer.request for offer in found], by=by)
    return [(offer, asked[offer.request]) for offer in found]


def _opened(requests: QuerySet[Any], desk: FrontDesk, on: date) -> list[AtFrontDesk]:
    found = list(requests.select_related("card", "closing", "sweep"))
    asked = cards.read_all(requests=found, by=desk)
    live = Offer.objects.live().filter(request__in=found, ends_on__gt=on).select_related("adviser")
    offers = {offer.request_id: offer for offer in live}
    return [
        AtFrontDesk(request=one, asked=asked.get(one), state=State(one.state), offer=offers.get(one.pk))
        for one in found
    ]


def _with_state(requests: QuerySet[Request], *, on: date) -> QuerySet[Any]:
    """Each with its state, told by the database: a long list is counted without being opened."""
    to_desk = Q(epoch__thread=OuterRef("thread"), epoch__audience=Epoch.Audience.DESK, epoch__is_open=True)
    last_author = Message.objects.filter(to_desk).order_by("-number").values("author")[:1]
    live = Offer.objects.live().filter(request=OuterRef("pk"), ends_on__gt=on)
    return requests.annotate(last_author=Subquery(last_author), is_offered=Exists(live)).annotate(
        state=Case(
            When(sweep__isnull=False, then=Value(State.SWEPT)),
            When(closing__isnull=False, then=Value(State.CLOSED)),
            When(is_read=False, then=Value(State.NEW)),
            When(last_author=Author.SEEKER, then=Value(State.WROTE)),
            When(is_offered=True, then=Value(State.OFFERED)),
            When(last_author__isnull=False, then=Value(State.ANSWERED)),
            default=Value(State.READ),
            output_field=CharField(),
        )
    )
