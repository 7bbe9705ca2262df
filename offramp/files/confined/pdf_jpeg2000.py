"""JPEG 2000 inside a PDF: what its pixels are made of, and nothing of what stands around them."""

import struct
from collections.abc import Iterator

from offramp.files.refusals import Broken

_START = b"\0\0\0\x0cjP  "
# The two boxes every such file begins with, as the standard (ISO 15444-1, annex I) has them.
_BEGINNING = _START + b"\r\n\x87\n\0\0\0\x14ftypjp2 \0\0\0\0jp2 "
_HEADERS = {b"ihdr", b"bpcc", b"pclr", b"cmap", b"cdef"}
# Gray, sRGB and the inks of a press, by the number of inks, for one described by a profile.
_DEVICES = {1: 17, 2: 17, 3: 16, 4: 12}
_CODE, _TILE, _PIXELS, _END = b"\xff\x4f", b"\xff\x90", b"\xff\x93", b"\xff\xd9"
# Annex A, without comments, and without tables of lengths, which only save a reader time.
_SEGMENTS = frozenset(
    bytes((0xFF, code)) for code in (0x50, 0x51, 0x52, 0x53, 0x5C, 0x5D, 0x5E, 0x5F, 0x60, 0x61)
)


def bare(picture: bytes) -> bytes:
    """Return a picture of nothing but what is needed to decode it. Raises Broken."""
    if not picture.startswith(_START):
        return _bare_code(picture)
    boxes = dict(reversed(list(_boxes(picture))))
    if b"jp2c" not in boxes:
        raise Broken
    header = b"".join(_headers(boxes.get(b"jp2h", b"")))
    return _BEGINNING + _box(b"jp2h", header) + _box(b"jp2c", _bare_code(boxes[b"jp2c"]))


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), name) + content


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        # A box says 1 where its length stands in eight bytes of its own, and 0 where it is the last.
        start = at + (16 if length == 1 else 8)
        if length == 1:
            length = int.from_bytes(content[at + 8 : at + 16], "big")
        after = at + length if length else len(content)
        if after < start:
            raise Broken
        yield name, content[start:after]
        at = after


def _headers(content: bytes) -> Iterator[bytes]:
    inks = 3
    for name, said in _boxes(content):
        if name == b"ihdr":
            inks = int.from_bytes(said[8:10], "big")
            yield _box(name, said[:14])
        elif name in _HEADERS:
            yield _box(name, said)
        elif name == b"colr":
            is_named = said[:1] == b"\1"
            space = said[3:7] if is_named else struct.pack(">I", _DEVICES.get(inks, 16))
            yield _box(name, b"\1\0\0" + space)


def _bare_code(code: bytes) -> bytes:
    if not code.startswith(_CODE):
        raise Broken
    header, at = _segments(code, 2, _TILE)
    parts = [_CODE, header]
    while code[at : at + 2] == _TILE:
        length = int.from_bytes(code[at + 6 : at + 10], "big")
        # Without a length it is the last, and reaches to the end.
        after = at + length if length >= 14 else max(at + 12, code.rfind(_END))
        header, start = _segments(code, at + 12, _PIXELS)
        content = header + code[start:after]
        said = struct.pack(">I", 12 + len(content)) if length else bytes(4)
        parts += [code[at : at + 6], said, code[at + 10 : at + 12], content]
        at = after
    return b"".join([*parts, _END])


def _segments(code: bytes, at: int, stop: bytes) -> tuple[bytes, int]:
    """Return the segments of a header that are kept, and where it stops. Raises Broken."""
    kept = b""
    while (marker := code[at : at + 2]) != stop:
        after = at + 2 + int.from_bytes(code[at + 2 : at + 4], "big")
        if marker[:1] != b"\xff" or after < at + 4 or marker == _END:
            raise Broken
        kept += code[at:after] if marker in _SEGMENTS else b""
        at = after
    return kept, at
