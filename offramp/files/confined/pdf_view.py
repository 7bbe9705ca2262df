"""The pages of a cleaned PDF as pictures and text."""

import pypdfium2
from PIL import Image

from offramp.files import limits
from offramp.files.confined import pdf_unseen, pictures
from offramp.files.confined.findings import Findings
from offramp.files.confined.making import View
from offramp.files.removals import Trace

_DOTS_PER_POINT = 2.0


def view(cleaned: bytes, found: Findings) -> View:
    """Return a view of a document, the first pages with pictures; note the words that these do not show."""
    made = View()
    document = pypdfium2.PdfDocument(cleaned)
    for number in range(len(document)):
        page = document[number]
        words = page.get_textpage()
        pixels = _pixels(page) if number < limits.PAGES_AS_PICTURES else None
        # Also words beside the paper, which a program that reads the file finds.
        made.add(words.get_text_range(), pictures.as_view(pixels) if pixels else None)
        made.is_shortened |= pixels is None
        for unseen in pdf_unseen.unseen(page.raw, words.raw, pixels) if pixels else ():
            found.add(Trace.UNSEEN, unseen)
        page.close()
    return made


def _pixels(page: pypdfium2.PdfPage) -> Image.Image:
    # The size of a page is the file's own claim: a wall of paper becomes a small picture.
    scale = min(_DOTS_PER_POINT, (limits.LONGEST_SIDE - 1) / max(page.get_size()))
    drawn = page.render(scale=scale, may_draw_forms=False, draw_annots=False)
    size = (drawn.width, drawn.height)
    return Image.frombuffer("RGB", size, drawn.buffer, "raw", drawn.mode, drawn.stride, 1)
