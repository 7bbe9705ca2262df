"""A file on the desk: looked at safely, or saved as it is now."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from offramp.documents import files
from offramp.documents.versions import Opened
from offramp.files.kinds import Kind
from offramp.people.models.sealed_file import Filed, NoSuchFile
from offramp.web.desk import mine, paper
from offramp.web.doors import MemberRequest, for_seeker
from offramp.web.files import safe_view, words
from offramp.web.files.arriving import Arrived

RESUMES = (Kind.PDF.value, Kind.DOCX.value, Kind.ODT.value)  # as what people keep theirs


@contextmanager
def there() -> Iterator[None]:
    """What a document does not show is not there."""
    try:
        yield
    except NoSuchFile:
        raise Http404 from None


def found(opened: Opened, file: UUID) -> tuple[Filed, int]:
    """One of the files of a document, and its place among them; 404 for another one's."""
    listed = files.listed(opened)
    place = next((number for number, one in enumerate(listed, 1) if one.file_id == file), 0)
    if not place:
        raise Http404
    return listed[place - 1], place


@require_safe
@for_seeker
def show(request: MemberRequest, uuid: UUID, file: UUID) -> HttpResponse:
    opened = mine.opened(request, uuid)
    return page(request, opened, found(opened, file)[0])


@require_safe
@for_seeker
def picture(request: MemberRequest, uuid: UUID, file: UUID, page: int) -> HttpResponse:
    opened = mine.opened(request, uuid)
    filed, _place = found(opened, file)
    with there():
        return safe_view.picture(files.read_picture(document=opened.document, filed=filed, page=page))


@require_safe
@for_seeker
def copy(request: MemberRequest, uuid: UUID, file: UUID) -> HttpResponse:
    opened = mine.opened(request, uuid)
    filed, place = found(opened, file)
    with there():
        body = files.read_body(document=opened.document, filed=filed)
    return safe_view.copy(body, media=filed.media, number=place)


def page(
    request: MemberRequest, opened: Opened, filed: Filed, *, arrived: Arrived | None = None
) -> HttpResponse:
    """With a file that has just arrived, what it told is said once."""
    at = {"uuid": opened.document.pk, "file": filed.file_id}
    with there():
        view = files.read_view(document=opened.document, filed=filed)
    content = {
        "here": "text",
        "file": safe_view.shown(
            filed, view, address=lambda number: reverse("desk-file-picture", kwargs=at | {"page": number})
        ),
        "arrived": arrived,
        "may_be_resume": filed.media in RESUMES,
        "removed": words.removed(arrived.cleaned.removals) if arrived else [],
        "copy_url": reverse("desk-file-copy", kwargs=at),
    }
    return paper.page(request, "desk/file.html", opened, content)
