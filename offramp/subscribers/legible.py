"""The lines of a file, in whatever encoding some program wrote it; none of them can fill the memory."""

import codecs
import io
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TextIO

LONGEST_LINE = 2_000
LOOKED_AT = 4_096  # bytes, to tell the encoding by
# Spreadsheets and papers, which begin like this, hold no lines.
NO_LISTS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")


# What no text holds, but for a slip: signs that are neither written nor an end of something.
NO_SIGNS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
SLIPS = 0.02  # of all signs


class NotAList(Exception):
    """No text at all: a spreadsheet's own file, a picture, a paper, or something packed."""


@dataclass(frozen=True)
class Numbered:
    number: int
    said: str
    is_whole: bool = True  # or only how it begins


def numbered(file: BinaryIO) -> Generator[Numbered, None, None]:
    """Those that say anything, from the first on. Raises NotAList."""
    file.seek(0)
    encoding = _encoding(file.read(LOOKED_AT))
    file.seek(0)
    # Bytes that are no UTF-8 are kept as they are, for `_legible`.
    errors = "surrogateescape" if encoding == "utf-8-sig" else "replace"
    text = io.TextIOWrapper(file, encoding=encoding, errors=errors)
    try:
        yield from _numbered(text)
    finally:
        text.detach()


def _numbered(text: TextIO) -> Iterator[Numbered]:
    number = 0
    while said := text.readline(LONGEST_LINE + 1):
        number += 1
        is_whole = len(said) <= LONGEST_LINE or said.endswith("\n")
        if not is_whole:
            while (more := text.readline(LOOKED_AT)) and not more.endswith("\n"):
                pass
        if said := _legible(said).strip()[:LONGEST_LINE]:
            yield Numbered(number, said, is_whole)


def _encoding(head: bytes) -> str:
    if head.startswith(NO_LISTS):
        raise NotAList
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    first, second = (head[place::2].count(0) for place in (0, 1))
    half = len(head) / 2
    if first + second > half / 10:  # a few may be an accident in one line
        if second > 0.8 * half and not first:
            return "utf-16-le"
        if first > 0.8 * half and not second:
            return "utf-16-be"
        raise NotAList
    if len(head) - len(head.translate(None, NO_SIGNS)) > max(2, SLIPS * len(head)):
        raise NotAList
    return "utf-8-sig"


def _legible(line: str) -> str:
    """A line that is no UTF-8 comes from an old Windows program; no address is lost for a name beside it."""
    if line.isascii():
        return line
    try:
        line.encode()
    except UnicodeEncodeError:
        return line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    return line
