"""The campaign's own colors and logo: kept by browsers for good, since a new look has a new address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.web.headers import lasting

KINDS = {"css": "text/css; charset=utf-8", "png": "image/png"}


@require_safe
@lasting
def show(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001
    content = campaigns.current().look.files.get(name)
    if content is None:
        raise Http404
    return HttpResponse(content, content_type=KINDS[name.rpartition(".")[2]])
