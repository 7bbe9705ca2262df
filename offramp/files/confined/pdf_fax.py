"""Pictures in black and white inside a PDF, as fax machines and scanners write them."""

from offramp.files.refusals import Broken

_EOL = "000000000001"
# ITU-T T.4 and T.6: a line's end twice is the end of all, in the second way with a mark behind each.
_ENDS = (_EOL, _EOL + "1")
# ITU-T T.88, 7.3: symbols, halftones, regions, pages and tables; none is a comment or an end.
_SEGMENTS = frozenset((0, 4, 6, 7, 16, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48, 50, 53))
_MOST_REFERRED = 4


def bare_fax(picture: bytes) -> bytes:
    """Return a fax up to its end; without one, only its reader knows where it is."""
    # A one before it keeps the zeros that it begins with.
    bits = format(int.from_bytes(b"\1" + picture, "big"), "b")[1:]
    found = [(at, end) for end in _ENDS if (at := bits.find(end * 2)) >= 0]
    if not found:
        return picture
    at, end = min(found)
    kept = bits[:at] + end * 6
    kept += "0" * (-len(kept) % 8)
    return int(kept, 2).to_bytes(len(kept) // 8, "big")


def bare_segments(content: bytes) -> bytes:
    """Return the segments of JBIG2 that draw. Raises Broken."""
    kept, at = [], 0
    while at + 11 <= len(content):
        kind = content[at + 4] & 63
        start = _after_references(content, at) + (4 if content[at + 4] & 64 else 1)
        length = int.from_bytes(content[start : start + 4], "big")
        # Without a length it reaches to where its reader finds its end.
        after = len(content) if length == 0xFFFFFFFF else start + 4 + length
        if kind in _SEGMENTS:
            kept.append(content[at:after])
        at = after
    return b"".join(kept)


def _after_references(content: bytes, at: int) -> int:
    number = int.from_bytes(content[at : at + 4], "big")
    width = 1 if number <= 256 else 2 if number <= 65536 else 4
    count = content[at + 5] >> 5
    if count <= _MOST_REFERRED:
        return at + 6 + count * width
    count = int.from_bytes(content[at + 5 : at + 9], "big") & 0x1FFFFFFF
    if count > len(content):
        raise Broken
    return at + 9 + (count + 8) // 8 + count * width
