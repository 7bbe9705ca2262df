"""Words that nobody sees: covered, white on white or beside the paper. They are still in the file."""

import ctypes
import re
from collections.abc import Iterator

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageChops

# Of 255: letters paler than this against what is around them cannot be read.
_PALEST = 12
_INKED = [0] * _PALEST + [255] * (256 - _PALEST)
_SMALLEST = 4
# A letter alone may be a thin one.
_A_WORD = re.compile(r"\w\w")
_MOST_LINES = 5_000

Place = tuple[int, int, int, int]


def unseen(page: object, words: object, picture: Image.Image) -> Iterator[str]:
    """Yield the words of a page that leave no trace in its picture."""
    ink = _ink(picture)
    for number in range(min(pdfium.FPDFText_CountRects(words, 0, -1), _MOST_LINES)):
        sides = _sides(words, number)
        left, top, right, bottom = place = _on_the_picture(page, ink.size, sides)
        # Half a letter is left out on both sides of a gap: neighbors that are seen reach into it.
        edge = (bottom - top) * 0.2
        if bottom - top < _SMALLEST or right - left < _SMALLEST:
            continue
        for start, end in _blank(ink, place):
            share = [(at - left) / (right - left) for at in (start + edge, end - edge)]
            text = _between(words, sides, *share).strip()
            if _A_WORD.search(text):
                yield text


def _ink(picture: Image.Image) -> Image.Image:
    """Return white where a picture changes from dot to dot, at half its size."""
    gray = picture.convert("L").reduce(2)
    across, down = (ImageChops.difference(gray, ImageChops.offset(gray, *by)) for by in ((1, 0), (0, 1)))
    return ImageChops.lighter(across, down).point(_INKED)


def _sides(words: object, number: int) -> tuple[float, float, float, float]:
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetRect(words, number, left, top, right, bottom)
    return left.value, top.value, right.value, bottom.value


def _on_the_picture(page: object, size: tuple[int, int], sides: tuple[float, float, float, float]) -> Place:
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for across, up in (sides[:2], sides[2:]):
        pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, across, up, x, y)
        corners.append((x.value, y.value))
    (left, right), (top, bottom) = (sorted(each) for each in zip(*corners, strict=True))
    return left, top, right, bottom


def _blank(ink: Image.Image, place: Place) -> Iterator[tuple[int, int]]:
    """Yield from where to where a line of words shows no letter."""
    left, top, right, bottom = place
    if right <= 0 or bottom <= 0 or left >= ink.width or top >= ink.height:
        yield left, right
        return
    # Every letter crosses the middle; above and below it the edge of a box may run.
    quarter = (bottom - top) // 4
    middle = ink.crop((left, top + quarter, right, bottom - quarter))
    columns = middle.resize((middle.width, 1), Image.Resampling.BOX).tobytes()
    for gap in re.finditer(rb"\0{%d,}" % max(3, (bottom - top) * 3 // 4), columns):
        yield left + gap.start(), left + gap.end()


def _between(words: object, sides: tuple[float, float, float, float], start: float, end: float) -> str:
    left, top, right, bottom = sides
    middle = (top + bottom) / 2
    box = (left + (right - left) * start, middle + 0.1, left + (right - left) * end, middle - 0.1)
    length = pdfium.FPDFText_GetBoundedText(words, *box, None, 0)
    room = (ctypes.c_ushort * (length + 1))()
    pdfium.FPDFText_GetBoundedText(words, *box, room, length)
    return bytes(room)[: length * 2].decode("utf-16-le", "replace")
