"""Opening a request for the first time."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from offramp.pairing import front_desk
from offramp.pairing.models import Request
from offramp.web.doors import MemberRequest, posted_from
from offramp.web.front_desk.door import at_front_desk


@posted_from("front-desk-request")
@at_front_desk
def create(request: MemberRequest, uuid: UUID) -> HttpResponse:
    member = request.keyholder.member
    found = get_object_or_404(Request.objects.for_front_desk(member), uuid=uuid)
    front_desk.mark_read(by=member, request=found)
    return redirect("front-desk-request", uuid=uuid)
