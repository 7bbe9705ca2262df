"""The code is lost: what nobody can do, and how to begin again."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from offramp import campaigns


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    page = campaigns.current().page("code-lost", get_language())
    return render(request, "return/lost.html", {"page": page})
