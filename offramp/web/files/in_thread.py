"""A file that came with a message: enclosed, looked at safely, or saved."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse

from offramp.people.models.sealed_file import Filed, NoSuchFile
from offramp.threads import attachments
from offramp.threads.actions import Said
from offramp.web.files import safe_view, words
from offramp.web.files.arriving import Arrived


def found(said: list[Said], file: UUID) -> Filed:
    """Among what somebody's keys open; 404 for what came with anybody else's message."""
    try:
        return attachments.find((one for message in said for one in message.files), file)
    except NoSuchFile:
        raise Http404 from None


def newest(said: list[Said]) -> Filed:
    """What was sent just now; 404 when it was deleted in this moment."""
    brought = [one for message in said for one in message.files]
    if not brought:
        raise Http404
    return brought[-1]


def content(
    attached: Filed, *, address: Callable[[int], str], arrived: Arrived | None = None
) -> dict[str, Any]:
    """What its page shows; with a file that has just been sent, what it told is said once."""
    return {
        "file": safe_view.shown(attached, attachments.read_view(attached), address=address),
        "arrived": arrived,
        "removed": words.removed(arrived.cleaned.removals) if arrived else [],
    }


def picture(attached: Filed, page: int) -> HttpResponse:
    try:
        return safe_view.picture(attachments.read_picture(attached, page=page))
    except NoSuchFile:
        raise Http404 from None


def copy(attached: Filed) -> HttpResponse:
    return safe_view.copy(attachments.read_body(attached), media=attached.media, number=1)
