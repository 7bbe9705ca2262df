"""How we keep a confidence: what we promise with a proof, and what not yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from offramp import campaigns
from offramp.web.headers import public
from offramp.web.public import promises


@public
@require_safe
def show(request: HttpRequest) -> HttpResponse:
    intro = campaigns.current().page("confidence-intro", get_language())
    kept_and_pending = {"kept": promises.kept(), "pending": promises.pending()}
    return render(request, "public/confidence.html", {"intro": intro, **kept_and_pending})
