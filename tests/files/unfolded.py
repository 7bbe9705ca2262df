"""Every byte of a file, with everything in it unpacked: where a canary could still sit."""

import io
import re
import zipfile
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

_HEXADECIMAL = re.compile(rb"<((?:[0-9A-Fa-f]{2})+)>")


def everything(content: bytes) -> bytes:
    """Return a file and all that is folded up in it, once more in UTF-8 where it was wider."""
    folded = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            folded += [
                package.comment,
                *map(package.read, package.namelist()),
                *map(str.encode, package.namelist()),
            ]
    if content.startswith(b"%PDF-"):
        with pikepdf.open(io.BytesIO(content)) as document:
            folded += [b"\n".join(_spread_out(each)) for each in [*document.objects, document.trailer]]
    together = b"\n".join(folded)
    return together + together.replace(b"\0", b"")


def _spread_out(thing: object) -> Iterator[bytes]:
    """Yield what an object says, and its stream as it was and unpacked; what has a number says its own."""
    if isinstance(thing, Dictionary | Stream):
        for key, value in thing.items():
            yield key.encode()
            yield from _spread_out(value) if not _is_elsewhere(value) else ()
    elif isinstance(thing, Array):
        for value in thing:
            yield from _spread_out(value) if not _is_elsewhere(value) else ()
    elif isinstance(thing, String | Name):
        yield bytes(thing) if isinstance(thing, String) else str(thing).encode()
    if isinstance(thing, Stream):
        yield thing.read_raw_bytes()
        yield from _unpacked(thing)


def _is_elsewhere(value: object) -> bool:
    return isinstance(value, Object) and value.is_indirect


def _unpacked(stream: Stream) -> Iterator[bytes]:
    """Yield what a stream holds as far as qpdf knows its filters, once more with its strings written out."""
    try:
        content = stream.read_bytes()
    except pikepdf.PdfError:
        return
    yield content
    yield from (bytes.fromhex(written.decode()) for written in _HEXADECIMAL.findall(content))
