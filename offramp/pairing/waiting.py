"""Who waits for whom: the front desk's list and an adviser's caseload, each in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import QuerySet

from offramp.pairing import cards
from offramp.pairing.cards import Asked
from offramp.pairing.models import Offer, Pairing, Request
from offramp.people.keyholders import FrontDesk, Keyholder
from offramp.threads import actions as threads
from offramp.threads.models import Author, Epoch


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
        return self in (State.NEW, State.WROTE, State.READ)

    @property
    def waits_for_others(self) -> bool:
        return self in (State.ANSWERED, State.OFFERED)


@dataclass(frozen=True)
class AtFrontDesk:
    request: Request
    asked: Asked | None  # None: sealed to a key that this organizer does not hold
    state: State
    offer: Offer | None


@dataclass(frozen=True)
class InCaseload:
    pairing: Pairing
    asked: Asked
    waits: bool


def at_front_desk(*, requests: QuerySet[Request], desk: FrontDesk, on: date) -> list[AtFrontDesk]:
    """These requests, oldest first, with their cards opened."""
    found = list(requests.select_related("card", "closing", "sweep").order_by("number"))
    asked = cards.read_all(requests=found, by=desk)
    live = Offer.objects.live().filter(request__in=found, ends_on__gt=on).select_related("adviser")
    offers = {offer.request_id: offer for offer in live}
    authors = threads.last_authors(threads=[one.thread_id for one in found], audience=Epoch.Audience.DESK)
    return [
        AtFrontDesk(
            request=one,
            asked=asked.get(one),
            state=_state(one, offers.get(one.pk), authors.get(one.thread_id)),
            offer=offers.get(one.pk),
        )
        for one in found
    ]


def in_caseload(*, by: Keyholder) -> list[InCaseload]:
    """An adviser's people: who waits for an answer first, and among those who came first."""
    pairings = list(
        Pairing.objects.for_adviser(by.member).select_related("request__card").order_by("request__number")
    )
    asked = cards.read_all(requests=[pairing.request for pairing in pairings], by=by)
    threads_of = [pairing.request.thread_id for pairing in pairings]
    authors = threads.last_authors(threads=threads_of, audience=Epoch.Audience.PAIRING)
    people = [
        InCaseload(
            pairing=pairing,
            asked=asked[pairing.request],
            # Nobody has written since they were paired: the first word is the adviser's.
            waits=authors.get(pairing.request.thread_id) != Author.ADVISER,
        )
        for pairing in pairings
    ]
    return sorted(people, key=lambda one: not one.waits)


def offered(*, by: Keyholder, on: date) -> list[tuple[Offer, Asked]]:
    """What an adviser was asked and has not answered; the one that ends first comes first."""
    live = Offer.objects.for_adviser(by.member, on=on).select_related("request__card")
    found = list(live.order_by("ends_on", "request__number"))
    asked = cards.read_all(requests=[offer.request for offer in found], by=by)
    return [(offer, asked[offer.request]) for offer in found]


def _state(request: Request, offer: Offer | None, last_author: str | None) -> State:
    if request.is_swept:
        return State.SWEPT
    if request.is_closed:
        return State.CLOSED
    if not request.is_read:
        return State.NEW
    if last_author == Author.SEEKER:
        return State.WROTE
    if offer:
        return State.OFFERED
    return State.ANSWERED if last_author else State.READ
