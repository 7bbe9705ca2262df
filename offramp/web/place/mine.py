"""A seeker's own request; there is exactly one, unless it burned in another window."""

from django.shortcuts import get_object_or_404

from offramp.pairing.models import Request
from offramp.web.doors import MemberRequest


def case_of(request: MemberRequest) -> Request:
    return get_object_or_404(Request.objects.for_seeker(request.keyholder.member))
