"""Photographs inside a PDF keep their pixels byte for byte, and lose what a camera wrote around them."""

import base64
import struct
import zlib
from collections.abc import Callable, Iterator

from offramp.files import limits, outlines
from offramp.files.refusals import Broken, TooMuchInside

_JP2_START = b"\0\0\0\x0cjP  "
_JP2_BOXES = {b"jP  ", b"ftyp", b"jp2h"}
# A box says 1 where its length stands in eight bytes of its own.
_IN_EIGHT = b"\0\0\0\1"
_START_OF_CODE, _START_OF_TILE, _END_OF_CODE, _COMMENT = b"\xff\x4f", b"\xff\x90", b"\xff\xd9", b"\xff\x64"


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
    return b"".join(_boxes(picture)) if picture.startswith(_JP2_START) else _bare_code(picture)


def _boxes(picture: bytes) -> Iterator[bytes]:
    at = 0
    while at + 8 <= len(picture):
        length, name = struct.unpack_from(">I4s", picture, at)
        if length == 1 and at + 16 <= len(picture):
            length = int.from_bytes(picture[at + 8 : at + 16], "big")
        after = at + length if length else len(picture)
        if after < at + 8:
            raise Broken
        if name == b"jp2c":
            code = _bare_code(picture[at + (16 if picture[at : at + 4] == _IN_EIGHT else 8) : after])
            yield struct.pack(">I4s", 8 + len(code), name) + code
        elif name in _JP2_BOXES:
            yield picture[at:after]
        at = after


def _bare_code(code: bytes) -> bytes:
    """Return pixels without the comments before them and whatever comes after them."""
    if not code.startswith(_START_OF_CODE):
        raise Broken
    kept, at = [_START_OF_CODE], 2
    while (marker := code[at : at + 2]) != _START_OF_TILE:
        after = at + 2 + int.from_bytes(code[at + 2 : at + 4], "big")
        if marker[:1] != b"\xff" or after < at + 4 or marker == _END_OF_CODE:
            raise Broken
        kept += [code[at:after]] if marker != _COMMENT else []
        at = after
    first = at
    while code[at : at + 2] == _START_OF_TILE:
        # Without a length it is the last, and reaches to the end.
        length = int.from_bytes(code[at + 6 : at + 10], "big")
        at = at + length if length >= 12 else max(at + 12, code.rfind(_END_OF_CODE))
    return b"".join([*kept, code[first:at], _END_OF_CODE])


# By the last filter of a stream: what takes everything but pixels away.
BARE: dict[str, Callable[[bytes], bytes]] = {
    "/DCTDecode": _bare_jpeg,
    "/JPXDecode": _bare_jp2,
    # What a fax sends is nothing but pixels, by rules that only its reader knows.
    "/CCITTFaxDecode": bytes,
    "/JBIG2Decode": bytes,
}
