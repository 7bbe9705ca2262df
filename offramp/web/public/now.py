"""Somebody to talk to now: people who answer day and night, and who they are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.web.headers import public


@public
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    campaign, language = campaigns.current(), get_language()
    words = {"page": campaign.page("crisis", language), "lines": campaign.crisis_lines(language)}
    return render(request, "public/now.html", words)
