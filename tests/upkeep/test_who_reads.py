"""Whose a large answer is counted as: a member's in their visit; everybody else is a stranger."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from offramp.config import asgi
from offramp.config.rooms import Guest
from offramp.letters.models import Picture
from tests.letters.letters import a_public_letter
from tests.upkeep import sending

pytestmark = pytest.mark.django_db(transaction=True)

PIXELS = bytes(150_000)


@pytest.fixture(autouse=True)
def nobody_else() -> Iterator[None]:
    with sending.nobody_there():
        yield


def guests_while_sent(cookie: str) -> list[Guest]:
    """Of one who reads the picture of a public letter."""
    scope = {
        "method": "GET",
        "raw_path": b"/letters/a-picture/picture/",
        "query_string": b"",
        "http_version": "1.1",
        "scheme": "https",
        "client": ("198.51.100.7", "50000"),
        "server": ("testserver", "443"),
        "headers": [(b"host", b"testserver"), (b"x-forwarded-proto", b"https"), (b"cookie", cookie.encode())],
    }
    coming, there = [{"type": "http.request", "body": b"", "more_body": False}], list[Guest]()

    async def receive() -> dict[str, Any]:
        return coming.pop()

    async def send(said: dict[str, Any]) -> None:
        there[:] = asgi.GOING_OUT.guests.values()

    asyncio.run(asgi.application(scope, receive, send))
    return there


def test_a_cookie_that_somebody_made_up_makes_them_no_member() -> None:
    letter = a_public_letter("a-picture")
    Picture.objects.create(letter=letter, content=PIXELS, width=8, height=6)
    cookies = [sending.visit("Ada"), sending.visit(""), "__Host-place=made-up", "__Host-form=x"]

    found = [guest for cookie in cookies for guest in guests_while_sent(cookie)]

    assert [bool(guest.member) for guest in found] == [True, False, False, False]
    assert {(guest.near, guest.size) for guest in found} == {("198.51.100.0/24", len(PIXELS))}
    assert asgi.GOING_OUT.guests == {}
