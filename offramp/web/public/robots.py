"""What search engines may read; a page that is not public says so in its own headers."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from offramp.web.letters.rows import absolute


@require_safe
def show(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    # Nothing is listed: a list of what not to look at is a list of where to look.
    lines = f"User-agent: *\nDisallow:\n\nSitemap: {absolute(reverse('sitemap'))}\n"
    return HttpResponse(lines, content_type="text/plain; charset=utf-8")
