"""Taking an offer back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from offramp.pairing import offers
from offramp.pairing.models import Offer
from offramp.web import told
from offramp.web.doors import MemberRequest
from offramp.web.front_desk.door import at_front_desk


@require_POST
@at_front_desk
def create(request: MemberRequest, uuid: UUID) -> HttpResponse:
    member = request.keyholder.member
    offer = get_object_or_404(Offer.objects.for_organizer(member).select_related("request"), pk=uuid)
    try:
        offers.withdraw(by=member, offer=offer, on=timezone.now().date())
    except offers.NotOffered:
        return told.redirect("front-desk", told="offer-over")
    return told.redirect("front-desk-request", told="withdrawn", uuid=offer.request.uuid)
