"""While one file is looked through, everybody else is answered."""

import asyncio
from collections.abc import Iterator
from io import BytesIO
from threading import Event
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from offramp.config import asgi, intake
from offramp.config.gateway import Environ
from offramp.documents.models import Document
from offramp.files import examination
from offramp.files.answers import Cleaned
from tests.files import planted
from tests.web.files.sending import BRING, DRAFT, chosen
from tests.web.signing_in import TOKEN, words
from tests.web.visitors import ORIGIN

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Every file is looked through truly, but not before this is set."""
    may_go_on, look_through = Event(), examination.examine

    def examine(content: bytes) -> Cleaned:
        assert may_go_on.wait(30)
        return look_through(content)

    monkeypatch.setattr(examination, "examine", examine)
    yield may_go_on
    may_go_on.set()
    for thread in (asgi.thread, asgi.thread_for_files):
        thread.submit(connections.close_all).result()  # each has its own


def as_sent(client: Client, method: str, path: str, body: bytes = b"") -> tuple[Environ, Any]:
    """What the server is told of a browser's request, and how it hears its body."""
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "CONTENT_TYPE": MULTIPART_CONTENT,
        "SERVER_NAME": "testserver",
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "testserver",
        "HTTP_ORIGIN": ORIGIN,
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_COOKIE": "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items()),
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(),
        "wsgi.multithread": False,
    }

    coming = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        if not coming:
            await asyncio.sleep(60)  # nobody hangs up
        return coming.pop()

    return environ, receive


def form(client: Client) -> bytes:
    page = words(client.get(BRING))
    fields = {"csrfmiddlewaretoken": TOKEN.findall(page)[0], "draft": DRAFT.findall(page)[0], "text": "Mine"}
    return encode_multipart(BOUNDARY, fields | {"file": chosen(planted.plain(), name="a.txt")})


def test_a_page_answers_while_a_file_is_looked_through(at_home: Client, slow: Event) -> None:
    bodies = [form(at_home) for _ in range(intake.MOST_FILES + 1)]

    async def meanwhile() -> tuple[list[int], list[int]]:
        uploads = [
            asyncio.create_task(asgi.answer(*as_sent(at_home, "POST", BRING, body))) for body in bodies[:-1]
        ]
        await asyncio.sleep(0.1)
        others = [as_sent(at_home, "POST", BRING, bodies[-1])]
        others += [as_sent(at_home, "GET", path) for path in ("/", "/place/", BRING)]
        answers = [await asyncio.wait_for(asgi.answer(*one), 10) for one in others]
        assert not any(upload.done() for upload in uploads)
        slow.set()
        return [status for status, *_ in answers], [(await upload)[0] for upload in uploads]

    others, uploads = asyncio.run(meanwhile())

    assert others == [503, 200, 200, 200]  # the fifth file is refused at once, with its page
    assert uploads == [200] * intake.MOST_FILES
    assert Document.objects.count() == intake.MOST_FILES
    assert intake.with_files == set()
