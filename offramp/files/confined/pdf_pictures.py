"""Photographs inside a PDF keep their pixels byte for byte, and lose what a camera wrote around them."""

import base64
import struct
import zlib
from collections.abc import Callable, Iterator

from offramp.files import limits, outlines
from offramp.files.refusals import Broken, TooMuchInside

_JP2_START = b"\0\0\0\x0cjP  "
_JP2_BOXES = {b"jP  ", b"ftyp", b"jp2h", b"jp2c"}


def unpacked(packed: bytes, name: str) -> bytes:
    """Undo a filter around a photograph. Raises Broken for a filter nobody puts there, TooMuchInside."""
    if name == "/FlateDecode":
        inflating = zlib.decompressobj()
        raw = inflating.decompress(packed, limits.LARGEST_INFLATED)
        if inflating.unconsumed_tail:
            raise TooMuchInside
        return raw
    if name == "/ASCII85Decode":
        return base64.a85decode(packed.strip().removesuffix(b"~>"))
    if name == "/ASCIIHexDecode":
        return bytes.fromhex(packed.decode("ascii").partition(">")[0])
    raise Broken


def _bare_jpeg(picture: bytes) -> bytes:
    try:
        return outlines.bare_jpeg(picture)
    except outlines.NoOutline:
        raise Broken from None


def _bare_jp2(picture: bytes) -> bytes:
    # Without boxes it is the bare codestream already.
    return b"".join(_boxes(picture)) if picture.startswith(_JP2_START) else picture


def _boxes(picture: bytes) -> Iterator[bytes]:
    at = 0
    while at + 8 <= len(picture):
        length, name = struct.unpack_from(">I4s", picture, at)
        if length == 1 and at + 16 <= len(picture):
            length = int.from_bytes(picture[at + 8 : at + 16], "big")
        after = at + length if length else len(picture)
        if after < at + 8:
            raise Broken
        if name in _JP2_BOXES:
            yield picture[at:after]
        at = after


# By the last filter of a stream: what takes everything but pixels away.
BARE: dict[str, Callable[[bytes], bytes]] = {"/DCTDecode": _bare_jpeg, "/JPXDecode": _bare_jp2}
