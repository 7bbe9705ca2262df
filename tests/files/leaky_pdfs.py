"""PDFs that each tell something in one place: where a figure lay, what a page was before, who drew it."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf, String
from PIL import Image

from tests.files import named_pdfs, pictures
from tests.files.canaries import AUTHOR
from tests.files.pdf_pages import WORDS, form, page_with, picture


@dataclass(frozen=True)
class Leaky:
    """How to make it, and which traces its owner is told of."""

    make: Callable[[], bytes]
    told: str = ""


def deleted_page() -> bytes:
    """Two pages share what they draw with, as scanning programs write; the second was deleted."""

    def change(document: Pdf, page: Page) -> None:
        page.obj.Resources.XObject = Dictionary(
            Im1=picture(document, b"canary".ljust(100)), Fm1=form(document, b"(canary) Tj")
        )
        document.pages.append(page)
        document.pages[1].obj.Contents = document.make_stream(b"/Im1 Do /Fm1 Do")
        del document.pages[1]

    return page_with(change)


def unused_in_a_form() -> bytes:
    def change(document: Pdf, page: Page) -> None:
        inside = Dictionary(XObject=Dictionary(Im1=picture(document, b"canary".ljust(100))))
        page.obj.Resources.XObject.Fm1 = form(document, Resources=inside)

    return page_with(change, WORDS + b" /Fm1 Do")


def figure_of_a_typesetter() -> bytes:
    """As pdfTeX takes a figure in: the place it lay at, and all that it said about itself."""

    def change(document: Pdf, page: Page) -> None:
        figure = form(document)
        figure["/PTEX.FileName"] = String("./canary/figure.pdf")
        figure["/PTEX.InfoDict"] = document.make_indirect(Dictionary(Author=String(AUTHOR)))
        page.obj.Resources.XObject.Fm1 = figure

    return page_with(change, WORDS + b" /Fm1 Do")


def keys_of_nobody() -> bytes:
    """A key that no table has, on every kind of object that a page draws with."""

    def change(document: Pdf, page: Page) -> None:
        resources = page.obj.Resources
        note: dict[str, Any] = {"CanaryKey": String("canary")}
        resources.Font.F1.Encoding = Dictionary(BaseEncoding=Name.WinAnsiEncoding, **note)
        resources.Font.F1.CanaryKey = String("canary")
        resources.XObject.Im1 = picture(document, bytes(100), **note)
        resources.ExtGState = Dictionary(GS0=Dictionary(CA=1, HTP=String("canary"), **note))
        shade = Dictionary(FunctionType=2, Domain=[0, 1], N=1, **note)
        shading = Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceGray, Coords=[0, 0, 9, 9], Function=shade, **note
        )
        resources.Pattern = Dictionary(P0=Dictionary(PatternType=2, Shading=shading, **note))
        resources.CanaryCategory = Dictionary(C0=Dictionary(**note))
        page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, **note)
        page.obj.CanaryKey = document.Root.CanaryKey = String("canary")

    return page_with(change, WORDS + b" /Im1 Do /GS0 gs /Pattern cs /P0 scn 0 0 9 9 re f")


def text_where_a_number_belongs() -> bytes:
    def change(document: Pdf, page: Page) -> None:
        page.obj.Resources.ExtGState = Dictionary(
            GS0=Dictionary(CA=String("canary"), D=[[String("canary")], 0])
        )

    return page_with(change, WORDS + b" /GS0 gs")


def words_between_the_drawing() -> bytes:
    marked = b"/Span <</ActualText (canary) /E (canary)>> BDC EMC /Fig /MC0 BDC EMC /X <</Alt (canary)>> DP"

    def change(_: Pdf, page: Page) -> None:
        page.obj.Resources.Properties = Dictionary(MC0=Dictionary(Alt=String("canary")))

    return page_with(change, b"% a canary\n" + marked + b" (canary) canary (canary) 1 w " + WORDS)


def photograph_in_the_drawing() -> bytes:
    told = Image.Exif()
    told[0x13B] = AUTHOR
    content = pictures.encoded(Image.new("RGB", (8, 8), "red"), "JPEG", exif=told)
    inline = (
        b" q 50 0 0 50 0 0 cm BI /W 8 /H 8 /CS /RGB /BPC 8 /F /DCT /Canary (canary) ID " + content + b" EI Q"
    )
    return page_with(lambda *_: None, WORDS + inline)


def finer_photograph() -> bytes:
    """With a comment before its pixels, and words behind them."""
    content = (
        pictures.encoded(pictures.pixels((10, 10)), "JPEG2000", comment=b"canary", no_jp2=True) + b"canary"
    )

    def change(document: Pdf, page: Page) -> None:
        page.obj.Resources.XObject.Im1 = picture(document, content, Filter=Name.JPXDecode)

    return page_with(change, WORDS + b" /Im1 Do")


def words_after_the_end() -> bytes:
    """Behind the last byte that a filter needs, and behind the last dot that a picture has."""

    def change(document: Pdf, page: Page) -> None:
        flat = zlib.compress(bytes(100)) + b"canary"
        predicted = zlib.compress(bytes(110) + b"canary")
        row = Dictionary(Predictor=15, Columns=10, CanaryKey=String("canary"))
        page.obj.Resources.XObject = Dictionary(
            Im1=picture(document, flat, Filter=Name.FlateDecode),
            Im2=picture(document, predicted, Filter=Name.FlateDecode, DecodeParms=row),
            Im3=picture(document, bytes(100) + b"canary"),
            Im4=picture(document, b"00" * 100 + b"> canary", Filter=Name.ASCIIHexDecode),
        )
        page.obj.Contents.write(
            zlib.compress(WORDS + b" /Im1 Do /Im2 Do /Im3 Do /Im4 Do") + b"canary", filter=Name.FlateDecode
        )

    return page_with(change)


def map_with_words() -> bytes:
    """What tells which letter a glyph is, is a program, with room for more than that."""

    def change(document: Pdf, page: Page) -> None:
        written = b"% canary\n/X << /Y (canary) >> def 1 beginbfchar <49> <0049> endbfchar (canary) pop"
        page.obj.Resources.Font.F1.ToUnicode = document.make_stream(written, CanaryKey=String("canary"))

    return page_with(change)


def calculation_with_words() -> bytes:
    def change(document: Pdf, page: Page) -> None:
        tint = document.make_stream(
            b"{ % canary\n canary 0 exch pop }", FunctionType=4, Domain=[0, 1], Range=[0, 1]
        )
        spot = Array([Name.Separation, Name.Spot, Name.DeviceGray, tint])
        page.obj.Resources.ColorSpace = Dictionary(CS0=spot)

    return page_with(change, WORDS + b" /CS0 cs 1 scn 0 0 9 9 re f")


def page_in_a_page() -> bytes:
    def change(document: Pdf, page: Page) -> None:
        hidden = Dictionary(
            Type=Name.Page, Contents=document.make_stream(b"(canary) Tj"), MediaBox=[0, 0, 1, 1]
        )
        page.obj.Resources.Hidden = document.make_indirect(hidden)

    return page_with(change)


def for_its_owner_only() -> bytes:
    """Opens without a password; the newest way of PDF 2.0, with AES-256."""

    def change(document: Pdf, _: Page) -> None:
        document.docinfo["/Author"] = AUTHOR

    return page_with(change, encryption=pikepdf.Encryption(owner="canary", user="", R=6))


LEAKY = {
    "a deleted page": Leaky(deleted_page, "EARLIER"),
    "something unused in a form": Leaky(unused_in_a_form, "EARLIER"),
    "a typesetter's figure": Leaky(figure_of_a_typesetter, "FILE_NAMES AUTHOR"),
    "keys of nobody": Leaky(keys_of_nobody, "CUSTOM"),
    "text where a number belongs": Leaky(text_where_a_number_belongs, "CUSTOM"),
    "words between the drawing": Leaky(words_between_the_drawing),
    "a photograph in the drawing": Leaky(photograph_in_the_drawing, "CAMERA CUSTOM"),
    "a finer photograph": Leaky(finer_photograph, "CAMERA"),
    "words after the end": Leaky(words_after_the_end, "TRAILING CUSTOM"),
    "a map with words": Leaky(map_with_words, "CUSTOM"),
    "a calculation with words": Leaky(calculation_with_words),
    "a page in a page": Leaky(page_in_a_page),
    "for its owner only": Leaky(for_its_owner_only, "AUTHOR"),
    **{name: Leaky(*each) for name, each in named_pdfs.NAMED.items()},
}
