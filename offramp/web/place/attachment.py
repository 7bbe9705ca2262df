"""A file in the conversation between a seeker and their adviser, as the seeker opens it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from offramp.pairing import conversation
from offramp.people.models.sealed_file import Filed
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.files import in_thread
from offramp.web.files.arriving import Arrived
from offramp.web.place.mine import case_of


@require_safe
@for_seeker
def show(request: MemberRequest, file: UUID) -> HttpResponse:
    return page(request, _mine(request, file))


@require_safe
@for_seeker
def picture(request: MemberRequest, file: UUID, page: int) -> HttpResponse:
    return in_thread.picture(_mine(request, file), page)


@require_safe
@for_seeker
def copy(request: MemberRequest, file: UUID) -> HttpResponse:
    return in_thread.copy(_mine(request, file))


def sent(request: MemberRequest, arrived: Arrived) -> HttpResponse:
    """Not after a redirect: what was removed is shown this once, and kept nowhere."""
    said = conversation.read_as_seeker(by=request.keyholder, request=case_of(request))
    return page(request, in_thread.newest(said), arrived=arrived)


def page(request: MemberRequest, attached: Filed, *, arrived: Arrived | None = None) -> HttpResponse:
    at = {"file": attached.file_id}
    content = in_thread.content(
        attached,
        address=lambda number: reverse("place-attachment-picture", kwargs=at | {"page": number}),
        arrived=arrived,
    )
    content["copy_url"] = reverse("place-attachment-copy", kwargs=at)
    return render(request, "place/attachment.html", content)


def _mine(request: MemberRequest, file: UUID) -> Filed:
    said = conversation.read_as_seeker(by=request.keyholder, request=case_of(request))
    return in_thread.found(said, file)
