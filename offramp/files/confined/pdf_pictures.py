"""Photographs inside a PDF keep their pixels byte for byte, and lose what a camera wrote around them."""

import base64
import zlib
from collections.abc import Callable

from offramp.files import limits, outlines
from offramp.files.confined import pdf_fax, pdf_jpeg2000
from offramp.files.refusals import Broken, TooMuchInside


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


# By the last filter of a stream: what takes away all that no pixel is decoded from.
BARE: dict[str, Callable[[bytes], bytes]] = {
    "/DCTDecode": _bare_jpeg,
    "/JPXDecode": pdf_jpeg2000.bare,
    "/CCITTFaxDecode": pdf_fax.bare_fax,
    "/JBIG2Decode": pdf_fax.bare_segments,
}
