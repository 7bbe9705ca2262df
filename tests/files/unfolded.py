"""Every byte of a file, with everything in it unpacked: where a canary could still sit."""

import io
import zipfile

import pikepdf


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
        folded.append(_spread_out(content))
    wide = b"".join(folded).replace(b"\0", b"")
    return b"".join(folded) + wide


def _spread_out(document: bytes) -> bytes:
    """Let qpdf write a PDF anew: every object on its own, every stream unpacked."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(document)) as opened:
        opened.save(
            file,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    return file.getvalue()
