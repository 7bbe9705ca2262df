"""The outline of a picture: its segments or chunks, walked without looking at one pixel."""

import struct
import zlib
from collections.abc import Iterator

PNG_START = b"\x89PNG\r\n\x1a\n"
# Pixels, palette, transparency; text, times, profiles and whatever comes after the end are none of these.
PNG_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})

_END_OF_IMAGE = 0xD9
_START_OF_SCAN = 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# Tables and frames; of the application segments only JFIF's and Adobe's, which tell how to read colors.
_SEGMENTS = _FRAMES | {0xC4, 0xCC, 0xDB, 0xDD, _START_OF_SCAN}
_JFIF, _ADOBE = 0xE0, 0xEE


class NoOutline(ValueError):
    """The bytes are no picture of that kind, or not a whole one."""


def png_size(picture: bytes) -> tuple[int, int]:
    """Return width and height of a PNG that is nothing but pixels. Raises NoOutline."""
    names: list[bytes] = []
    at = len(PNG_START)
    if not picture.startswith(PNG_START):
        raise NoOutline
    while at < len(picture) and names[-1:] != [b"IEND"]:
        length, name = struct.unpack_from(">I4s", picture.ljust(at + 8, b"\0"), at)
        body = picture[at + 4 : at + 8 + length]
        if name not in PNG_CHUNKS or picture[at + 8 + length : at + 12 + length] != _crc(body):
            raise NoOutline
        names.append(name)
        at += 12 + length
    if at != len(picture) or names[:1] != [b"IHDR"] or names[-1] != b"IEND":
        raise NoOutline
    width, height = struct.unpack_from(">II", picture, 16)
    return width, height


def jpeg_size(picture: bytes) -> tuple[int, int]:
    """Return width and height of a JPEG that is nothing but pixels. Raises NoOutline."""
    if bare_jpeg(picture) != picture:
        raise NoOutline
    for marker, segment in _kept(picture):
        if marker in _FRAMES and len(segment) >= 9:
            height, width = struct.unpack_from(">HH", segment, 5)
            return width, height
    raise NoOutline


def bare_jpeg(picture: bytes) -> bytes:
    """Return the JPEG without what is not pixels: camera, place, thumbnail, comments, bytes after the end.

    Raises NoOutline.
    """
    return b"\xff\xd8" + b"".join(segment for _, segment in _kept(picture)) + b"\xff\xd9"


def jpeg_end(picture: bytes) -> int:
    """Return where a JPEG ends, whatever comes after it. Raises NoOutline."""
    end = 2
    for _, place in _segments(picture):
        end = place.stop
    return _past_fill(picture, end) + 2


def _kept(picture: bytes) -> Iterator[tuple[int, bytes]]:
    for marker, place in _segments(picture):
        segment = picture[place.start : place.stop]
        if marker in _SEGMENTS or _is_about_color(marker, segment):
            yield marker, segment


def _segments(picture: bytes) -> Iterator[tuple[int, range]]:
    if not picture.startswith(b"\xff\xd8"):
        raise NoOutline
    at = _past_fill(picture, 2)
    while (marker := picture[at + 1]) != _END_OF_IMAGE:
        after = at + 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
        if marker < 0xC0 or after < at + 4:
            raise NoOutline
        if marker == _START_OF_SCAN:
            after = _end_of_scan(picture, after)
        yield marker, range(at, after)
        at = _past_fill(picture, after)


def _past_fill(picture: bytes, at: int) -> int:
    while picture[at : at + 2] == b"\xff\xff":
        at += 1
    if at + 2 > len(picture) or picture[at] != 0xFF:
        raise NoOutline
    return at


def _end_of_scan(picture: bytes, at: int) -> int:
    """Find the next marker that is neither a stuffed zero nor a restart."""
    while True:
        at = picture.find(b"\xff", at)
        if at < 0 or at + 1 >= len(picture):
            raise NoOutline
        if picture[at + 1] != 0xFF and picture[at + 1] != 0 and not 0xD0 <= picture[at + 1] <= 0xD7:
            return at
        at += 1 if picture[at + 1] == 0xFF else 2


def _is_about_color(marker: int, segment: bytes) -> bool:
    # By exact length: JFIF may carry a thumbnail, and anything can hide behind a known name.
    if marker == _JFIF:
        return segment[4:9] == b"JFIF\0" and len(segment) == 18 and segment[16:18] == b"\0\0"
    return marker == _ADOBE and segment[4:9] == b"Adobe" and len(segment) == 16


def _crc(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big")
