"""The letters for a subscriber, all of them whole: by their own link, also where others read a summary."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from offramp.letters.models import Letter
from offramp.subscribers.models import Subscriber
from offramp.web.letters import rows
from offramp.web.subscription import mine

A_PAGE = 20


@require_safe
def show_all(request: HttpRequest, key: str) -> HttpResponse:
    if (found := _confirmed(key)) is None:
        return mine.not_there(request)
    letters = Letter.objects.for_readers(at=timezone.now())
    page = Paginator(letters, A_PAGE).get_page(request.GET.get("page"))
    shown = {"subscriber": found, "page": page, "rows": rows.all_shown(page)}
    return render(request, "subscription/letters.html", shown)


@require_safe
def show(request: HttpRequest, key: str, slug: str) -> HttpResponse:
    if (found := _confirmed(key)) is None:
        return mine.not_there(request)
    letter = Letter.objects.for_readers(at=timezone.now()).filter(slug=slug).first()
    if letter is None:
        raise Http404
    shown = {"subscriber": found, "row": rows.whole(letter)}
    return render(request, "subscription/letter.html", shown)


def _confirmed(key: str) -> Subscriber | None:
    """Who only typed somebody's address reads no more than anybody else."""
    found = mine.of(key)
    return found if found and found.confirmed_on else None
