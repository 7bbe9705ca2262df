"""One letter, and the two pictures that belong to it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.letters import cards
from offramp.letters.models import Letter
from offramp.signatures import showing
from offramp.web.headers import public
from offramp.web.letters import rows
from offramp.web.replies import below


@public
@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    letter = _public(slug)
    shown: dict[str, Any] = {"row": rows.shown(letter), "addresses": rows.addresses(letter)}
    shown["replies"] = below.below(letter)
    shown["signing"] = showing.below(letter, at=timezone.now())
    return render(request, "letters/letter.html", shown)


@public
@require_safe
def show_picture(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    public = get_object_or_404(
        Letter.objects.for_readers(at=timezone.now()).filter(picture__isnull=False), slug=slug
    )
    return HttpResponse(bytes(public.picture.content), content_type="image/jpeg")


@public
@require_safe
def show_card(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    letter = _public(slug)
    text = letter.text_in(get_language() or "en")
    with override(text.language):
        below = f"{_('An open letter')} · {date_format(letter.publication.at, 'DATE_FORMAT')}"
    name = campaigns.current().text("name", text.language)
    drawn = cards.draw(campaign=name, title=text.title, below=below, language=text.language)
    return HttpResponse(drawn, content_type="image/png")


def _public(slug: str) -> Letter:
    return get_object_or_404(Letter.objects.for_readers(at=timezone.now()), slug=slug)
