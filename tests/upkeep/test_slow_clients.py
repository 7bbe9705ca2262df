"""Who stalls, floods or sends far too much keeps nobody else from being answered."""

import asyncio
import http.client
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import pytest
from django.db import connections

from offramp.config import asgi
from offramp.config.threads import thread
from tests.browser.servers import free_port
from tests.upkeep.console import OFFRAMP, prepared
from tests.web.test_headers import NOT_TO_BE_FOUND, PAGE

HOST = "help.example.org"
OURS = {"Host": HOST, "Origin": f"https://{HOST}", "X-Forwarded-Proto": "https"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
HEAD_OF_A_FORM = (
    f"POST /help/ HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 5000\r\n\r\ntext=Half+a+sent".encode()
)
REFUSED = {name: value for name, value in PAGE.items() if name not in ("Content-Language", "Vary")}
REFUSED |= NOT_TO_BE_FOUND | {"Connection": "close", "Retry-After": "5"}
REFUSED |= {"Content-Type": "text/plain; charset=utf-8"}
TEN_MEGABYTES = b"text=" + b"x" * 10_000_000


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Where a real server listens, with one worker and nothing in front of it."""
    environment, port = prepared(tmp_path_factory.mktemp("server")), free_port()
    command = [OFFRAMP, "serve", f"--port={port}"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as serving:
        try:
            wait_for(port)
            yield port
        finally:
            serving.terminate()


def wait_for(port: int) -> None:
    for _ in range(200):
        try:
            ask(port, "HEAD", "/")
        except ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("The server did not start.")


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    text: str


def ask(port: int, method: str, path: str, body: Any = None, **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    more = FORM if body else {}
    in_chunks = body is not None and not isinstance(body, bytes)
    try:
        connection.request(method, path, body, OURS | more | headers, encode_chunked=in_chunks)
        return read(connection.getresponse())
    finally:
        connection.close()


def read(response: http.client.HTTPResponse) -> Answer:
    varying = ("Content-Length", "Date")
    headers = {name.title(): value for name, value in response.getheaders() if name.title() not in varying}
    return Answer(response.status, headers, response.read().decode())


def stalling(port: int, sent: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.sendall(sent)
    return connection


def test_who_stalls_holds_up_nobody_and_is_told_so_in_the_end(port: int) -> None:
    stalled = [stalling(port, HEAD_OF_A_FORM) for _ in range(20)]
    stalled += [stalling(port, b"GET / HT"), stalling(port, b"")]
    chunked = HEAD_OF_A_FORM.replace(b"Content-Length: 5000", b"Transfer-Encoding: chunked")
    stalled.append(stalling(port, chunked.replace(b"text=", b"800\r\ntext=")))
    time.sleep(0.5)

    began = time.monotonic()
    assert ask(port, "GET", "/").status == 200
    assert time.monotonic() - began < 5
    for form in (stalled[0], stalled[-1]):
        refused = http.client.HTTPResponse(form)
        refused.begin()
        assert read(refused) == Answer(408, REFUSED, asgi.TOO_SLOW)
        assert form.recv(1) == b""
    for one in stalled:
        one.close()


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_far_too_much_is_answered_with_its_page(port: int, kind: str) -> None:
    in_one = ask(port, "POST", "/help/", TEN_MEGABYTES, **{"Content-Type": kind})
    in_chunks = ask(port, "POST", "/help/", iter([TEN_MEGABYTES]), **{"Content-Type": kind})

    for answer in (in_one, in_chunks):
        assert (answer.status, answer.headers) == (413, PAGE | NOT_TO_BE_FOUND)
        assert "Too large" in answer.text


def test_a_form_arrives_whole_in_one_piece_or_in_many(port: int) -> None:
    in_one = ask(port, "POST", "/help/", b"text=A+whole+sentence.")
    in_chunks = ask(port, "POST", "/help/", iter([b"text=A+who", b"le+sentence."]))

    for answer in (in_one, in_chunks):
        assert answer.status == 409  # without a token the text comes back, to be sent again
        assert "A whole sentence.</textarea>" in answer.text


def test_a_page_and_its_head_leave_with_the_whole_set_of_headers(port: int) -> None:
    page, head = ask(port, "GET", "/leave/"), ask(port, "HEAD", "/leave/")

    assert page.headers == head.headers == PAGE | NOT_TO_BE_FOUND
    assert page.text.endswith("</html>\n")
    assert head.text == ""


@dataclass
class Client:
    """What granian hands over of a request, and what it is given back."""

    method: str = "GET"
    has_hung_up: bool = False
    heard: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    answered: list[dict[str, Any]] = field(default_factory=list)

    async def ask(self) -> int | None:
        """The status of the answer, None when there was none."""
        self.heard.put_nowait({"type": "http.request", "body": b"", "more_body": False})
        if self.has_hung_up:
            self.heard.put_nowait({"type": "http.disconnect"})
        await asgi.application(self.scope(), self.heard.get, self.send)
        return self.answered[0]["status"] if self.answered else None

    async def send(self, message: dict[str, Any]) -> None:
        self.answered.append(message)

    def scope(self) -> dict[str, Any]:
        return {
            "method": self.method,
            "raw_path": b"/robots.txt",
            "query_string": b"",
            "http_version": "1.1",
            "scheme": "https",
            "client": ("127.0.0.1", "50000"),
            "server": ("127.0.0.1", "8000"),
            "headers": [(b"host", b"testserver")],
        }


async def statuses(clients: list[Client]) -> list[int | None]:
    """What they get who ask while the thread is busy, one after the other."""
    busy = Event()
    thread.submit(busy.wait, 30)
    asked = [asyncio.create_task(client.ask()) for client in clients]
    await asyncio.sleep(0.5)
    busy.set()
    answered = [await one for one in asked]
    thread.submit(connections.close_all).result()  # or the tests' database could not be deleted
    return answered


@pytest.mark.django_db(transaction=True)
def test_the_queue_is_short_for_readers_and_long_enough_for_every_text() -> None:
    readers = [Client() for _ in range(asgi.MOST_WAITING + 3)]
    got = asyncio.run(statuses([*readers, Client(method="POST")]))

    assert got == [200] * asgi.MOST_WAITING + [503] * 3 + [403]


def test_who_hung_up_while_waiting_is_not_answered() -> None:
    assert asyncio.run(statuses([Client(), Client(has_hung_up=True), Client()])) == [200, None, 200]
