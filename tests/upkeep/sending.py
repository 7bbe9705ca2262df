"""A body on its way in, as the server hears it, and whose it is."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connections
from django.utils import timezone

from offramp.config import intake
from offramp.config.gateway import Environ
from offramp.config.threads import thread
from offramp.people.models import Session
from offramp.people.sessions import SessionStore

BORDER = "multipart/form-data; boundary=x"
HEAD = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nMy words.\r\n--x\r\n'
FILE = HEAD + b'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
ORDINARY = 200_000


@contextmanager
def nobody_there() -> Iterator[None]:
    intake.FILES.guests.clear()
    yield
    intake.FILES.guests.clear()
    thread.submit(connections.close_all).result()  # or the tests' database could not be deleted


def visit(member: str, *, minutes: int = 5) -> str:
    """One more visit of theirs, that goes on for so long; its cookie."""
    session, until = SessionStore(), timezone.now() + timedelta(minutes=minutes)
    session.update({"member": member} if member else {"kept": "words"})
    session.save()
    Session.objects.filter(pk=session._digest()).update(idle_until=until, ends_at=until)
    return f"__Host-place={session.session_key}"


def visits(count: int) -> list[str]:
    """Of as many people."""
    return [visit(f"Number {number}") for number in range(count)]


def environ_of(path: str = "/place/messages/", **more: str) -> Environ:
    """Ada's, if it is not said whose."""
    told = {"REQUEST_METHOD": "POST", "PATH_INFO": path, "CONTENT_TYPE": BORDER}
    return told | more if "HTTP_COOKIE" in more else told | more | {"HTTP_COOKIE": visit("Ada")}


def from_town(number: int, cookie: str) -> Environ:
    """Somebody's, each number a neighbourhood of its own."""
    return environ_of(HTTP_COOKIE=cookie, REMOTE_ADDR=f"198.51.{number}.7")


def taken(environ: Environ, body: bytes, *, piece: int = 60_000) -> bytes:
    """What is kept of a body that comes in pieces."""
    pieces = [body[start : start + piece] for start in range(0, len(body), piece)] or [b""]
    coming = [{"type": "http.request", "body": one, "more_body": True} for one in pieces]
    coming[-1]["more_body"] = False

    async def receive() -> dict[str, Any]:
        return coming.pop(0)

    asyncio.run(intake.take_in(environ, receive))
    return bytes(environ["wsgi.input"].read()) if "wsgi.input" in environ else b""
