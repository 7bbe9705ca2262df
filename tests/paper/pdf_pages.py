"""What a reader finds in a PDF: the lines of text of each page, from top to bottom."""

from io import BytesIO

import pypdfium2

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points from the lower left corner


def stream(pdf: bytes) -> BytesIO:
    return BytesIO(pdf)


def lines(pdf: bytes) -> list[list[str]]:
    """The lines of each page, in the order of the file."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            [line.strip() for line in page.get_textpage().get_text_range().splitlines() if line.strip()]
            for page in document
        ]


def words(pdf: bytes) -> str:
    """All of the text, its lines joined again."""
    return " ".join(line for page in lines(pdf) for line in page)


def boxes(pdf: bytes) -> list[list[Box]]:
    """Where text stands on each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage() for page in document]
        return [[text.get_rect(number) for number in range(text.count_rects())] for text in texts]


def size(pdf: bytes) -> tuple[int, int]:
    """Of the first page, in whole points."""
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[0].get_size()
        return round(width), round(height)
