"""Offering a request to an adviser, and what they answer."""

from contextlib import suppress
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from offramp.journal.models import Entry, note
from offramp.pairing import cards, ranking, red_lines
from offramp.pairing.conversation import NotYours, lock
from offramp.pairing.models import Card, Farewell, Offer, Pairing, Request
from offramp.pairing.roles import advises
from offramp.people import envelopes, front_desk
from offramp.people.keyholders import FrontDesk, Keyholder
from offramp.people.models import Member
from offramp.threads import actions as threads
from offramp.threads.models import Epoch


class NotOffered(Exception):
    """The offer ended: its last day is over, or it was withdrawn or answered before."""


class CannotOffer(Exception):
    """The request is closed, paired or offered to somebody already, or the adviser cannot be asked;
    or nobody can: the campaign ends."""


class RedLinesUnread(Exception):
    """The seeker wrote in own words whom they do not want, and nobody has said that they read it."""


@transaction.atomic
def make(
    *, by: Keyholder, request: Request, adviser: Member, on: date, has_read_red_lines: bool = False
) -> Offer:
    """Show an adviser the card, seal the first message to them for later.

    Raises CannotOffer, RedLinesUnread, NoFrontDesk, NoKey.
    """
    locked = lock(request)
    end_stale_on(locked, on=on)
    waiting = Request.objects.for_front_desk_waiting(by.member).filter(pk=locked.pk).exists()
    if not waiting or locked.offers.live().exists() or Farewell.objects.exists():
        raise CannotOffer
    desk = FrontDesk.opened_by(by)
    asked = cards.read(card=locked.card, by=desk)
    if not ranking.may_be_asked(adviser=adviser, request=locked, asked=asked, desk=desk, on=on):
        raise CannotOffer
    if red_lines.must_be_read(asked) and not has_read_red_lines:
        raise RedLinesUnread
    offer = Offer.objects.create(request=locked, adviser=adviser, ends_on=on + Offer.LASTS)
    _show(offer, desk)
    note(Entry.Kind.OFFERED, by=by.member.pk, subject=None, on=on)
    return offer


@transaction.atomic
def accept(*, by: Keyholder, offer: Offer, on: date) -> Pairing:
    """Pair: the adviser's keys come alive, the front desk's are taken away.

    Raises NotOffered, also to somebody who stopped being an adviser, or to all when a farewell was
    announced, in this moment.
    """
    front_desk.lock()  # or a key that is being moved to a new front desk key would stay behind
    locked, live = _lock_live(offer, by.member, on)
    if not advises(by.member) or Farewell.objects.exists():
        raise NotOffered
    for epoch_id in _first_epochs(locked):
        envelopes.release(by.member, Epoch.KIND, epoch_id)
    _shut_front_desk_out(locked)
    live.outcome, live.ends_on = Offer.Outcome.ACCEPTED, None
    live.save()
    pairing = Pairing.objects.create(request=locked, adviser=by.member)
    threads.begin_epoch(thread=locked.thread, audience=Epoch.Audience.PAIRING, to=[locked.seeker, by.member])
    return pairing


@transaction.atomic
def decline(*, by: Keyholder, offer: Offer, on: date) -> None:
    """Raises NotOffered."""
    _, live = _lock_live(offer, by.member, on)
    _end_all(Offer.objects.filter(pk=live.pk), Offer.Outcome.DECLINED)


@transaction.atomic
def withdraw(*, by: Member, offer: Offer, on: date) -> None:
    """Raises NotOffered when it was answered in the meantime."""
    lock(offer.request)
    if not _end_all(Offer.objects.for_organizer(by).live().filter(pk=offer.pk), Offer.Outcome.WITHDRAWN):
        raise NotOffered
    note(Entry.Kind.OFFER_WITHDRAWN, by=by.pk, subject=None, on=on)


def end_stale(*, on: date) -> int:
    """End every offer past its last day; says how many."""
    return _end_each(Offer.objects.stale(on=on), Offer.Outcome.EXPIRED)


def end_stale_on(request: Request, *, on: date) -> None:
    """Past its last day an offer no longer stands in anybody's way, purged or not. Call under the lock."""
    _end_all(Offer.objects.stale(on=on).filter(request=request), Offer.Outcome.EXPIRED)


def end_live_of(member: Member) -> None:
    """For an adviser who is removed: nothing stays offered to them."""
    _end_each(Offer.objects.live().filter(adviser=member), Offer.Outcome.WITHDRAWN)


def end_all_live() -> int:
    """For a farewell: nobody begins anything any more. Says how many."""
    return _end_each(Offer.objects.live(), Offer.Outcome.WITHDRAWN)


def end_live_on(request: Request) -> None:
    """For a request whose card changes: whoever is looking at the old one is told it ended."""
    _end_all(request.offers.live(), Offer.Outcome.WITHDRAWN)


def _show(offer: Offer, desk: FrontDesk) -> None:
    """The card opens for the adviser now, the first message once they accept."""
    request, to = offer.request, [offer.adviser]
    envelopes.put(desk.key(Card.KIND, request.card.pk), kind=Card.KIND, object_id=request.card.pk, to=to)
    # After a change of adviser the front desk has no key to what was said before, and passes none on.
    for epoch_id, key in desk.keys_of(Epoch.KIND, _first_epochs(request)).items():
        envelopes.put(key, kind=Epoch.KIND, object_id=epoch_id, to=to, held=True)


def _lock_live(offer: Offer, adviser: Member, on: date) -> tuple[Request, Offer]:
    locked = lock(offer.request)
    live = Offer.objects.for_adviser(adviser, on=on).filter(pk=offer.pk).first()
    if live is None:
        raise NotOffered
    return locked, live


def _end_each(offers: QuerySet[Offer], outcome: Offer.Outcome) -> int:
    """One request after the other, under its lock: an offer that is accepted meanwhile stays accepted."""
    ended = 0
    for offer in offers.select_related("request"):
        with suppress(NotYours), transaction.atomic():  # it burned meanwhile
            lock(offer.request)
            ended += _end_all(offers.filter(pk=offer.pk), outcome)
    return ended


def _end_all(offers: QuerySet[Offer], outcome: Offer.Outcome) -> int:
    """End offers and take back what was shown and held for them."""
    ended = list(offers.select_related("request__card", "adviser"))
    for offer in ended:
        envelopes.take_from(offer.adviser, Card.KIND, offer.request.card.pk)
        for epoch_id in _first_epochs(offer.request):
            envelopes.take_from(offer.adviser, Epoch.KIND, epoch_id)
    Offer.objects.filter(pk__in=[offer.pk for offer in ended]).update(outcome=outcome, ends_on=None)
    return len(ended)


def _first_epochs(request: Request) -> list[UUID]:
    return list(request.thread.epochs.filter(audience=Epoch.Audience.FIRST).values_list("pk", flat=True))


def _shut_front_desk_out(request: Request) -> None:
    envelopes.take_from_front_desk(Card.KIND, request.card.pk)
    for epoch_id in request.thread.epochs.values_list("pk", flat=True):
        envelopes.take_from_front_desk(Epoch.KIND, epoch_id)
    threads.close_epochs(thread=request.thread, audiences=[Epoch.Audience.DESK])
