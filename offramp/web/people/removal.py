"""The end of somebody's account: what it means, then the button."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from offramp.pairing import endings
from offramp.people import front_desk
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member
from offramp.web.doors import MemberRequest, for_front_desk
from offramp.web.people import people

SENTENCES = {
    endings.NotAllowed: _("This account cannot be removed from here."),
    front_desk.NotAllowed: _(
        "An organizer is removed by another organizer who holds the front desk's key, never by themself."
    ),
    front_desk.TheLastTwo: _(
        "Two organizers must keep the front desk's key. Enroll another one and give them access first."
    ),
    front_desk.AlreadyGone: _("That account has ended meanwhile."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_front_desk
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    organizer = request.keyholder.member
    going = get_object_or_404(Member.objects.for_organizer(organizer).exclude(pk=organizer.pk), pk=uuid)
    if request.method != "POST":
        has_key = front_desk.has_access(going)
        return render(request, "people/removal.html", {"going": going, "has_key": has_key})
    try:
        _remove(request.keyholder, going)
    except tuple(SENTENCES) as refused:
        return people.page(request, trouble=SENTENCES[type(refused)])
    return redirect("people-resealing" if going.is_organizer else "people")


def _remove(by: Keyholder, going: Member) -> None:
    today = timezone.now().date()
    if going.is_organizer:
        front_desk.remove_organizer(by=by, organizer=going, on=today)
    else:
        endings.remove_adviser(by=by.member, adviser=going, on=today)
