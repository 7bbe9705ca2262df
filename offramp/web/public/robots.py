"""What search engines may read; a page that is not public says so in its own headers."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def show(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    # Nothing is listed: a list of what not to look at is a list of where to look.
    return HttpResponse("User-agent: *\nDisallow:\n", content_type="text/plain; charset=utf-8")
