"""What the campaign says about itself: who runs this, privacy, accessibility."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.web.headers import public


@public
@require_safe
def show(request: HttpRequest, name: str) -> HttpResponse:
    page = campaigns.current().page(name, get_language())
    return render(request, "public/page.html", {"page": page})
