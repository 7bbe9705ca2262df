"""From adviser to organizer and back: proposed by one organizer, approved by another."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.pairing import roles as pairing_roles
from offramp.people import front_desk, roles
from offramp.people.models import Member, Role, RoleChange
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.people import people

SENTENCES = {
    roles.NotAllowed: _(
        "That takes another organizer: not the one who proposed it, and not the one whose role it is. "
        "Or it was decided meanwhile."
    ),
    roles.AlreadyProposed: _("Another role was proposed for them already; it waits for another organizer."),
    pairing_roles.HoldsConversations: _(
        "This adviser still accompanies somebody, or was asked to. They hand over first."
    ),
    front_desk.TheLastTwo: _(
        "Two organizers must keep the front desk's key. Enroll another one and give them access first."
    ),
}
OTHER = {Role.ADVISER: Role.ORGANIZER, Role.ORGANIZER: Role.ADVISER}


@require_http_methods(["GET", "HEAD", "POST"])
@for_front_desk
def propose(request: MemberRequest, uuid: UUID) -> HttpResponse:
    organizer = request.keyholder.member
    member = get_object_or_404(Member.objects.for_organizer(organizer).exclude(pk=organizer.pk), pk=uuid)
    if request.method != "POST":
        return render(request, "people/role.html", {"about": member})
    try:
        roles.propose(member=member, role=OTHER[Role(member.role)], by=organizer, on=timezone.now().date())
    except tuple(SENTENCES) as refused:
        return people.page(request, trouble=SENTENCES[type(refused)])
    return redirect("people")


@posted_from("people")
@for_front_desk
def approve(request: MemberRequest, uuid: UUID) -> HttpResponse:
    organizer = request.keyholder.member
    change = get_object_or_404(RoleChange.objects.for_organizer(organizer), pk=uuid)
    try:
        pairing_roles.approve(change=change, by=organizer, on=timezone.now().date())
    except tuple(SENTENCES) as refused:
        return people.page(request, trouble=SENTENCES[type(refused)])
    return redirect("people")


@posted_from("people")
@for_front_desk
def withdraw(request: MemberRequest, uuid: UUID) -> HttpResponse:
    organizer = request.keyholder.member
    change = get_object_or_404(RoleChange.objects.for_organizer(organizer), pk=uuid)
    try:
        roles.withdraw(change=change, by=organizer)
    except roles.NotAllowed:
        return people.page(request, trouble=SENTENCES[roles.NotAllowed])
    return redirect("people")
