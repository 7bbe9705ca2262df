"""Reads the child's answer as if a stranger had written it: one may have taken the child over."""

from collections.abc import Iterator
from dataclasses import dataclass

from offramp.files import limits, outlines
from offramp.files.frames import NotFrames, Tag, unframed
from offramp.files.kinds import Kind
from offramp.files.refusals import SAID_BY_THE_CHILD, Broken, NotConfined
from offramp.files.removals import Removal, Trace

MOST = (
    limits.LARGEST_CLEANED
    + limits.PAGES_AS_PICTURES * limits.LARGEST_PICTURE
    + 4 * limits.LONGEST_TEXT
    + limits.MIB
)
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
    """A page as a JPEG that is nothing but pixels."""

    content: bytes
    width: int
    height: int


@dataclass(frozen=True)
class Page:
    """What is safe to look at: the text, and a picture where one can be made."""

    text: str
    picture: Picture | None


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
        return _read(unframed(answer))
    except (NotFrames, ValueError, LookupError):
        raise Broken from None


def _read(frames: Iterator[tuple[Tag, bytes]]) -> Cleaned:
    if next(frames, None) != (Tag.CONFINED, b""):
        raise NotConfined
    said: dict[Tag, list[bytes]] = {tag: [] for tag in Tag}
    pages: list[tuple[bytes, bytes | None]] = []
    for tag, payload in frames:
        said[tag].append(payload)
        if tag is Tag.PAGE:
            pages.append((payload, None))
        elif tag is Tag.PICTURE:
            pages[-1] = (pages[-1][0], payload)
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


def _pages(pages: list[tuple[bytes, bytes | None]]) -> tuple[Page, ...]:
    if (
        not 1 <= len(pages) <= limits.MOST_PAGES
        or sum(len(text) for text, _ in pages) > 4 * limits.LONGEST_TEXT
    ):
        raise Broken
    return tuple(Page(text.decode(), _picture(picture)) for text, picture in pages)


def _picture(content: bytes | None) -> Picture | None:
    if content is None:
        return None
    width, height = outlines.jpeg_size(content)
    if not (0 < width <= limits.LONGEST_SIDE and 0 < height <= limits.LONGEST_SIDE):
        raise Broken
    return Picture(content, width, height)
