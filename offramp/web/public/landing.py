"""The front door: what this is, in one screen, and what it cannot promise."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.web.headers import public
from offramp.web.letters.newest import newest


@public
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    campaign, language = campaigns.current(), get_language()
    pages = {
        "limits": campaign.page("limits", language),
        "crisis_line": campaign.page("crisis-line", language),
        "newest": newest(),
    }
    return render(request, "public/landing.html", pages)
