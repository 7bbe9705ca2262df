"""The entry that granian serves: takes a request in whole, then runs the site on its one thread."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from offramp.config.gateway import Answer, Environ, Scope, environ_of, run
from offramp.web.headers import HeadersMiddleware

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

# Seconds until a body has to be there; a slow line gets one more for each thousand bytes that came.
PATIENCE, BYTES_A_SECOND = 15, 1_000
MOST_WAITING = 64
TOO_SLOW = """This did not arrive in time, and nothing of it was kept. Please send it again.
Esto no llegó a tiempo y no se guardó nada. Por favor, envíelo otra vez.
"""
TOO_MANY = """Many people are here right now. Please try again in a few seconds.
Hay muchas personas aquí en este momento. Por favor, inténtelo de nuevo en unos segundos.
"""

# More threads fight over the interpreter's lock: the slowest answers took seconds.
thread = ThreadPoolExecutor(max_workers=1)
waiting: set[asyncio.Future[Answer]] = set()


class HungUp(Exception):
    """The client went away in the middle of its request."""


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Who stalls holds a connection here, and never the thread."""
    with suppress(HungUp, asyncio.CancelledError):
        status, headers, body = await answer(environ_of(scope), receive)
        written = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        await send({"type": "http.response.start", "status": status, "headers": written})
        await send({"type": "http.response.body", "body": body})


async def answer(environ: Environ, receive: Receive) -> Answer:
    """Wait for the body, then for the thread. Raises HungUp, and is cancelled when nobody waits for it."""
    try:
        await take_in(environ, receive)
    except TimeoutError:
        return refusal(408, TOO_SLOW)
    only_reads = environ["REQUEST_METHOD"] in ("GET", "HEAD")
    if only_reads and len(waiting) >= MOST_WAITING:  # a text waits on: refused, it would be lost
        return refusal(503, TOO_MANY)
    answered = asyncio.get_running_loop().run_in_executor(thread, run, environ)
    waiting.add(answered)
    answered.add_done_callback(waiting.discard)
    if only_reads and len(waiting) > 1:
        hang_up = asyncio.ensure_future(receive())
        hang_up.add_done_callback(lambda _: answered.cancel())
    return await answered


async def take_in(environ: Environ, receive: Receive) -> None:
    """Put the body into the environ. Raises HungUp, TimeoutError."""
    body, length, goes_on = bytearray(), 0, True
    began = asyncio.get_running_loop().time()
    async with asyncio.timeout(PATIENCE) as patience:
        while goes_on:
            message = await receive()
            if message["type"] != "http.request":
                raise HungUp
            length += len(message["body"])
            # What is too much is let past, not kept: cut off, a browser would not show why.
            if length <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
                body += message["body"]
                patience.reschedule(began + PATIENCE + length / BYTES_A_SECOND)
            goes_on = message["more_body"]
    environ["CONTENT_LENGTH"] = str(length)
    if length <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        environ["wsgi.input"] = BytesIO(body)
    else:
        # Only a form of this type is refused for its length alone.
        environ["CONTENT_TYPE"] = "application/x-www-form-urlencoded"


def refusal(status: int, sentence: str) -> Answer:
    """An answer from before the thread, with the headers of every other; a connection is not kept for it."""
    headers = {"Connection": "close", "Retry-After": "5"}
    plain = HttpResponse(sentence, status=status, headers=headers, content_type="text/plain; charset=utf-8")
    answer = HeadersMiddleware(lambda _: plain)(HttpRequest())
    return status, list(answer.items()), plain.content
