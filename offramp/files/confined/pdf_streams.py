"""The streams of a PDF: packed as they were where that leaves no room for more, else packed anew."""

import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from offramp.files.confined import pdf_pictures
from offramp.files.confined.findings import Findings
from offramp.files.refusals import Broken, TooMuchInside
from offramp.files.removals import Trace

_FLATE = "/FlateDecode"
# As readers take them too, though the standard lets only pictures inside a drawing write them so.
_SHORT = {
    "/AHx": "/ASCIIHexDecode",
    "/A85": "/ASCII85Decode",
    "/LZW": "/LZWDecode",
    "/Fl": _FLATE,
    "/RL": "/RunLengthDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
}
_OF_CAMERAS = ("/DCTDecode", "/JPXDecode")
_AT_ONCE = 1024 * 1024
# Rows of a picture, and the bytes of each.
Shape = tuple[int, int]


def pack(stream: Object, shape: Shape | None, found: Findings) -> None:
    """Leave nothing in a stream but what its filters unfold and its shape has room for."""
    filters = [_SHORT.get(str(each), str(each)) for each in listed(stream.get(Name.Filter))]
    given = listed(stream.get(Name.DecodeParms))
    last = given[-1] if given and len(given) == len(filters) else None
    parameters = last if isinstance(last, Dictionary) else None
    if filters and filters[-1] in pdf_pictures.BARE:
        packed = stream.read_raw_bytes()
        for name in filters[:-1]:
            packed = pdf_pictures.unpacked(packed, name)
        bare = pdf_pictures.BARE[filters[-1]](packed)
        trace = Trace.CAMERA if filters[-1] in _OF_CAMERAS else Trace.TRAILING
        found.add(trace, times=int(len(bare) < len(packed)))
        stream.write(bare, filter=Name(filters[-1]), decode_parms=parameters)
    elif filters == [_FLATE]:
        _trim(stream, shape, parameters, found)
    else:
        content = unfolded(stream)
        room = shape[0] * shape[1] if shape else len(content)
        _report(content[room:], found)
        stream.write(content[:room])


def _trim(stream: Object, shape: Shape | None, parameters: Dictionary | None, found: Findings) -> None:
    packed = stream.read_raw_bytes()
    length, end = _measured(packed)
    # Before each row a picture may say how it was predicted from the one above.
    is_predicted = parameters is not None and int(parameters.get(Name.Predictor, 1)) >= 10
    room = shape[0] * (shape[1] + is_predicted) if shape else length
    if length > room:
        content = zlib.decompressobj().decompress(packed, room + _AT_ONCE)
        _report(content[room:], found)
        stream.write(zlib.compress(content[:room]), filter=Name.FlateDecode, decode_parms=parameters)
    elif end < len(packed):
        _report(packed[end:], found)
        stream.write(packed[:end], filter=Name.FlateDecode, decode_parms=parameters)


def _report(rest: bytes, found: Findings) -> None:
    # Many a program fills up with zeros, or ends a picture like a line.
    found.add(Trace.TRAILING, times=int(bool(rest.strip(b"\0\r\n\t "))))


def _measured(packed: bytes) -> tuple[int, int]:
    """Return how many bytes a stream unfolds to, and where it ends, without ever holding them all."""
    inflating, length, rest = zlib.decompressobj(), 0, packed
    try:
        while rest and not inflating.eof:
            length += len(inflating.decompress(rest, _AT_ONCE))
            rest = inflating.unconsumed_tail
    except zlib.error:
        raise Broken from None
    return length, len(packed) - len(inflating.unused_data)


def unfolded(stream: Object) -> bytes:
    """Return what the filters of a stream unfold. Raises TooMuchInside, Broken."""
    try:
        return stream.read_bytes()
    except (pikepdf.PdfError, RuntimeError) as unread:
        raise (TooMuchInside if "limit exceeded" in str(unread) else Broken) from None


def listed(value: object) -> list[Object]:
    """Return none, one or several values as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]  # type: ignore[list-item]
