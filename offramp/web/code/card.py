"""A plain card to print: eight words, and nothing that says what they are for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from offramp.web.code import pending


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    waiting = pending.of(request.session)
    if waiting is None or waiting.is_confirmed:
        return redirect("code")
    return render(request, "code/card.html", {"pending": waiting})
