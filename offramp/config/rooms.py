"""Room for what is large, on its way in or out: so much in all, of one person, and of one neighbourhood."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from django.conf import settings
from django.db import Error, close_old_connections
from django.http import HttpRequest, parse_cookie

from offramp.config.gateway import Environ
from offramp.config.threads import thread
from offramp.people.sessions import SessionStore
from offramp.web.limits import neighbourhood


class NoRoom(Enum):
    """Who is there already."""

    OTHERS = "others"
    YOURS = "yours"


@dataclass(frozen=True)
class Guest:
    """Whom something belongs to, where it goes to or comes from, and how much there is of it."""

    member: bytes
    near: str | None
    size: int


class Rooms:
    """Everything large that is under way just now."""

    def __init__(self, *, most: int, of_member: int, nearby: int) -> None:
        self.most, self.of_member, self.nearby = most, of_member, nearby
        # Through Tor everybody comes from one place, and nobody knows who reads without signing in: each of
        # these two crowds leaves some for all others.
        self.crowd = most * 3 // 4
        self.guests: dict[int, Guest] = {}

    def take(self, environ: Environ, member: bytes, size: int = 1) -> NoRoom | None:
        """Until it is given back; says why there is none."""
        guest = Guest(member, near(environ), size)
        others = self.guests.values()
        neighbours = [one for one in others if one.near == guest.near]
        # Strangers of one neighbourhood count as one person.
        same = (one for one in (others if member else neighbours) if one.member == member)
        if not fits(guest, same, self.of_member):
            return NoRoom.YOURS if member else NoRoom.OTHERS
        strangers = [] if member else [one for one in others if not one.member]
        shares = (
            (neighbours, self.nearby if guest.near else self.crowd),
            (strangers, self.crowd),
            (others, self.most),
        )
        if not all(fits(guest, those, most) for those, most in shares):
            return NoRoom.OTHERS
        self.guests[id(environ)] = guest
        return None

    def give_back(self, environ: Environ) -> None:
        self.guests.pop(id(environ), None)


def fits(guest: Guest, others: Iterable[Guest], most: int) -> bool:
    """Alone, even what is larger than all the room."""
    taken = sum(one.size for one in others)
    return taken == 0 or taken + guest.size <= most


async def member(environ: Environ) -> bytes:
    """Who is signed in, told from others and no more; empty for whoever is not, or made up a cookie."""
    cookie = parse_cookie(environ.get("HTTP_COOKIE", "")).get(settings.SESSION_COOKIE_NAME, "")
    return await asyncio.get_running_loop().run_in_executor(thread, whose, cookie) if cookie else b""


def whose(cookie: str) -> bytes:
    """Nobody's while the database does not answer: whoever asks goes on without it, and no text is lost."""
    try:
        return SessionStore(cookie).whose()
    except Error:
        return b""
    finally:
        close_old_connections()


def near(environ: Environ) -> str | None:
    request = HttpRequest()
    request.META = environ
    return neighbourhood(request)
