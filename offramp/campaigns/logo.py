"""logo.png: a small picture, of which nothing is passed on but what is seen.

No SVG: that is a document with scripts, styles and addresses, and a browser opens it as one.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from offramp.campaigns.source import CampaignBroken

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Where it was made, when and by whom is nobody's business; an animation is no logo.
SEEN = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
LARGEST = 10_000  # bytes; it comes with every public page, over slow lines
HIGHEST = 600


@dataclass(frozen=True)
class Logo:
    picture: bytes
    width: int
    height: int


def read_logo(folder: Path) -> Logo | None:
    """The logo of this folder, if it has one. Raises CampaignBroken."""
    path = folder / "logo.png"
    if not path.exists():
        return None
    try:
        logo = _cleaned(path.read_bytes())
    except (ValueError, struct.error):
        expected, found = "a PNG picture", "something else, or a part of one"
        raise CampaignBroken(f"{folder.name}/logo.png", None, expected=expected, found=found) from None
    if len(logo.picture) > LARGEST or max(logo.width, logo.height) > HIGHEST:
        expected = f"at most {LARGEST:,} bytes and {HIGHEST} pixels a side"
        found = f"{len(logo.picture):,} bytes, {logo.width} by {logo.height} pixels"
        raise CampaignBroken(f"{folder.name}/logo.png", None, expected=expected, found=found)
    return logo


def _cleaned(content: bytes) -> Logo:
    """Raises ValueError or struct.error for what is no whole PNG."""
    if not content.startswith(SIGNATURE):
        raise ValueError
    chunks = [(kind, body) for kind, body in _chunks(content) if kind in SEEN]
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or b"IDAT" not in kinds or kinds[-1:] != [b"IEND"]:
        raise ValueError
    width, height = struct.unpack(">II", chunks[0][1][:8])
    if not width or not height:
        raise ValueError
    return Logo(SIGNATURE + b"".join(_chunk(kind, body) for kind, body in chunks), width, height)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Up to the end that the picture itself names; what hangs behind it is left out."""
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        body, at = content[at + 8 : at + 8 + length], at + 12 + length
        if _chunk(kind, body) != content[at - 12 - length : at]:
            raise ValueError
        yield kind, body


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
