"""Offering a request to an adviser."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from offramp.pairing import offers
from offramp.pairing.models import Request
from offramp.people.models import Member
from offramp.web import told
from offramp.web.doors import MemberRequest, posted_from
from offramp.web.front_desk.door import at_front_desk


class OfferForm(forms.Form):
    adviser = forms.UUIDField()
    has_read_red_lines = forms.BooleanField(required=False)


@posted_from("front-desk-advisers")
@at_front_desk
def create(request: MemberRequest, uuid: UUID) -> HttpResponse:
    found = get_object_or_404(Request.objects.for_front_desk(request.keyholder.member), uuid=uuid)
    form = OfferForm(request.POST)
    if not form.is_valid():
        return told.redirect("front-desk-advisers", told="nobody-chosen", uuid=uuid)
    answer = _offer(request, found, form)
    page = "front-desk-request" if answer == "offered" else "front-desk-advisers"
    return told.redirect(page, told=answer, uuid=uuid)


def _offer(request: MemberRequest, found: Request, form: OfferForm) -> str:
    """What came of it, as a word of told.py."""
    staff = Member.objects.for_organizer(request.keyholder.member)
    try:
        offers.make(
            by=request.keyholder,
            request=found,
            adviser=get_object_or_404(staff.all(), pk=form.cleaned_data["adviser"]),
            on=timezone.now().date(),
            has_read_red_lines=form.cleaned_data["has_read_red_lines"],
        )
    except offers.CannotOffer:
        return "cannot-offer"
    except offers.RedLinesUnread:
        return "red-lines-unread"
    return "offered"
