"""Junk put aside, several at once, and brought back."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from offramp.pairing import front_desk, waiting
from offramp.pairing.models import Request
from offramp.people.keyholders import FrontDesk
from offramp.web import told
from offramp.web.doors import MemberRequest, posted_from
from offramp.web.front_desk.door import at_front_desk
from offramp.web.front_desk.rows import group


@posted_from("front-desk")
@at_front_desk
def create(request: MemberRequest) -> HttpResponse:
    uuids = [ticked for typed in request.POST.getlist("request") if (ticked := _uuid(typed))]
    swept = front_desk.sweep(by=request.keyholder.member, uuids=uuids, on=timezone.now().date())
    return told.redirect("front-desk", told="swept" if swept else "not-swept")


@require_safe
@at_front_desk
def show(request: MemberRequest) -> HttpResponse:
    requests = Request.objects.for_front_desk(request.keyholder.member)
    today = timezone.now().date()
    desk = FrontDesk.opened_by(request.keyholder)
    swept = waiting.oldest(requests=requests, states=(waiting.State.SWEPT,), desk=desk, on=today)
    shown = {"swept": group(swept, on=today), "told": told.on(request)}
    return render(request, "front_desk/swept.html", shown)


@require_POST
@at_front_desk
def undo(request: MemberRequest, uuid: UUID) -> HttpResponse:
    member = request.keyholder.member
    found = get_object_or_404(Request.objects.for_front_desk(member), uuid=uuid)
    front_desk.undo_sweep(by=member, request=found, on=timezone.now().date())
    return told.redirect("front-desk-swept", told="brought-back")


def _uuid(typed: str) -> UUID | None:
    """What no page of ours wrote is passed over."""
    try:
        return UUID(str(forms.UUIDField().clean(typed)))
    except forms.ValidationError:
        return None
