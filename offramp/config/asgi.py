"""The entry that granian serves: takes a request in whole, then runs the site on one of its two threads."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.http import HttpRequest, HttpResponse

from offramp.config import intake, rooms
from offramp.config.gateway import Answer, Environ, Scope, environ_of, run
from offramp.config.intake import HungUp, Receive
from offramp.config.rooms import NoRoom, Rooms
from offramp.config.threads import thread, thread_for_files
from offramp.web import uploads
from offramp.web.headers import HeadersMiddleware
from offramp.web.uploads import Room

Send = Callable[[dict[str, Any]], Awaitable[None]]

MOST_WAITING = 64
# A proxy with two hosts asks here who is there; asked of a busy thread, it would think that nobody is.
ALIVE = "/alive/"
TOO_SLOW = """This did not arrive in time, and nothing of it was kept. Please send it again.
Esto no llegó a tiempo y no se guardó nada. Por favor, envíelo otra vez.
"""
TOO_MANY = """Many people are here right now. Please try again in a few seconds.
Hay muchas personas aquí en este momento. Por favor, inténtelo de nuevo en unos segundos.
"""

YOURS_FIRST = """You are loading large files already. Please open this one when they are there.
Ya está descargando archivos grandes. Por favor, abra este cuando terminen.
"""

# Bytes, and bytes a second: what is slower than that is no reader.
PIECE, PATIENCE_TO_SEND, SLOWEST_READER = 65_536, 30, 10_000
# Whoever reads slowly keeps an answer in memory: so many bytes of large ones at a time.
LARGE, MIB = 100_000, 1024 * 1024
GOING_OUT = Rooms(most=160 * MIB, of_member=40 * MIB, nearby=80 * MIB)
waiting: set[asyncio.Future[Answer]] = set()


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Who stalls holds a connection here, and never the thread."""
    with suppress(HungUp, TimeoutError, asyncio.CancelledError):
        environ = environ_of(scope)
        answered = await answer(environ, receive)
        member = await rooms.member(environ) if len(answered[2]) >= LARGE else b""
        with going_out(environ, answered, member) as (status, headers, body):
            written = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
            await send({"type": "http.response.start", "status": status, "headers": written})
            await send_whole(send, body)


@contextmanager
def going_out(environ: Environ, answered: Answer, member: bytes) -> Iterator[Answer]:
    """The answer, or why it has to wait: what is being sent already stands in memory until it is read."""
    size = len(answered[2])
    no_room = GOING_OUT.take(environ, member, size) if size >= LARGE else None
    try:
        if no_room:
            answered = refusal(503, YOURS_FIRST if no_room is NoRoom.YOURS else TOO_MANY)
        yield answered
    finally:
        GOING_OUT.give_back(environ)


async def send_whole(send: Send, body: bytes) -> None:
    """Piece by piece: handed over as a whole, the server keeps it for whoever never reads it."""
    async with asyncio.timeout(PATIENCE_TO_SEND + len(body) / SLOWEST_READER):
        for start in range(0, len(body) or 1, PIECE):
            is_last = start + PIECE >= len(body)
            piece = body[start : start + PIECE]
            await send({"type": "http.response.body", "body": piece, "more_body": not is_last})


async def answer(environ: Environ, receive: Receive) -> Answer:
    """Wait for the body, then for the thread. Raises HungUp, and is cancelled when nobody waits for it."""
    if environ["PATH_INFO"] == ALIVE:
        return plainly(200, "Here.\n", {})
    with intake.giving_back(environ):
        try:
            await intake.take_in(environ, receive)
        except TimeoutError:
            return refusal(408, TOO_SLOW)
        return await answer_whole(environ, receive)


async def answer_whole(environ: Environ, receive: Receive) -> Answer:
    """To a request that is all there."""
    only_reads = environ["REQUEST_METHOD"] in ("GET", "HEAD")
    if only_reads and len(waiting) >= MOST_WAITING:  # a text waits on: refused, it would be lost
        return refusal(503, TOO_MANY)
    has_file = environ.get(uploads.ROOM) is Room.GIVEN
    takes_long = has_file or (not only_reads and uploads.take_long_at(environ["PATH_INFO"]))
    where = thread_for_files if takes_long else thread
    answered = asyncio.get_running_loop().run_in_executor(where, run, environ)
    waiting.add(answered)
    answered.add_done_callback(waiting.discard)
    if only_reads and len(waiting) > 1:
        hang_up = asyncio.ensure_future(receive())
        hang_up.add_done_callback(lambda _: answered.cancel())
    return await answered


def refusal(status: int, sentence: str) -> Answer:
    """Said before the thread is asked; a connection is not kept for it."""
    return plainly(status, sentence, {"Connection": "close", "Retry-After": "5"})


def plainly(status: int, sentence: str, headers: dict[str, str]) -> Answer:
    """An answer from before the thread, with the headers of every other."""
    plain = HttpResponse(sentence, status=status, headers=headers, content_type="text/plain; charset=utf-8")
    answer = HeadersMiddleware(lambda _: plain)(HttpRequest())
    return status, list(answer.items()), plain.content
