"""Asking for the letters by mail; the answer is the same for every address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from offramp.subscribers import asking
from offramp.subscribers.models import Subscriber
from offramp.web import gate
from offramp.web.context import announced
from offramp.web.subscription.forms import AskForm

PURPOSE, A_MINUTE = "subscription", 3
INCOMPLETE = 400


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    if announced():
        return render(request, "subscription/closed.html")
    if request.method != "POST":
        form = AskForm(initial={"rhythm": Subscriber.Rhythm.EACH, "language": get_language()})
        return _form(request, form, gate.stamp(PURPOSE), 200)
    form = AskForm(request.POST)
    refused = gate.refusal(request, PURPOSE, per_minute=A_MINUTE) if form.is_valid() else None
    if refused:
        form.add_error(None, str(refused.words))
    if form.errors:
        status = refused.status if refused else INCOMPLETE
        return _form(request, form, gate.stamp_again(request, PURPOSE), status)
    asking.ask(**form.cleaned_data, on=timezone.now().date())
    return redirect("subscription-asked")


@require_safe
def show_asked(request: HttpRequest) -> HttpResponse:
    return render(request, "subscription/asked.html")


def _form(request: HttpRequest, form: AskForm, stamp: str, status: int) -> HttpResponse:
    return render(request, "subscription/ask.html", {"form": form, "stamp": stamp}, status=status)
