"""A file in the conversation with one person, as their adviser opens it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from offramp.pairing import conversation
from offramp.pairing.models import Pairing
from offramp.people.models.sealed_file import Filed
from offramp.web.caseload.conversation import paired
from offramp.web.caseload.door import at_caseload
from offramp.web.doors import MemberRequest
from offramp.web.files import in_thread
from offramp.web.files.arriving import Arrived


@require_safe
@at_caseload
def show(request: MemberRequest, uuid: UUID, file: UUID) -> HttpResponse:
    pairing = paired(request, uuid)
    return page(request, pairing, _among(request, pairing, file))


@require_safe
@at_caseload
def picture(request: MemberRequest, uuid: UUID, file: UUID, page: int) -> HttpResponse:
    return in_thread.picture(_among(request, paired(request, uuid), file), page)


@require_safe
@at_caseload
def copy(request: MemberRequest, uuid: UUID, file: UUID) -> HttpResponse:
    return in_thread.copy(_among(request, paired(request, uuid), file))


def sent(request: MemberRequest, pairing: Pairing, arrived: Arrived) -> HttpResponse:
    """Not after a redirect: what was removed is shown this once, and kept nowhere."""
    said = conversation.read_as_adviser(by=request.keyholder, pairing=pairing)
    return page(request, pairing, in_thread.newest(said), arrived=arrived)


def page(
    request: MemberRequest, pairing: Pairing, attached: Filed, *, arrived: Arrived | None = None
) -> HttpResponse:
    at = {"uuid": pairing.pk, "file": attached.file_id}
    content = in_thread.content(
        attached,
        address=lambda number: reverse("caseload-attachment-picture", kwargs=at | {"page": number}),
        arrived=arrived,
    )
    content |= {"pairing": pairing, "copy_url": reverse("caseload-attachment-copy", kwargs=at)}
    return render(request, "caseload/attachment.html", content)


def _among(request: MemberRequest, pairing: Pairing, file: UUID) -> Filed:
    return in_thread.found(conversation.read_as_adviser(by=request.keyholder, pairing=pairing), file)
