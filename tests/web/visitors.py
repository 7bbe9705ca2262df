"""A browser as the proxy in front of us passes it on: over TLS, its CSRF checks switched on."""

from django.test import Client

ORIGIN = "https://testserver"


def visitor(**headers: str) -> Client:
    return Client(
        enforce_csrf_checks=True,
        raise_request_exception=False,
        headers={"x-forwarded-proto": "https", **headers},
    )


def from_our_page() -> Client:
    """What a browser adds when one of our own forms is sent."""
    return visitor(**{"origin": ORIGIN, "sec-fetch-site": "same-origin"})


def from_elsewhere() -> Client:
    return visitor(**{"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"})
