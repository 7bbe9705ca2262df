"""A document goes for good, after one more question."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from offramp.documents import editing
from offramp.web import told
from offramp.web.desk import mine, paper
from offramp.web.doors import MemberRequest, for_seeker


@require_http_methods(["GET", "HEAD", "POST"])
@for_seeker
def show(request: MemberRequest, uuid: UUID) -> HttpResponse:
    if request.method != "POST":
        return paper.page(request, "desk/removal.html", mine.opened(request, uuid), {})
    with mine.or_404():
        editing.delete(by=request.keyholder, document=mine.document_of(request, uuid))
    return told.redirect("desk", told="removed")
