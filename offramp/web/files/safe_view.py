"""A file as it may safely be looked at: pages as pictures and text; the file itself only to be saved."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise

from offramp.files.kinds import Kind
from offramp.people.models.sealed_file import Filed
from offramp.web.files import words
from offramp.web.files.words import Removed

PICTURE = "image/jpeg"
# Opened in place after all, it is nobody's page: it runs, loads and sends nothing.
SHUT = "default-src 'none'; sandbox"


@dataclass(frozen=True)
class Picture:
    """Of a page, or of something on one."""

    number: int
    address: str
    width: int
    height: int


@dataclass(frozen=True)
class Page:
    """One page; without a picture where none could be made, or there are too many."""

    text: str = field(repr=False)
    picture: Picture | None = None
    # Instead of it: its words and the pictures among them, in the order in which they are read.
    pieces: list[str | Picture] = field(default_factory=list, repr=False)
    unshown: int = 0


@dataclass(frozen=True)
class Shown:
    """Everything a page says of a file."""

    name: str = field(repr=False)
    kind: Promise | str
    size: int
    removed: list[Removed] = field(repr=False)
    pages: list[Page] = field(repr=False)
    is_whole: bool


def shown(told: Filed, view: list[Any], *, address: Callable[[int], str]) -> Shown:
    """`address` tells where the picture of a number lies."""
    return Shown(
        name=told.name,
        kind=words.KINDS[told.media],
        size=told.size,
        removed=words.removed_before(told.removed),
        pages=[_page(one, address) for one in view],
        is_whole=not view[-1].get("goes on"),
    )


def picture(content: bytes) -> HttpResponse:
    return _shut(HttpResponse(content, content_type=PICTURE))


def copy(content: bytes, *, media: str, number: int) -> HttpResponse:
    """The file, under a name that says nothing to whoever sees the list of downloads."""
    answer = _shut(HttpResponse(content, content_type=media))
    answer["Content-Disposition"] = f'attachment; filename="{neutral_name(media, number)}"'
    return answer


def neutral_name(media: str, number: int) -> str:
    return f"file-{number}{Kind(media).ending}"


def _page(kept: dict[str, Any], address: Callable[[int], str]) -> Page:
    text = kept["text"]
    if "picture" in kept:
        return Page(text, _picture(kept, address))
    pieces: list[str | Picture] = []
    start = 0
    for one in kept.get("inside", ()):
        pieces += [text[start : one["at"]].strip("\n"), _picture(one, address)]
        start = one["at"]
    pieces.append(text[start:].strip("\n"))
    # Between two pictures there is often no word.
    said = [piece for piece in pieces if isinstance(piece, Picture) or piece.strip()]
    return Page(text, pieces=said, unshown=kept.get("unshown", 0))


def _picture(kept: dict[str, Any], address: Callable[[int], str]) -> Picture:
    return Picture(kept["picture"], address(kept["picture"]), kept["width"], kept["height"])


def _shut(answer: HttpResponse) -> HttpResponse:
    answer["Content-Security-Policy"] = SHUT
    return answer
