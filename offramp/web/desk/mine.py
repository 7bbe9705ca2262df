"""A seeker's own documents; somebody else's are not there."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from offramp.documents import versions
from offramp.documents.epochs import NotYours
from offramp.documents.models import Document
from offramp.documents.versions import NoSuchVersion, Opened
from offramp.web.doors import MemberRequest


def document_of(request: MemberRequest, uuid: UUID) -> Document:
    return get_object_or_404(Document.objects.for_owner(request.keyholder.member), pk=uuid)


@contextmanager
def or_404() -> Iterator[None]:
    """What was deleted or burned in this very moment is not there, like what never was."""
    try:
        yield
    except (NotYours, NoSuchVersion):
        raise Http404 from None


def opened(request: MemberRequest, uuid: UUID, number: int | None = None) -> Opened:
    """The newest version of a document, or the one of this number."""
    document = document_of(request, uuid)
    with or_404():
        if number is None:
            return versions.read(by=request.keyholder, document=document)
        return versions.read_version(by=request.keyholder, document=document, number=number)
