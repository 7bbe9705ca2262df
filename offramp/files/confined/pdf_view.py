"""The pages of a cleaned PDF as pictures and text."""

import pypdfium2
from PIL import Image

from offramp.files import limits
from offramp.files.confined import pictures
from offramp.files.confined.making import View

_DOTS_PER_POINT = 2.0


def view(cleaned: bytes) -> View:
    """Return a view of a document, the first pages with pictures."""
    made = View()
    document = pypdfium2.PdfDocument(cleaned)
    for number in range(len(document)):
        page = document[number]
        is_drawn = number < limits.PAGES_AS_PICTURES
        made.add(page.get_textpage().get_text_bounded(), _picture(page) if is_drawn else None)
        made.is_shortened |= not is_drawn
        page.close()
    return made


def _picture(page: pypdfium2.PdfPage) -> bytes:
    # The size of a page is the file's own claim: a wall of paper becomes a small picture.
    scale = min(_DOTS_PER_POINT, (limits.LONGEST_SIDE - 1) / max(page.get_size()))
    drawn = page.render(scale=scale, may_draw_forms=False, draw_annots=False)
    size = (drawn.width, drawn.height)
    pixels = Image.frombuffer("RGB", size, drawn.buffer, "raw", drawn.mode, drawn.stride, 1)
    return pictures.as_view(pixels)
