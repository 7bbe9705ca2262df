"""Another try for somebody whose second factor failed too often."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from offramp.people import second_factor
from offramp.people.models import Member
from offramp.web.doors import MemberRequest, for_front_desk, posted_from
from offramp.web.people import people

NOT_ALLOWED = _("Nobody unlocks their own second factor; another organizer does.")


@posted_from("people")
@for_front_desk
def unlock(request: MemberRequest, uuid: UUID) -> HttpResponse:
    organizer = request.keyholder.member
    locked_out = get_object_or_404(Member.objects.for_organizer(organizer), pk=uuid)
    try:
        second_factor.unlock(member=locked_out, by=organizer, on=timezone.now().date())
    except second_factor.NotAllowed:
        return people.page(request, trouble=NOT_ALLOWED)
    return redirect("people")
