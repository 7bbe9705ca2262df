"""A shared file as its adviser sees it: looked at safely first, saved if they must."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from offramp.documents import files
from offramp.web.caseload import desk_paper
from offramp.web.caseload.desk_door import Shared, of_shared
from offramp.web.desk.file import found, there
from offramp.web.doors import MemberRequest
from offramp.web.files import safe_view


@require_safe
@of_shared
def show(request: MemberRequest, shared: Shared, file: UUID) -> HttpResponse:
    at = shared.address | {"file": file}
    filed, _place = found(shared.opened, file)
    with there():
        view = files.read_view(document=shared.document, filed=filed)
    content = {
        "file": safe_view.shown(
            filed, view, address=lambda number: reverse("caseload-file-picture", kwargs=at | {"page": number})
        ),
        "copy_url": reverse("caseload-file-copy", kwargs=at),
    }
    return desk_paper.page(request, "caseload/desk_file.html", shared, content)


@require_safe
@of_shared
def picture(_request: MemberRequest, shared: Shared, file: UUID, page: int) -> HttpResponse:
    filed, _place = found(shared.opened, file)
    with there():
        return safe_view.picture(files.read_picture(document=shared.document, filed=filed, page=page))


@require_safe
@of_shared
def copy(_request: MemberRequest, shared: Shared, file: UUID) -> HttpResponse:
    filed, place = found(shared.opened, file)
    with there():
        body = files.read_body(document=shared.document, filed=filed)
    return safe_view.copy(body, media=filed.media, number=place)
