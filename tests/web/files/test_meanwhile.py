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

from offramp.config import asgi, intake, threads
from offramp.config.gateway import Answer, Environ
from offramp.documents.models import Document
from offramp.files import examination, reading
from offramp.files.answers import Cleaned
from tests.cast import a_seeker
from tests.files import planted
from tests.web.desk.brought import a_resume
from tests.web.desk.test_export import TYPED
from tests.web.files.sending import BRING, DRAFT, chosen
from tests.web.signing_in import TOKEN, seeker_visit, words
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
    for thread in (threads.thread, threads.thread_for_files):
        thread.submit(connections.close_all).result()  # each has its own


def as_sent(
    client: Client, method: str, path: str, body: bytes = b"", *, town: int = 1
) -> tuple[Environ, Any]:
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
        "HTTP_X_FORWARDED_FOR": f"198.51.{town}.7",
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
    four = [seeker_visit(a_seeker(f"Number {number}.")) for number in range(intake.FILES.most)]
    bodies = [form(client) for client in four]
    fifth, second_of_one = form(at_home), form(four[0])

    async def meanwhile() -> tuple[list[Answer], list[int]]:
        uploads = [
            asyncio.create_task(asgi.answer(*as_sent(client, "POST", BRING, body, town=town)))
            for town, (client, body) in enumerate(zip(four, bodies, strict=True))
        ]
        await asyncio.sleep(0.3)
        others = [as_sent(at_home, "POST", BRING, fifth), as_sent(four[0], "POST", BRING, second_of_one)]
        others += [as_sent(at_home, "GET", path) for path in ("/", "/place/", BRING)]
        answers = [await asyncio.wait_for(asgi.answer(*one), 10) for one in others]
        assert not any(upload.done() for upload in uploads)
        slow.set()
        return answers, [(await upload)[0] for upload in uploads]

    (no_room, one_each, *others), uploads = asyncio.run(meanwhile())

    assert (no_room[0], "Please choose yours again in a minute." in no_room[2].decode()) == (503, True)
    assert (one_each[0], "Another file of yours is still on its way." in one_each[2].decode()) == (503, True)
    assert [status for status, *_ in others] == [200] * 3
    assert uploads == [200] * intake.FILES.most
    assert Document.objects.count() == intake.FILES.most
    assert intake.FILES.guests == {}


def test_a_page_answers_while_a_file_of_ours_is_read_back(
    at_home: Client, slow: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As slowly as the others: only its waiting is ours."""
    read = reading.lines
    monkeypatch.setattr(reading, "lines", lambda made, **how: slow.wait(30) and read(made, **how))
    seeker = a_seeker("Number 9.")
    visit, export = seeker_visit(seeker), f"/place/desk/{a_resume(seeker).pk}/export/"
    token = TOKEN.findall(words(visit.get(export)))[0]
    body = encode_multipart(BOUNDARY, TYPED | {"csrfmiddlewaretoken": token})

    async def meanwhile() -> tuple[int, int]:
        exporting = asyncio.create_task(asgi.answer(*as_sent(visit, "POST", export, body)))
        await asyncio.sleep(0.3)
        (status, *_) = await asyncio.wait_for(asgi.answer(*as_sent(at_home, "GET", "/place/")), 10)
        assert not exporting.done()
        slow.set()
        return status, (await exporting)[0]

    assert asyncio.run(meanwhile()) == (200, 200)
