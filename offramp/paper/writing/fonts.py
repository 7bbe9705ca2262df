"""The fonts that papers are set in, each with its licence beside it, and what they can show."""

import unicodedata
from functools import cache
from pathlib import Path
from struct import iter_unpack, unpack_from

FOLDER = Path(__file__).parent / "fonts"

_WIDEST = FOLDER / "SourceSans3-Regular.ttf"  # every design falls back on it
_EVERY_CHARACTER = 12  # the format of the table that goes beyond the first 65,536
_LAST_READ_WHOLE = 0xFFFF
_FORBIDDEN = {0xFEFF}  # has a glyph without ink, and may not stand in a tagged PDF


@cache
def covered() -> frozenset[int]:
    """The characters of the widest font, from its own table, but for those that a PDF does not keep."""
    font = _WIDEST.read_bytes()
    table = _table(font, b"cmap")
    _, count = unpack_from(">HH", font, table)
    for _, _, offset in iter_unpack(">HHI", font[table + 4 : table + 4 + 8 * count]):
        start = table + offset
        if unpack_from(">H", font, start)[0] == _EVERY_CHARACTER:
            (groups,) = unpack_from(">I", font, start + 12)
            spans = iter_unpack(">III", font[start + 16 : start + 16 + 12 * groups])
            found = {code for first, last, _ in spans for code in range(first, last + 1)}
            return frozenset(filter(_is_read_back, found - _FORBIDDEN))
    raise LookupError(_WIDEST)


def _is_read_back(code: int) -> bool:
    """Readers find a letter with a loose accent twice, and a sign from beyond the first plane in halves."""
    return code <= _LAST_READ_WHOLE and not unicodedata.combining(chr(code))


def _table(font: bytes, wanted: bytes) -> int:
    (count,) = unpack_from(">H", font, 4)
    tables = iter_unpack(">4sIII", font[12 : 12 + 16 * count])
    return next(int(offset) for tag, _, offset, _ in tables if tag == wanted)
