"""Ordinary files as people have them, with a canary in every place that tells something about somebody."""

from collections.abc import Callable

from offramp.files.kinds import Kind
from tests.files import odt_files, pdfs, pictures, word_files


def plain() -> bytes:
    return "\ufeffI trained\u202e forty\r\ncolleagues.\u200b".encode()


# By the kind of file, in the order in which people send them.
Make = Callable[[], bytes]
ORDINARY: dict[Kind, Make] = {
    Kind.PDF: pdfs.pdf,
    Kind.DOCX: word_files.word,
    Kind.ODT: odt_files.open_document,
    Kind.TEXT: plain,
    Kind.PNG: pictures.png,
    Kind.JPEG: pictures.jpeg,
}
