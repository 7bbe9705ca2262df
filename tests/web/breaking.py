"""All our addresses and three more: one that breaks, one that takes a text, one that may use a passkey."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from offramp.config import urls
from offramp.web.headers import uses_passkeys


def breaks(request: HttpRequest, case: str) -> HttpResponse:
    text = request.POST.get("text", "")
    raise LookupError(f"nobody should read {text} or {case}")


@require_POST
def takes_text(request: HttpRequest, case: str) -> HttpResponse:
    return HttpResponse(request.POST["text"])


@uses_passkeys
def may_use_a_passkey(request: HttpRequest) -> HttpResponse:
    return HttpResponse("")


handler400, handler404, handler500 = urls.handler400, urls.handler404, urls.handler500
urlpatterns = [
    *urls.urlpatterns,
    *i18n_patterns(
        path("breaks/<str:case>/", breaks),
        path("takes-text/<str:case>/", takes_text),
        path("may-use-a-passkey/", may_use_a_passkey),
        prefix_default_language=False,
    ),
]
