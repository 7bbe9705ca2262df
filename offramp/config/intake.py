"""A body on its way in: how much of it is kept, how long it may take, and whether a file may be in it."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from django.conf import settings

from offramp.config.gateway import Environ
from offramp.files.limits import LARGEST_FILE
from offramp.web import uploads

Receive = Callable[[], Awaitable[dict[str, Any]]]

# Seconds until a body has to be there; a slow line gets one more for each thousand bytes that came.
PATIENCE, BYTES_A_SECOND = 15, 1_000
# A visit ends after as many idle seconds: slower than 12 kB a second, the largest file would come too late.
LONGEST = 15 * 60
# A file, and the words sent with it; more is cut off, and the page then finds the file too large.
LARGEST = LARGEST_FILE + 64 * 1024
# With all of them whole in memory, and one being cleaned, there is still room for everybody else.
MOST_FILES = 4
FILE = re.compile(rb'\bfilename="[^"]')

with_files: set[int] = set()


class HungUp(Exception):
    """The client went away in the middle of its request."""


async def take_in(environ: Environ, receive: Receive) -> None:
    """Put the body into the environ. Raises HungUp, TimeoutError."""
    ordinary = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    body, length, most, goes_on = BytesIO(), 0, ordinary, True
    may_hold_file = takes_files(environ)
    environ[uploads.ROOM] = False
    began = asyncio.get_running_loop().time()
    async with asyncio.timeout(PATIENCE) as patience:
        while goes_on:
            message = await receive()
            if message["type"] != "http.request":
                raise HungUp
            length += len(message["body"])
            crosses = length > ordinary >= length - len(message["body"])
            if crosses and may_hold_file and has_cookie(environ) and give_room(environ):
                most = LARGEST
            # What is too much is let past, not kept: cut off, a browser would not show why.
            if body.tell() < most:
                body.write(message["body"][: most - body.tell()])
                patience.reschedule(began + min(PATIENCE + length / BYTES_A_SECOND, LONGEST))
            goes_on = message["more_body"]
    if may_hold_file:
        is_small = length <= ordinary and FILE.search(body.getbuffer()) is not None
        environ[uploads.ROOM] = most == LARGEST or (is_small and give_room(environ))
        # Cut where it was too much: the words come first, and no text shall be lost for a file.
        length = min(length, most)
    put(environ, body, length)


def put(environ: Environ, body: BytesIO, length: int) -> None:
    environ["CONTENT_LENGTH"] = str(length)
    if length == body.tell():
        body.seek(0)
        environ["wsgi.input"] = body
    else:
        # Only a form of this type is refused for its length alone.
        environ["CONTENT_TYPE"] = "application/x-www-form-urlencoded"


def takes_files(environ: Environ) -> bool:
    is_form = environ.get("CONTENT_TYPE", "").lower().startswith("multipart/form-data")
    return is_form and environ["REQUEST_METHOD"] == "POST" and uploads.are_taken_at(environ["PATH_INFO"])


def has_cookie(environ: Environ) -> bool:
    """Nobody without a visit sends much: not even one that is over would have it taken."""
    return f"{settings.SESSION_COOKIE_NAME}=" in environ.get("HTTP_COOKIE", "")


def give_room(environ: Environ) -> bool:
    """Whether there is room for this one's file; it is kept until the answer is there."""
    if len(with_files) < MOST_FILES:
        with_files.add(id(environ))
    return id(environ) in with_files


@contextmanager
def giving_back(environ: Environ) -> Iterator[None]:
    """Once it is answered, or nobody waits for an answer any more, there is room for another one."""
    try:
        yield
    finally:
        with_files.discard(id(environ))
