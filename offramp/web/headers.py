"""The headers every answer carries, static files and refusals included."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.encoding import iri_to_uri
from django.views.decorators.gzip import gzip_page
from whitenoise.middleware import WhiteNoiseFileResponse  # type: ignore[import-untyped]

Page = TypeVar("Page", bound=Callable[..., Any])

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
# Only a script of ours can do so, and it must where it shows how far a file is on its way.
CONNECTING_TO_US = f"{CONTENT_SECURITY_POLICY}; connect-src 'self'"
# A picture that our script drew from a form that was not saved lies nowhere else.
SHOWING_DRAFTS = CONNECTING_TO_US.replace("img-src 'self'", "img-src 'self' blob:")
EVERYWHERE = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # With no-referrer browsers send "Origin: null", and every form of ours would be refused.
    "Referrer-Policy": "same-origin",
    # Empty, or granian writes its own name there.
    "Server": "",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
PASSKEYS = ("publickey-credentials-create", "publickey-credentials-get")
DENIED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "clipboard-write",
    "compute-pressure",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
NOTHING_PERMITTED = ", ".join(f"{feature}=()" for feature in (*DENIED, *PASSKEYS))
PASSKEYS_PERMITTED = ", ".join(
    (*(f"{feature}=()" for feature in DENIED), *(f"{feature}=(self)" for feature in PASSKEYS))
)


def public(page: Page) -> Page:
    """Mark a page that anybody may find, on the onion too; without secrets, so it may travel compressed."""
    compressed: Page = gzip_page(page)
    vars(compressed)["is_public"] = True
    return compressed


def uses_passkeys(page: Page) -> Page:
    """Mark one of the staff pages on which the browser may use a passkey."""
    vars(page)["uses_passkeys"] = True
    return page


def sends_files(page: Page) -> Page:
    """Mark a page with a form for files, which a script sends while it shows how far it is."""
    vars(page)["sends_files"] = True
    return page


def lasting(page: Page) -> Page:
    """Mark what stands under the hash of its content, and can never be another."""
    vars(page)["is_lasting"] = True
    return page


class HeadersMiddleware:
    """Stands outermost, so that no answer leaves without the whole set."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        for name, value in EVERYWHERE.items():
            response[name] = value
        # A download may close its page further than ours are closed.
        policy = CONNECTING_TO_US if is_marked(request, "sends_files") else CONTENT_SECURITY_POLICY
        response.headers.setdefault("Content-Security-Policy", policy)
        permitted = PASSKEYS_PERMITTED if is_marked(request, "uses_passkeys") else NOTHING_PERMITTED
        response["Permissions-Policy"] = permitted
        if settings.ORIGIN_PARTS.scheme == "https":
            response["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"
        if not is_static_file(response):
            dress_page(request, response)
        return response


def dress_page(request: HttpRequest, response: HttpResponseBase) -> None:
    if response.status_code == 200 and is_marked(request, "is_lasting"):
        response["Cache-Control"] = "max-age=315360000, public, immutable"
        return
    response["Cache-Control"] = "no-store"
    for validator in ("ETag", "Last-Modified", "Expires"):
        del response[validator]
    if not (response.status_code == 200 and is_marked(request, "is_public")):
        response["X-Robots-Tag"] = "noindex, nofollow"
    elif settings.ONION_ORIGIN:
        response["Onion-Location"] = iri_to_uri(settings.ONION_ORIGIN + request.path)


def is_static_file(response: HttpResponseBase) -> bool:
    return isinstance(response, WhiteNoiseFileResponse) and response.status_code in (200, 206, 304)


def is_marked(request: HttpRequest, mark: str) -> bool:
    found = request.resolver_match
    return found is not None and getattr(found.func, mark, False)
