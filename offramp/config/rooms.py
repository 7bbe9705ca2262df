"""Room for what is large, on its way in or out: so much in all, of one visit, and of one neighbourhood."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, parse_cookie

from offramp.config.gateway import Environ
from offramp.web.limits import neighbourhood


class NoRoom(Enum):
    """Who is there already."""

    OTHERS = "others"
    YOURS = "yours"


@dataclass(frozen=True)
class Guest:
    """Whose visit something belongs to, where it goes to or comes from, and how much there is of it."""

    visit: bytes
    near: str | None
    size: int


class Rooms:
    """Everything large that is under way just now."""

    def __init__(self, *, most: int, of_visit: int, nearby: int) -> None:
        self.most, self.of_visit, self.nearby = most, of_visit, nearby
        self.guests: dict[int, Guest] = {}

    def take(self, environ: Environ, size: int = 1) -> NoRoom | None:
        """Until it is given back; says why there is none."""
        guest = Guest(visit(environ), near(environ), size)
        others = self.guests.values()
        if not fits(guest, (one for one in others if one.visit == guest.visit), self.of_visit):
            return NoRoom.YOURS
        # Through Tor everybody comes from the same place, so there it says nothing of anybody.
        neighbours = (one for one in others if guest.near and one.near == guest.near)
        if not fits(guest, neighbours, self.nearby) or not fits(guest, others, self.most):
            return NoRoom.OTHERS
        self.guests[id(environ)] = guest
        return None

    def give_back(self, environ: Environ) -> None:
        self.guests.pop(id(environ), None)


def fits(guest: Guest, others: Iterable[Guest], most: int) -> bool:
    """Alone, even what is larger than all the room."""
    taken = sum(one.size for one in others)
    return taken == 0 or taken + guest.size <= most


def cookie(environ: Environ) -> str:
    return parse_cookie(environ.get("HTTP_COOKIE", "")).get(settings.SESSION_COOKIE_NAME, "")


def visit(environ: Environ) -> bytes:
    """One visit told from another; the cookie itself is not kept for it."""
    return sha256(cookie(environ).encode()).digest()


def near(environ: Environ) -> str | None:
    request = HttpRequest()
    request.META = environ
    return neighbourhood(request)
