"""Deciding about replies, and taking the last click back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offramp.replies import deciding, queue
from offramp.replies.deciding import Outcome
from offramp.web import pace, told
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.moderation import listing, places, rows
from offramp.web.moderation.forms import DecisionForm, UndoForm

OVERTAKEN = 409


@posted_from("moderation")
@for_front_desk
def create(request: MemberRequest) -> HttpResponse:
    place = places.read(request.POST, by=request.keyholder.member)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return listing.page(request, place, {"form": form}, status=pace.INCOMPLETE)
    outcome = deciding.decide(
        replies=form.cleaned_data["replies"],
        after=form.cleaned_data["after"],
        reason=form.cleaned_data["reason"],
        by=request.keyholder.member,
        now=timezone.now(),
    )
    return _answer(request, outcome)


@posted_from("moderation")
@for_front_desk
def undo(request: MemberRequest) -> HttpResponse:
    form = UndoForm(request.POST)
    if not form.is_valid():
        return told.redirect("moderation", told="nothing-to-undo")
    together, member = form.cleaned_data["together"], request.keyholder.member
    outcome = deciding.undo(together=together, by=member, now=timezone.now())
    if outcome == Outcome():
        return told.redirect("moderation", told="nothing-to-undo")
    return _answer(request, outcome)


def _answer(request: MemberRequest, outcome: Outcome) -> HttpResponse:
    """Back to where the button stood; and what somebody else decided meanwhile is said in words."""
    member = request.keyholder.member
    place = places.read(request.POST, by=member)
    if not (outcome.overtaken or outcome.gone):
        return redirect(place.moved(page=place.page, at=_next(request)))
    overtaken = rows.shown(queue.everything(seen_by=member).filter(pk__in=outcome.overtaken))
    more = {"overtaken": overtaken, "gone": outcome.gone}
    return listing.page(request, place, more, status=OVERTAKEN)


def _next(request: MemberRequest) -> UUID | None:
    """The reply that the script goes on with; without it the page begins at its beginning."""
    try:
        return UUID(request.POST.get("next", ""))
    except ValueError:
        return None
