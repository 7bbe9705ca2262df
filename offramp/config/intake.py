"""A body on its way in: how much of it is kept, how long it may take, and whether a file may be in it."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from typing import Any

from django.conf import settings

from offramp.config import rooms
from offramp.config.gateway import Environ
from offramp.config.rooms import NoRoom, Rooms
from offramp.files.limits import LARGEST_FILE
from offramp.web import uploads
from offramp.web.uploads import Room

Receive = Callable[[], Awaitable[dict[str, Any]]]

# Seconds until a body has to be there; a slow line gets one more for each thousand bytes that came.
PATIENCE, BYTES_A_SECOND = 15, 1_000
# A visit ends after as many idle seconds: slower than 12 kB a second, the largest file would come too late.
LONGEST = 15 * 60
# Whoever keeps others waiting for a room sends faster, after as many seconds to begin with.
START, PACE = 30, 10_000
# A file, and the words sent with it; more is cut off, and the page then finds the file too large.
LARGEST = LARGEST_FILE + 64 * 1024
# With all of them whole in memory, and one being cleaned, there is still room for everybody else.
FILES = Rooms(most=4, of_member=1, nearby=2)
NAMED = re.compile(rb'\bfilename="[^"]')


class HungUp(Exception):
    """The client went away in the middle of its request."""


class Arrival:
    """What is kept of one body while it comes: words at least, and a file while there is room for one."""

    def __init__(self, environ: Environ) -> None:
        self.environ = environ
        self.kept, self.length, self.most = BytesIO(), 0, int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
        self.ordinary = self.most
        self.may_hold_file = takes_files(environ)
        environ[uploads.ROOM] = Room.OTHERS
        self.watch: asyncio.TimerHandle | None = None
        self.since, self.before = 0.0, 0

    async def take(self, piece: bytes) -> bool:
        """Whether any of it was kept: what is too much is let past, or a browser would not show why."""
        crosses = self.length <= self.ordinary < self.length + len(piece)
        self.length += len(piece)
        if crosses and self.may_hold_file and await ask_for_room(self.environ):
            self.most = LARGEST
            self.since, self.before = asyncio.get_running_loop().time(), self.length
            self._look_after(self.since + START)
        space = max(0, self.most - self.kept.tell())
        return self.kept.write(piece[:space]) > 0

    async def end(self) -> None:
        """It is all there. Cut where it was too much: the words come first, and none is lost for a file."""
        if not self.may_hold_file:
            return
        if self.length <= self.ordinary and NAMED.search(self.kept.getbuffer()):
            await ask_for_room(self.environ)
        self.length = min(self.length, self.most)

    def close(self) -> None:
        if self.watch:
            self.watch.cancel()

    def _look_after(self, at: float) -> None:
        self.watch = asyncio.get_running_loop().call_at(at, self._look)

    def _look(self) -> None:
        """Who sends too slowly gives the room to somebody else, and keeps the words."""
        due = self.since + START + (self.length - self.before) / PACE
        if asyncio.get_running_loop().time() < due:
            self._look_after(due)
            return
        FILES.give_back(self.environ)
        self.environ[uploads.ROOM] = Room.TOO_SLOW
        self.most = self.ordinary
        self.kept.seek(self.most)
        self.kept.truncate()


async def take_in(environ: Environ, receive: Receive) -> None:
    """Put the body into the environ. Raises HungUp, TimeoutError."""
    began, goes_on = asyncio.get_running_loop().time(), True
    with closing(Arrival(environ)) as arrival:
        async with asyncio.timeout(PATIENCE) as patience:
            while goes_on:
                message = await receive()
                if message["type"] != "http.request":
                    raise HungUp
                if await arrival.take(message["body"]):
                    allowed = min(PATIENCE + arrival.length / BYTES_A_SECOND, LONGEST)
                    patience.reschedule(began + allowed)
                goes_on = message["more_body"]
        await arrival.end()
    put(environ, arrival.kept, arrival.length)


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


async def ask_for_room(environ: Environ) -> bool:
    """Whether this one's file may come in; its room is kept until the answer is there."""
    told = {None: Room.GIVEN, NoRoom.YOURS: Room.YOURS, NoRoom.OTHERS: Room.OTHERS}
    if member := await rooms.member(environ):  # nobody else sends much
        environ[uploads.ROOM] = told[FILES.take(environ, member)]
    return environ[uploads.ROOM] is Room.GIVEN


@contextmanager
def giving_back(environ: Environ) -> Iterator[None]:
    """Once it is answered, or nobody waits for an answer any more, there is room for another one."""
    try:
        yield
    finally:
        FILES.give_back(environ)
