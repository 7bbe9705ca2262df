"""One's own subscription, by the key in one's mails. Mail programs open each link: only buttons do things."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from offramp.subscribers import changing
from offramp.subscribers.asking import PATIENCE
from offramp.subscribers.models import Subscriber
from offramp.web import told
from offramp.web.doors import posted_from
from offramp.web.subscription.forms import WishesForm

INCOMPLETE, NOT_THERE = 400, 404


@require_safe
def show(request: HttpRequest, key: str) -> HttpResponse:
    found = of(key)
    form = WishesForm(initial={"rhythm": found.rhythm, "language": found.language}) if found else None
    return _page(request, found, form)


@posted_from("subscription-mine")
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    if not changing.confirm(key=key, on=timezone.now().date()):
        return not_there(request)
    return told.redirect("subscription-mine", told="subscribed", key=key)


@posted_from("subscription-mine")
def change(request: HttpRequest, key: str) -> HttpResponse:
    form = WishesForm(request.POST)
    if not form.is_valid():
        return _page(request, of(key), form, status=INCOMPLETE)
    if not changing.change(key=key, **form.cleaned_data):
        return not_there(request)
    return told.redirect("subscription-mine", told="saved", key=key)


@csrf_exempt  # RFC 8058: a mail program posts from nowhere; who knows the key may end it
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, key: str) -> HttpResponse:
    """The one click of a mail program, and the button; ended is the answer to every key."""
    if request.method == "POST":
        changing.end(key=key, on=timezone.now().date())
        return render(request, "subscription/ended.html")
    found = of(key)
    return render(request, "subscription/end.html", {"subscriber": found}) if found else not_there(request)


@require_safe
def take_along(request: HttpRequest, key: str) -> HttpResponse:
    found = of(key)
    if found is None:
        return not_there(request)
    file = JsonResponse(changing.kept_of(found), json_dumps_params={"indent": 2})
    file["Content-Disposition"] = 'attachment; filename="subscription.json"'
    return file


def of(key: str) -> Subscriber | None:
    return Subscriber.objects.for_key(key).first()


def not_there(request: HttpRequest) -> HttpResponse:
    """Ended, never confirmed, or mistyped: we cannot tell, for nothing of it is kept."""
    return render(request, "subscription/not_there.html", {"days": PATIENCE.days}, status=NOT_THERE)


def _page(
    request: HttpRequest, found: Subscriber | None, form: WishesForm | None, *, status: int = 200
) -> HttpResponse:
    if found is None:
        return not_there(request)
    shown = {"subscriber": found, "form": form, "told": told.on(request), "days": PATIENCE.days}
    return render(request, "subscription/mine.html", shown, status=status)
