"""A shared résumé or letter as its pages will look; whose it is stands there as a placeholder, always."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.web.caseload import desk_paper
from offramp.web.caseload.desk_door import Shared, of_shared
from offramp.web.desk.resume import previews
from offramp.web.desk.resume.previews import Laid
from offramp.web.doors import MemberRequest


@require_safe
@of_shared
def show(request: MemberRequest, shared: Shared) -> HttpResponse:
    laid = _laid(request, shared)
    content = {
        "laid": laid,
        "pages": [
            reverse("caseload-preview-page", kwargs=shared.address | {"page": number})
            for number in range(1, laid.count + 1)
        ],
        "size": shared.opened.content["paper"],
    }
    return desk_paper.page(request, "caseload/desk_preview.html", shared, content)


@require_safe
@of_shared
def picture(request: MemberRequest, shared: Shared, page: int) -> HttpResponse:
    answer = previews.picture(_laid(request, shared), page)
    if answer is None:
        raise Http404
    return answer


def _laid(request: MemberRequest, shared: Shared) -> Laid:
    if shared.opened.kind.name not in previews.KINDS:
        raise Http404
    today, member = timezone.now().date(), request.keyholder.member
    return previews.lay_out(shared.opened.kind.name, shared.opened.content, today=today, by=member)
