"""What goes wrong is said in a clear sentence; no address is repeated, and no text of ours is lost."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language

from offramp.campaigns import tongues
from offramp.web import fields, uploads
from offramp.web.uploads import FileRefused

# Explicit values win over the context processor's: an error page links to nowhere it came from.
NO_ADDRESS: dict[str, object] = {"other_languages": ()}
FORM_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 (the field's name)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, and 413 for a body larger than any form of ours can send."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "errors/too_large.html", NO_ADDRESS, status=413)
    if isinstance(exception, FileRefused | TooManyFilesSent):
        return render(request, "errors/file.html", NO_ADDRESS, status=400)
    return render(request, "errors/bad_request.html", NO_ADDRESS, status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404, the same for what is not there and for what is somebody else's; a text sent to it comes back."""
    text = sent_text(request) if is_our_own(request) else ""
    return render(request, "errors/not_found.html", NO_ADDRESS | {"text": text}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our fault, so the text comes back with the page."""
    kept = kept_fields(request) | {"csrf_token": get_token(request)} if is_our_own(request) else {}
    # Without the context processor: what broke may be what it reads.
    said = {"language": get_language(), "direction": tongues.direction()}
    page = render_to_string("errors/broken.html", said | kept)
    return HttpResponse(page, status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form that lay too long comes back with its text; what another site sent is neither shown nor kept."""
    if not is_our_own(request):
        return render(request, "errors/foreign_form.html", NO_ADDRESS, status=403)
    return render(request, "errors/stale_form.html", NO_ADDRESS | kept_fields(request), status=409)


class MethodMiddleware:
    """Gives a 405 a page: somebody reloaded an address that only takes a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != 405:
            return response
        page = render(request, "errors/method.html", NO_ADDRESS, status=405)
        page["Allow"] = response["Allow"]
        return page


def is_our_own(request: HttpRequest) -> bool:
    """Whether one of our pages sent this; a browser says so truly, and nothing else matters here."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    sent_from = request.headers.get("Origin") or request.headers.get("Referer", "")
    ours = (origin for origin in (settings.ORIGIN, settings.ONION_ORIGIN) if origin)
    return any(sent_from == origin or sent_from.startswith(f"{origin}/") for origin in ours)


def sent_text(request: HttpRequest) -> str:
    """Where no page asks for it; empty for a body that none of ours would take."""
    try:
        return request.POST.get("text", "") or fields.in_one(fields.posted(request.POST))
    except (SuspiciousOperation, BadRequest, MultiPartParserError):
        return ""


def kept_fields(request: HttpRequest) -> dict[str, object]:
    """The posted text, to be seen and sent again by hand, and what else the form held."""
    others = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in ("text", FORM_TOKEN)
        for value in values
    ]
    return {
        "text": request.POST.get("text", ""),
        "others": others,
        "typed": fields.in_one({name: value for name, value in others if fields.is_typed(name)}),
        "had_file": uploads.brought(request),
        "may_repeat": request.method == "POST",
    }
