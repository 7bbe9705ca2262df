"""A page of a PDF with one line, to which a test adds what it is about."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, Pdf

from tests.files.canaries import KEPT

WORDS = f"BT /F1 12 Tf 72 700 Td ({KEPT}) Tj ET".encode()


def page_with(change: Callable[[Pdf, Page], None], drawing: bytes = WORDS, **how: Any) -> bytes:
    """Return a page of one line, changed."""
    file = io.BytesIO()
    with pikepdf.new() as document:
        page = document.add_blank_page(page_size=(612, 792))
        font = document.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font), XObject=Dictionary())
        page.obj.Contents = document.make_stream(drawing)
        change(document, page)
        document.save(file, **how)
    return file.getvalue()


def form(document: Pdf, drawing: bytes = b"0 0 9 9 re f", **more: Any) -> Object:
    return document.make_stream(drawing, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 612, 792], **more)


def picture(document: Pdf, content: bytes, **more: Any) -> Object:
    """Return a picture of ten by ten dots in gray."""
    shape = {"Width": 10, "Height": 10, "ColorSpace": Name.DeviceGray, "BitsPerComponent": 8}
    return document.make_stream(content, Type=Name.XObject, Subtype=Name.Image, **(shape | more))
