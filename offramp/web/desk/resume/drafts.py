"""A form that was not saved yet, as its pages would look; drawn for a script beside it, stored nowhere."""

from django.http import HttpResponse, JsonResponse
from django.utils import timezone

from offramp.documents.places import Content
from offramp.documents.versions import Opened
from offramp.web import limits
from offramp.web.desk.resume import previews
from offramp.web.doors import MemberRequest
from offramp.web.headers import SHOWING_DRAFTS

DRAWN_A_MINUTE = 60


def answer(request: MemberRequest, start: Opened, content: Content) -> HttpResponse:
    if not limits.allow(request, "draft", per_minute=DRAWN_A_MINUTE):
        return JsonResponse({"pages": []}, status=429)
    today, member = timezone.now().date(), request.keyholder.member
    laid = previews.lay_out(start.kind.name, content, today=today, by=member)
    return JsonResponse({"pages": [picture.decode() for picture in laid.pictures]}, status=laid.status)


def beside(page: HttpResponse) -> HttpResponse:
    """A page on which the script may ask for drafts, and show them."""
    page["Content-Security-Policy"] = SHOWING_DRAFTS
    return page
