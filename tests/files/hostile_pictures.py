"""Pictures made to hurt whoever opens them."""

import struct
import zlib

from PIL import Image

from tests.files import pictures

_MIB = 1024 * 1024


def png_of(width: int, height: int, *, claimed: int | None = None) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", pixels, claimed)
        + _chunk(b"IEND", b"")
    )


def png_with_a_long_tale() -> bytes:
    tale = _chunk(b"zTXt", b"canary\0\0" + zlib.compress(b"a" * 64 * _MIB, 9))
    small = pictures.encoded(Image.new("L", (8, 8)), "PNG")
    return small[:33] + tale + small[33:]


def _chunk(name: bytes, body: bytes, claimed: int | None = None) -> bytes:
    length = len(body) if claimed is None else claimed
    return struct.pack(">I", length) + name + body + struct.pack(">I", zlib.crc32(name + body))


def jpeg_and_page() -> bytes:
    page = b"<html><script>canary()</script></html>"
    picture = pictures.encoded(pictures.pixels(), "JPEG")
    return picture[:2] + b"\xff\xfe" + struct.pack(">H", len(page) + 2) + page + picture[2:] + page


def a_photograph() -> bytes:
    return pictures.encoded(Image.effect_noise((400, 400), 50), "JPEG")
