"""All letters, the newest first, and those of one year."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models.functions import ExtractYear
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.letters.models import Letter
from offramp.letters.models.letter import LetterQuerySet
from offramp.web.headers import public
from offramp.web.letters import rows

A_PAGE = 10


@public
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    return _page(request, _letters(), {})


@public
@require_safe
def show_year(request: HttpRequest, year: int) -> HttpResponse:
    if year not in _years():
        raise Http404
    return _page(request, _letters().filter(publication__at__year=year), {"year": year})


def _letters() -> LetterQuerySet:
    return Letter.objects.for_readers(at=timezone.now())


def _years() -> list[int]:
    years = _letters().annotate(year=ExtractYear("publication__at")).order_by("-year")
    return list(years.values_list("year", flat=True).distinct())


def _page(request: HttpRequest, letters: LetterQuerySet, shown: dict[str, Any]) -> HttpResponse:
    page = Paginator(letters, A_PAGE).get_page(request.GET.get("page"))
    shown |= {"page": page, "rows": rows.all_shown(page), "years": _years()}
    return render(request, "letters/index.html", shown)
