"""Frames: the only words between the two sides of the confinement. A tag, a length, that many bytes."""

import struct
from collections.abc import Iterator
from enum import Enum

_HEAD = struct.Struct(">cI")


class Tag(Enum):
    """What a frame carries."""

    CONFINED = b"C"
    LIMITED = b"U"
    REFUSED = b"N"
    KIND = b"K"
    REMOVAL = b"R"
    FILE = b"F"
    PAGE = b"P"
    PICTURE = b"J"
    INSIDE = b"I"
    UNSHOWN = b"M"
    RUN = b"L"
    SHORTENED = b"S"
    END = b"E"


class NotFrames(ValueError):
    """The bytes are not a row of whole frames."""


def frame(tag: Tag, payload: bytes = b"") -> bytes:
    """Return one frame."""
    return _HEAD.pack(tag.value, len(payload)) + payload


def unframed(answer: bytes, *, most: int) -> Iterator[tuple[Tag, bytes]]:
    """Yield each frame of an answer. Raises NotFrames at the first byte that is none, or beyond so many."""
    at = 0
    for _ in range(most):
        if at == len(answer):
            return
        body = at + _HEAD.size
        if body > len(answer):
            raise NotFrames
        tag, length = _HEAD.unpack_from(answer, at)
        at = body + length
        if at > len(answer):
            raise NotFrames
        try:
            yield Tag(tag), answer[body:at]
        except ValueError:
            raise NotFrames from None
    if at < len(answer):
        raise NotFrames
