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
    document, by = document_of(request, uuid), request.keyholder
    with or_404():
        if number is None:
            found = versions.read(by=by, document=document)
        else:
            found = versions.read_version(by=by, document=document, number=number)
    if found.kind.is_private:
        raise Http404
    return found
