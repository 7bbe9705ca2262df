"""How a pairing ends: the seeker changes, the adviser leaves or is removed; and how the seeker goes on."""

from datetime import date

from django.db import transaction

from offramp.documents import sharing
from offramp.journal.models import Entry, note
from offramp.pairing import cards, conversation, departures, offers
from offramp.pairing.conversation import NotYours, lock
from offramp.pairing.models import Card, Draft, Handover, Pairing, Request
from offramp.people import envelopes, front_desk
from offramp.people.keyholders import Keyholder
from offramp.people.models import Departure, FrontDeskKey, Member
from offramp.threads import actions as threads
from offramp.threads.models import Epoch


class NotAllowed(Exception):
    """Only an organizer who holds the front desk's key may remove an adviser."""


@transaction.atomic
def change_adviser(*, by: Keyholder, request: Request, text: str, on: date) -> None:
    """Another adviser, without a reason: a fresh card for the front desk, and a note to it if there is one.

    Nothing said before goes to the front desk. Raises NotYours.
    """
    front_desk.lock()  # before the request's lock, everywhere: the card's keys must not move meanwhile
    locked = lock(request)
    if locked.seeker_id != by.member.pk:
        raise NotYours
    for pairing in locked.pairings.live():
        end(pairing=pairing, ending=Pairing.Ending.CHANGED)
    _back_to_front_desk(by, locked, summary=None)
    if text:
        conversation.write_as_seeker(by=by, request=locked, text=text, on=on)


@transaction.atomic
def hand_over(*, by: Keyholder, handover: Handover) -> None:
    """The seeker agrees: the summary joins a fresh card, the adviser goes. Raises NotYours."""
    front_desk.lock()
    locked = lock(handover.pairing.request)
    live = locked.pairings.live().filter(pk=handover.pairing_id).first()
    if live is None or locked.seeker_id != by.member.pk:
        raise NotYours
    summary = handover.read(key=by.key(Handover.KIND, handover.pk))["text"]
    end(pairing=live, ending=Pairing.Ending.HANDED_OVER)
    _back_to_front_desk(by, locked, summary=summary)


@transaction.atomic
def leave(*, by: Member, pairing: Pairing) -> None:
    """An adviser stops at once; the seeker is asked on their next visit. Raises NotYours."""
    locked = lock(pairing.request)
    live = locked.pairings.for_adviser(by).filter(pk=pairing.pk).first()
    if live is None:
        raise NotYours
    end(pairing=live, ending=Pairing.Ending.LEFT)


@transaction.atomic
def remove_adviser(*, by: Member, adviser: Member, on: date) -> None:
    """End an adviser's account and everything they could read. Raises NotAllowed, AlreadyGone."""
    front_desk.lock()
    if not front_desk.has_access(by) or not adviser.is_adviser:
        raise NotAllowed
    if not Member.objects.advisers().filter(pk=adviser.pk).exists():
        raise front_desk.AlreadyGone
    offers.end_live_of(adviser)
    pairings = list(Pairing.objects.for_adviser(adviser).select_related("request").order_by("request"))
    for (
        pairing
    ) in pairings:  # all of them first: no request's lock may be waited for while a member's is held
        lock(pairing.request)
    for pairing in pairings:
        end(pairing=pairing, ending=Pairing.Ending.REMOVED)
    front_desk.end_account(member=adviser, kind=Departure.Kind.REMOVED, by=by, on=on)
    note(Entry.Kind.REMOVED, by=by.pk, subject=adviser.pk, on=on)
    departures.forget()


def end(*, pairing: Pairing, ending: Pairing.Ending) -> None:
    """Take the adviser's keys and close what they could read. Call under the request's lock."""
    request = pairing.request
    envelopes.hold(pairing.adviser)
    for handover in Handover.objects.filter(pairing=pairing):
        envelopes.of(Handover.KIND, handover.pk).delete()
        handover.delete()
    Draft.objects.filter(pairing=pairing).erase()
    envelopes.take_from(pairing.adviser, Card.KIND, request.card.pk)
    threads.lock_out(thread=request.thread, member=pairing.adviser)
    threads.close_epochs(thread=request.thread, audiences=[Epoch.Audience.PAIRING])
    sharing.lock_out(owner=request.seeker, member=pairing.adviser)
    Pairing.objects.filter(pk=pairing.pk).update(ending=ending)


def _back_to_front_desk(by: Keyholder, request: Request, summary: str | None) -> None:
    """A fresh card for the front desk of now, and an earlier one's keys gone with it."""
    offers.end_live_on(request)
    Request.objects.filter(pk=request.pk).update(is_read=False)  # new to them again
    desk = FrontDeskKey.objects.get(retired_on=None)
    cards.renew(request=request, by=by, to=(by.member, desk), summary=summary)
