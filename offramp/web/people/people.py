"""The staff's list: who is on it, in which state, and what waits for a second organizer."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from offramp.pairing import staff
from offramp.people import front_desk
from offramp.people.models import Invitation, RoleChange
from offramp.web.doors import MemberRequest, for_organizer


@require_safe
@for_organizer
def show(request: MemberRequest) -> HttpResponse:
    return page(request)


def page(request: MemberRequest, *, trouble: str | Promise = "") -> HttpResponse:
    """The list; with a sentence when something that was pressed on it cannot be done."""
    organizer = request.keyholder.member
    invitations = Invitation.objects.for_organizer(organizer).select_related(
        "proposed_by", "approved_by", "replaces"
    )
    changes = RoleChange.objects.for_organizer(organizer).select_related("proposed_by", "member")
    context = {
        "staff": staff.everybody(seen_by=organizer),
        "invitations": invitations.order_by("proposed_on", "name"),
        "role_changes": changes.order_by("proposed_on", "member__name"),
        "holds_key": front_desk.has_access(organizer),
        "left_to_reseal": front_desk.left_to_reseal().count(),
        "today": timezone.now().date(),
        "trouble": trouble,
    }
    return render(request, "people/people.html", context, status=409 if trouble else 200)
