"""Deciding about replies, and taking the last click back: what the filter learns from it takes long."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offramp.people.models import Member
from offramp.replies import deciding, queue
from offramp.replies.deciding import LastClick, Outcome
from offramp.web import pace, told
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.moderation import listing, places, rows
from offramp.web.moderation.forms import DecisionForm, UndoForm
from offramp.web.moderation.places import Place
from offramp.web.uploads import takes_long

OVERTAKEN = 409


@takes_long
@posted_from("moderation")
@for_front_desk
def create(request: MemberRequest) -> HttpResponse:
    member = request.keyholder.member
    place = places.read(request.POST, by=member)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return listing.page(request, place, {"form": form}, status=pace.INCOMPLETE)
    outcome = deciding.decide(
        replies=form.cleaned_data["replies"],
        after=form.cleaned_data["after"],
        reason=form.cleaned_data["reason"],
        by=member,
        now=timezone.now(),
    )
    click = _click(outcome, by=member)
    if outcome.overtaken or outcome.gone:
        return _overtaken(request, place, outcome, click)
    done = {listing.DONE: click.together} if click else {}
    return redirect(place.moved(page=place.page, at=_next(request), **done))


@takes_long
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
    place = places.read(request.POST, by=member)
    if outcome.overtaken or outcome.gone:
        return _overtaken(request, place, outcome)
    back = queue.of(seen_by=member, pile=place.pile, letter=place.letter).filter(decisions__together=together)
    return redirect(place.moved(page=place.page, at=back.values_list("pk", flat=True).first()))


def _click(outcome: Outcome, *, by: Member) -> LastClick | None:
    """A button that was pressed twice decided at its first press, and that can be undone."""
    is_theirs = outcome.decided or not (outcome.overtaken or outcome.gone)
    return deciding.last_click(by=by) if is_theirs else None


def _overtaken(
    request: MemberRequest, place: Place, outcome: Outcome, click: LastClick | None = None
) -> HttpResponse:
    """What somebody else decided meanwhile is said in words."""
    replies = queue.everything(seen_by=request.keyholder.member).filter(pk__in=outcome.overtaken)
    more = {"overtaken": rows.shown(replies), "gone": outcome.gone} | listing.done(click)
    return listing.page(request, place, more, status=OVERTAKEN)


def _next(request: MemberRequest) -> UUID | None:
    """The reply that the script goes on with; without it the page begins at its beginning."""
    try:
        return UUID(request.POST.get("next", ""))
    except ValueError:
        return None
