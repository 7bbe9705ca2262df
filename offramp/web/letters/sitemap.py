"""What search engines may find: every public page, in each language it stands in."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.letters.models import Letter
from offramp.web.context import in_language
from offramp.web.letters.rows import absolute, addresses

PAGES = ("landing", "letters", "confidence", "now", "about", "privacy", "accessibility")


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    page = {"things": [list(thing.items()) for thing in _things()]}
    return render(request, "letters/sitemap.xml", page, content_type="application/xml; charset=utf-8")


def _things() -> Iterator[dict[str, str]]:
    """The addresses of one thing, by language."""
    for name in PAGES:
        languages = campaigns.current().languages
        yield {code: absolute(in_language(code, reverse(name))) for code in languages}
    for letter in Letter.objects.for_readers(at=timezone.now()):
        yield addresses(letter)
