"""The letters of a PDF's page, one by one, with their places and the manner they are set in."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

_HEAVY = re.compile(r"bold|black|heavy|demi|(?<![a-z])[-,](?:b|bd|bi)\b", re.IGNORECASE)
_SLANTED = re.compile(r"italic|oblique|slanted", re.IGNORECASE)
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_LONGEST_FONT = 200
# How pdfium writes a hyphen at the end of a line, where it takes it for one that only parts a word.
_PARTING = 0x02


@dataclass(frozen=True)
class Manner:
    """How letters are set."""

    size: float
    is_bold: bool
    is_italic: bool
    is_turned: bool


@dataclass(frozen=True)
class Letter:
    """One letter; left and right of its ink, and the line it stands on, from the bottom of the page."""

    text: str
    left: float
    right: float
    baseline: float
    manner: Manner


def letters(page: object) -> Iterator[Letter | None]:
    """Yield each letter of a page in the order of its content, None where a line ends."""
    text = pdfium.FPDFText_LoadPage(page)
    box = [ctypes.c_double() for _ in range(4)]
    place = [ctypes.c_double() for _ in range(2)]
    manner, last = Manner(0, is_bold=False, is_italic=False, is_turned=False), -1
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code in (0x0D, 0x0A):
            yield None
            continue
        owner = ctypes.cast(pdfium.FPDFText_GetTextObject(text, at), ctypes.c_void_p).value
        if owner is not None and owner != last:
            manner, last = _manner(text, at), owner
        pdfium.FPDFText_GetCharBox(text, at, *box)
        pdfium.FPDFText_GetCharOrigin(text, at, *place)
        yield Letter(_written(code), box[0].value, box[1].value, place[1].value, manner)
    pdfium.FPDFText_ClosePage(text)


def _written(code: int) -> str:
    if code in (_PARTING, 0xFFFE):
        return "-"
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _manner(text: object, at: int) -> Manner:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, at, matrix)
    name, flags = ctypes.create_string_buffer(_LONGEST_FONT), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, _LONGEST_FONT, flags)
    font = name.value.decode("latin-1")
    return Manner(
        size=round(pdfium.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d), 1),
        is_bold=bool(_HEAVY.search(font)) or bool(flags.value & _BOLD_FLAG),
        is_italic=bool(_SLANTED.search(font)) or bool(flags.value & _ITALIC_FLAG),
        is_turned=abs(matrix.b) > abs(matrix.a),
    )
