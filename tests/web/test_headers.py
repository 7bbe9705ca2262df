"""Every kind of answer carries its whole set of headers: nothing missing, nothing more."""

from urllib.parse import urlsplit

import pytest
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from pytest_django import Settings

from tests.web.visitors import from_our_page, visitor

NOTHING_PERMITTED = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), clipboard-write=(), "
    "compute-pressure=(), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), "
    "gyroscope=(), hid=(), identity-credentials-get=(), idle-detection=(), keyboard-map=(), local-fonts=(), "
    "magnetometer=(), microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), "
    "screen-wake-lock=(), serial=(), storage-access=(), usb=(), window-management=(), "
    "xr-spatial-tracking=(), publickey-credentials-create=(), publickey-credentials-get=()"
)
EVERY_ANSWER = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": NOTHING_PERMITTED,
    "Referrer-Policy": "same-origin",
    "Server": "",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
PAGE = EVERY_ANSWER | {
    "Cache-Control": "no-store",
    "Content-Language": "en",
    "Content-Type": "text/html; charset=utf-8",
    "Vary": "Accept-Language",
}
NOT_TO_BE_FOUND = {"X-Robots-Tag": "noindex, nofollow"}


def headers_of(response: HttpResponseBase) -> dict[str, str]:
    """All headers but the length, which the text decides."""
    return {name: value for name, value in response.headers.items() if name != "Content-Length"}


@pytest.fixture
def breaking(settings: Settings) -> None:
    settings.ROOT_URLCONF = "tests.web.breaking"


@pytest.mark.parametrize("path", ["/", "/confidence/", "/now/", "/about/", "/privacy/", "/accessibility/"])
def test_a_public_page_carries_exactly_this_set(path: str) -> None:
    answer = visitor().get(path)

    assert answer.status_code == 200
    assert headers_of(answer) == PAGE | {"Vary": "Accept-Encoding, Accept-Language"}


def test_a_public_page_travels_compressed() -> None:
    answer = visitor(**{"accept-encoding": "gzip"}).get("/")

    compressed = {"Vary": "Accept-Encoding, Accept-Language", "Content-Encoding": "gzip"}
    assert headers_of(answer) == PAGE | compressed


def test_any_other_page_asks_not_to_be_found() -> None:
    answer = visitor(**{"accept-encoding": "gzip"}).get("/leave/")

    assert answer.status_code == 200
    assert headers_of(answer) == PAGE | NOT_TO_BE_FOUND


def test_a_spanish_page_says_its_language() -> None:
    answer = visitor().get("/es/leave/")

    spanish = {"Content-Language": "es"}
    expected = {name: value for name, value in PAGE.items() if name != "Vary"} | NOT_TO_BE_FOUND | spanish
    assert headers_of(answer) == expected


def test_a_refusal_carries_the_whole_set() -> None:
    too_much = "x" * 300_000
    refused = {
        400: visitor(host="elsewhere.example").get("/"),
        404: visitor().get("/nothing/here/"),
        405: visitor().put("/leave/"),
        413: from_our_page().post("/", {"text": too_much}),
    }

    for status, answer in refused.items():
        allowed = {"Allow": "GET, HEAD, POST"} if status == 405 else {}
        assert answer.status_code == status
        assert headers_of(answer) == PAGE | NOT_TO_BE_FOUND | allowed


@pytest.mark.usefixtures("breaking")
def test_a_page_that_breaks_carries_the_whole_set() -> None:
    answer = visitor().get("/breaks/7/")

    assert answer.status_code == 500
    assert headers_of(answer) == PAGE | NOT_TO_BE_FOUND


def test_a_static_file_carries_the_set_and_may_be_kept() -> None:
    answer = visitor().get(static("offramp.css"))

    varying = {name: answer[name] for name in ("ETag", "Last-Modified")}
    answer.getvalue()
    assert answer.status_code == 200
    assert headers_of(answer) == EVERY_ANSWER | varying | {
        "Cache-Control": "max-age=315360000, public, immutable",
        "Content-Type": 'text/css; charset="utf-8"',
        "Vary": "Accept-Encoding",
    }


def test_a_missing_static_file_is_not_kept() -> None:
    answer = visitor().get("/static/nothing.css")

    assert answer.status_code == 404
    assert headers_of(answer) == PAGE | NOT_TO_BE_FOUND


@pytest.mark.parametrize("path", ["/robots.txt", "/.well-known/security.txt"])
def test_what_machines_ask_for_carries_the_set(path: str) -> None:
    answer = visitor().get(path)

    plain = {"Content-Type": "text/plain; charset=utf-8"}
    assert answer.status_code == 200
    assert headers_of(answer) == PAGE | NOT_TO_BE_FOUND | plain


def test_leaving_clears_the_browser_and_goes_elsewhere() -> None:
    answer = visitor(**{"sec-fetch-site": "same-origin"}).post("/leave/")

    away = {
        "Clear-Site-Data": '"cache", "cookies", "storage"',
        "Refresh": "0; url=https://www.weather.gov/",
        "Vary": "Cookie, Accept-Language",
    }
    assert headers_of(answer) == PAGE | NOT_TO_BE_FOUND | away


@pytest.mark.usefixtures("breaking")
def test_a_passkey_is_permitted_only_where_a_page_asks_for_it() -> None:
    answer = visitor().get("/may-use-a-passkey/")

    permitted = NOTHING_PERMITTED.replace("create=()", "create=(self)").replace("credentials-get=()", "X")
    permitted = permitted.replace("identity-X", "identity-credentials-get=()")
    assert answer["Permissions-Policy"] == permitted.replace(
        "publickey-X", "publickey-credentials-get=(self)"
    )


def test_a_public_page_names_its_onion_when_there_is_one(settings: Settings) -> None:
    settings.ONION_ORIGIN = "http://example.onion"

    assert visitor().get("/es/now/")["Onion-Location"] == "http://example.onion/es/now/"
    assert "Onion-Location" not in visitor().get("/leave/").headers


def test_without_tls_nothing_is_said_about_tls(settings: Settings) -> None:
    settings.ORIGIN_PARTS = urlsplit("http://localhost:8000")

    assert "Strict-Transport-Security" not in visitor().get("/").headers
