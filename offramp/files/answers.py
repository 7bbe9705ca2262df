"""Reads the child's answer as if a stranger had written it: one may have taken the child over."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from offramp.files import limits, outlines
from offramp.files.frames import NotFrames, Tag, unframed
from offramp.files.kinds import Kind
from offramp.files.refusals import SAID_BY_THE_CHILD, Broken, NotConfined
from offramp.files.removals import Removal, Trace

MOST = (
    limits.LARGEST_CLEANED
    + max(limits.PAGES_AS_PICTURES, limits.PICTURES_INSIDE) * limits.LARGEST_PICTURE
    + 4 * limits.LONGEST_TEXT
    + limits.MIB
)
# Empty ones cost more to keep than to send.
_MOST_FRAMES = limits.MOST_REMOVALS + 3 * limits.MOST_PAGES + limits.PICTURES_INSIDE + 10
_STARTS = {
    Kind.PDF: b"%PDF-",
    Kind.DOCX: b"PK\x03\x04",
    Kind.ODT: b"PK\x03\x04",
    Kind.TEXT: b"",
    Kind.PNG: outlines.PNG_START,
    Kind.JPEG: b"\xff\xd8\xff",
}


@dataclass(frozen=True)
class Picture:
    """A page, or what stands on one, as a JPEG that is nothing but pixels."""

    content: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Inside:
    """A picture among the words, behind so many of their letters."""

    at: int
    picture: Picture


@dataclass(frozen=True)
class Page:
    """What is safe to look at: the text, and a picture of the page where one can be made, or those in it."""

    text: str
    picture: Picture | None
    inside: tuple[Inside, ...] = ()
    # Pictures that are in the file, and not here.
    unshown: int = 0


@dataclass(frozen=True)
class Cleaned:
    """A file that was taken: its kind, its cleaned bytes, what was removed, and its safe view."""

    kind: Kind
    content: bytes
    removals: tuple[Removal, ...]
    pages: tuple[Page, ...]
    # Pages after the twentieth have no picture, and a very long text ends early.
    is_shown_whole: bool


def read(answer: bytes) -> Cleaned:
    """Return the cleaned file that an answer holds. Raises the refusal it names, NotConfined, Broken."""
    try:
        return _read(unframed(answer, most=_MOST_FRAMES))
    except (NotFrames, ValueError, LookupError):
        raise Broken from None


def _read(frames: Iterator[tuple[Tag, bytes]]) -> Cleaned:
    if next(frames, None) != (Tag.CONFINED, b""):
        raise NotConfined
    said: dict[Tag, list[bytes]] = {tag: [] for tag in Tag}
    pages: list[_Said] = []
    for tag, payload in frames:
        said[tag].append(payload)
        if tag is Tag.PAGE:
            pages.append(_Said(payload))
        elif tag in (Tag.PICTURE, Tag.INSIDE, Tag.UNSHOWN):
            pages[-1].more[tag].append(payload)
    if said[Tag.REFUSED]:
        raise SAID_BY_THE_CHILD[said[Tag.REFUSED][0].decode("ascii")]
    # One of each, and the last word said; otherwise it died on the way, or pretends.
    (kind,), (content,), (_end,) = said[Tag.KIND], said[Tag.FILE], said[Tag.END]
    return Cleaned(
        kind=Kind(kind.decode("ascii")),
        content=_content(content, Kind(kind.decode("ascii"))),
        removals=tuple(_removal(payload) for payload in said[Tag.REMOVAL][: limits.MOST_REMOVALS]),
        pages=_pages(pages),
        is_shown_whole=not said[Tag.SHORTENED],
    )


@dataclass
class _Said:
    """What was said of one page."""

    text: bytes
    more: dict[Tag, list[bytes]] = field(
        default_factory=lambda: {Tag.PICTURE: [], Tag.INSIDE: [], Tag.UNSHOWN: []}
    )


def _content(content: bytes, kind: Kind) -> bytes:
    if len(content) > limits.LARGEST_CLEANED or not content.startswith(_STARTS[kind]):
        raise Broken
    if kind is Kind.TEXT:
        content.decode()
    if kind in (Kind.PNG, Kind.JPEG):
        size = outlines.png_size if kind is Kind.PNG else outlines.jpeg_size
        width, height = size(content)
        if width * height > limits.MOST_PIXELS:
            raise Broken
    return content


def _removal(payload: bytes) -> Removal:
    trace, times, found = payload.decode().split("\0")
    return Removal(Trace(trace), found[: limits.LONGEST_FOUND], max(1, min(int(times[:9]), 1_000_000)))


def _pages(pages: list[_Said]) -> tuple[Page, ...]:
    if (
        not 1 <= len(pages) <= limits.MOST_PAGES
        or sum(len(page.text) for page in pages) > 4 * limits.LONGEST_TEXT
        or sum(len(page.more[Tag.INSIDE]) for page in pages) > limits.PICTURES_INSIDE
    ):
        raise Broken
    return tuple(map(_page, pages))


def _page(said: _Said) -> Page:
    text = said.text.decode()
    inside = tuple(_inside(payload) for payload in said.more[Tag.INSIDE])
    places = [0, *(each.at for each in inside), len(text)]
    if places != sorted(places):
        raise Broken
    (picture,) = map(_picture, said.more[Tag.PICTURE]) if said.more[Tag.PICTURE] else (None,)
    (unshown,) = said.more[Tag.UNSHOWN] or [b"0"]
    return Page(text, picture, inside, max(0, min(int(unshown[:9]), 1_000_000)))


def _inside(payload: bytes) -> Inside:
    return Inside(int.from_bytes(payload[:4], "big"), _picture(payload[4:]))


def _picture(content: bytes) -> Picture:
    width, height = outlines.jpeg_size(content)
    if len(content) > limits.LARGEST_PICTURE:
        raise Broken
    if not (0 < width <= limits.LONGEST_SIDE and 0 < height <= limits.LONGEST_SIDE):
        raise Broken
    return Picture(content, width, height)
