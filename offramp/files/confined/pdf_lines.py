"""The lines of a PDF: letters with their places, gathered into runs of one manner."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from offramp.files import limits
from offramp.files.confined import pdf_letters
from offramp.files.confined.pdf_letters import Letter
from offramp.files.confined.telling import Telling
from offramp.files.kinds import Kind
from offramp.files.refusals import Broken, Encrypted, TooManyPages
from offramp.files.runs import Run

# What is drawn over a page, and read as part of it: filled in, typed on, stamped.
_FILLED_IN = {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP}
_MOST_SHAPES = 20_000


def lines(content: bytes) -> Telling:
    """Return the runs of all pages. Raises Encrypted, Broken, TooManyPages."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), None)
    if not document:
        raise Encrypted if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD else Broken
    if pdfium.FPDF_GetPageCount(document) > limits.MOST_PAGES:
        raise TooManyPages
    told = Telling(Kind.PDF)
    for number in range(pdfium.FPDF_GetPageCount(document)):
        page = _flat(document, number)
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        # A run without a letter says how large the page is.
        told.add(Run("", page=number, right=width, bottom=height))
        for run in (*_runs(page), *_dots(page)):
            told.add(replace(run, page=number, top=height - run.top, bottom=height - run.bottom))
        pdfium.FPDF_ClosePage(page)
    return told


def _flat(document: object, number: int) -> object:
    """Load a page; what was filled in becomes part of it."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        raise Broken
    if any(_is_filled_in(page, each) for each in range(pdfium.FPDFPage_GetAnnotCount(page))):
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        pdfium.FPDF_ClosePage(page)
        page = pdfium.FPDF_LoadPage(document, number)
    return page


def _is_filled_in(page: object, number: int) -> bool:
    note = pdfium.FPDFPage_GetAnnot(page, number)
    kind = pdfium.FPDFAnnot_GetSubtype(note)
    pdfium.FPDFPage_CloseAnnot(note)
    return kind in _FILLED_IN


@dataclass
class _Gathering:
    """Letters of one run."""

    first: Letter
    text: str
    right: float

    def takes(self, letter: Letter, gap: float) -> bool:
        manner = self.first.manner
        return (
            letter.manner == manner
            and (manner.is_turned or abs(letter.baseline - self.first.baseline) < manner.size * 0.3)
            and (manner.is_turned or -manner.size * 0.6 < gap < manner.size * 0.8)
        )

    def run(self) -> Run:
        manner, baseline = self.first.manner, self.first.baseline
        top, bottom = baseline + manner.size * 0.8, baseline - manner.size * 0.2
        return Run(
            self.text,
            left=self.first.left,
            top=top,
            right=max(self.right, self.first.left),
            bottom=bottom,
            size=manner.size,
            is_bold=manner.is_bold,
            is_italic=manner.is_italic,
        )


def _runs(page: object) -> Iterator[Run]:
    gathered: _Gathering | None = None
    space = ""
    for letter in pdf_letters.letters(page):
        if letter is None or letter.text.isspace():
            space = " " if letter else "\n"
            continue
        gap = letter.left - gathered.right if gathered else 0.0
        if gathered and space != "\n" and gathered.takes(letter, gap):
            gathered.text += space + letter.text
            gathered.right = max(gathered.right, letter.right)
        else:
            if gathered:
                # Where only the manner changes, the space between two runs is part of the first.
                yield replace(gathered.run(), text=gathered.text + (" " if space == " " else ""))
            gathered = _Gathering(letter, letter.text, letter.right)
        space = ""
    if gathered:
        yield gathered.run()


def _dots(page: object) -> Iterator[Run]:
    """Yield what is drawn like the dot of a list: browsers draw theirs, and write no letter."""
    sides = [ctypes.c_float() for _ in range(4)]
    for number in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_SHAPES)):
        shape = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(shape, *sides):
            left, bottom, right, top = (side.value for side in sides)
            width, height = right - left, top - bottom
            if 1.2 < width < 7 and 1.2 < height < 7 and 0.7 < width / height < 1.4:
                yield Run("•", left=left, top=top, right=right, bottom=bottom, size=height, is_drawn=True)
