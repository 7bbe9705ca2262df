"""One subscriber, by their whole address: how it stands, and erasing it when they ask an organizer for it."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from offramp.subscribers import lists
from offramp.web import told
from offramp.web.address_field import AddressField
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.subscribers import listing
from offramp.web.subscription.forms import languages


class AddressForm(forms.Form):
    email = AddressField()


@posted_from("subscribers")
@for_front_desk
def show(request: MemberRequest) -> HttpResponse:
    """Sent as a form, so that no address of anybody stands in the bar, a history or a log."""
    form, today = AddressForm(request.POST), timezone.now().date()
    if not form.is_valid():
        return listing.page(request, {"form": form}, status=400)
    found = lists.look_up(email=form.cleaned_data["email"], by=request.keyholder.member, on=today)
    if found is None:
        return told.redirect("subscribers", told="subscriber-not-there")
    shown = {"subscriber": found, "language": dict(languages()).get(found.language, found.language)}
    return render(request, "subscribers/found.html", shown)


@posted_from("subscribers")
@for_front_desk
def erase(request: MemberRequest) -> HttpResponse:
    form, today = AddressForm(request.POST), timezone.now().date()
    if not form.is_valid():
        return listing.page(request, {"form": form}, status=400)
    email = form.cleaned_data["email"]
    erased = lists.erase(email=email, by=request.keyholder.member.pk, on=today)
    return told.redirect("subscribers", told="subscriber-erased" if erased else "subscriber-not-there")
