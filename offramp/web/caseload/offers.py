"""An offer: the card alone, and the adviser's answer."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.pairing import cards, offers
from offramp.pairing.models import Offer, Pairing
from offramp.web import told
from offramp.web.card_words import card_words
from offramp.web.caseload.door import at_caseload
from offramp.web.doors import MemberRequest, posted_from


@require_safe
@at_caseload
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    offer, today = _mine(request, uuid), timezone.now().date()
    if not offer.is_live(on=today):
        return told.redirect("caseload", told="offer-over")
    card = card_words(cards.read(card=offer.request.card, by=request.keyholder))
    shown = {"offer": offer, "card": card, "days_left": offer.days_left(on=today)}
    return render(request, "caseload/offer.html", shown)


@posted_from("caseload-offer")
@at_caseload
def accept(request: MemberRequest, uuid: UUID) -> HttpResponse:
    offer = _mine(request, uuid)
    try:
        pairing = offers.accept(by=request.keyholder, offer=offer, on=timezone.now().date())
    except offers.NotOffered:
        return _ended(request, offer)
    return told.redirect("caseload-conversation", told="accepted", uuid=pairing.pk)


@posted_from("caseload-offer")
@at_caseload
def decline(request: MemberRequest, uuid: UUID) -> HttpResponse:
    try:
        offers.decline(by=request.keyholder, offer=_mine(request, uuid), on=timezone.now().date())
    except offers.NotOffered:
        return told.redirect("caseload", told="offer-over")
    return told.redirect("caseload", told="declined")


def _mine(request: MemberRequest, uuid: UUID) -> Offer:
    """Ended ones too: their adviser is told so, everybody else that there is nothing."""
    asked = Offer.objects.for_asked(request.keyholder.member).select_related("request__card")
    return get_object_or_404(asked.all(), pk=uuid)


def _ended(request: MemberRequest, offer: Offer) -> HttpResponse:
    """A double click without JavaScript shows the second answer: the first one paired them."""
    pairing = Pairing.objects.for_adviser(request.keyholder.member).filter(request=offer.request_id).first()
    if pairing:
        return redirect("caseload-conversation", uuid=pairing.pk)
    return told.redirect("caseload", told="offer-over")
