"""Lines and paragraphs out of what somebody wrote, and the lines that say where to find them."""

import re
from typing import Any

from offramp.paper.resumes import text

# Nobody sees them, some turn the reading direction, and a Word file may not hold the others.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    r"\ufff9-\ufffb\ufffe\uffff]"
)
_BEFORE_AN_ADDRESS = re.compile(r"^(https?://)?(www\.)?", re.IGNORECASE)
_AT_HOME = ("", "us", "usa", "united states", "estados unidos")


def contact(basics: dict[str, Any]) -> tuple[str, ...]:
    """Where to find the person, each by itself: no table and no icon stands between."""
    location = basics.get("location") or {}
    city = " ".join(filter(None, (line(text(location, "region")), line(text(location, "postalCode")))))
    country = line(text(location, "countryCode"))
    place = [
        *(line(part) for part in text(location, "address").splitlines()),
        line(text(location, "city")),
        city,
        "" if country.lower() in _AT_HOME else country,
    ]
    profiles = [
        address(text(one, "url")) or joined(": ", line(text(one, "network")), line(text(one, "username")))
        for one in basics.get("profiles") or []
    ]
    found = [joined(", ", *place), line(text(basics, "phone")), line(text(basics, "email"))]
    return tuple(filter(None, [*found, address(text(basics, "url")), *profiles]))


def line(written: str) -> str:
    """One line of it, without what nobody sees."""
    return " ".join(_UNSEEN.sub("", written).split())


def paragraphs(written: str) -> tuple[str, ...]:
    """Each line that somebody began is a paragraph."""
    return tuple(filter(None, map(line, written.splitlines())))


def address(url: str) -> str:
    """An address on the web as people write it on paper."""
    return _BEFORE_AN_ADDRESS.sub("", line(url)).removesuffix("/")


def joined(between: str, *parts: str) -> str:
    """Those that say something, with this between them."""
    return between.join(filter(None, parts))
