"""PDFs that draw in every manner the standard has, each with one."""

import zlib
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Page, Pdf, String

from tests.files import pictures
from tests.files.pdf_pages import form, page_with, picture

RAMP = bytes(range(0, 250, 5))[:50] * 2
# From black to white, in four ways of working it out.
LINEAR = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0], C1=[1], N=1)
BOX = b" 72 300 200 200 re f"
LARGE = b" q 200 0 0 200 72 300 cm /Im1 Do Q"
Change = Callable[[Pdf, Page], None]


def shaded(function: Callable[[Pdf], object]) -> Change:
    def change(document: Pdf, page: Page) -> None:
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceGray, Coords=[72, 0, 300, 0])
        shading.Function, shading.Extend = function(document), [True, True]
        page.obj.Resources.Shading = Dictionary(Sh0=shading)
        page.obj.Resources.Pattern = Dictionary(P0=Dictionary(PatternType=2, Shading=shading))

    return change


def stitched(_: Pdf) -> Dictionary:
    return Dictionary(
        FunctionType=3, Domain=[0, 1], Functions=[LINEAR, LINEAR], Bounds=[0.5], Encode=[0, 1, 1, 0]
    )


def sampled(document: Pdf) -> object:
    return document.make_stream(
        b"\x00\xff\x80", FunctionType=0, Domain=[0, 1], Range=[0, 1], Size=[3], BitsPerSample=8
    )


def calculated(document: Pdf) -> object:
    return document.make_stream(
        b"{ dup 0.5 gt { 1 exch sub } if }", FunctionType=4, Domain=[0, 1], Range=[0, 1]
    )


def with_picture(content: bytes, **how: object) -> Change:
    def change(document: Pdf, page: Page) -> None:
        page.obj.Resources.XObject.Im1 = picture(document, content, **how)

    return change


def soft_picture(document: Pdf, page: Page) -> None:
    page.obj.Resources.XObject.Im1 = picture(document, bytes(100), SMask=picture(document, RAMP))


def soft_state(document: Pdf, page: Page) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    resources = Dictionary(ExtGState=Dictionary(G1=Dictionary(ca=0.5)))
    light = form(document, b"/G1 gs 1 g 72 300 100 200 re f", Group=group, Resources=resources)
    mask = Dictionary(S=Name.Luminosity, G=light)
    page.obj.Resources.ExtGState = Dictionary(G0=Dictionary(SMask=mask, BM=[Name.Multiply, Name.Normal]))


def tiled(document: Pdf, page: Page) -> None:
    inside = Dictionary(XObject=Dictionary(Fm2=form(document)))
    tile = document.make_stream(
        b"/Fm2 Do",
        PatternType=1,
        PaintType=1,
        TilingType=1,
        BBox=[0, 0, 18, 18],
        XStep=18,
        YStep=18,
        Resources=inside,
    )
    page.obj.Resources.Pattern = Dictionary(P0=tile)


def form_of_its_page(document: Pdf, page: Page) -> None:
    """Older programs leave a form without resources of its own: it names those of its page."""
    page.obj.Resources.XObject = Dictionary(
        Fm1=form(document, b"q /Fm2 Do Q"),
        Fm2=form(document, b"/G0 gs BT /F1 40 Tf 72 500 Td (Inside) Tj ET"),
    )
    page.obj.Resources.ExtGState = Dictionary(G0=Dictionary(ca=0.4))


def drawn_letters(document: Pdf, page: Page) -> None:
    dots = b"600 0 d0 q 500 0 0 500 0 0 cm BI /W 8 /H 8 /IM true /BPC 1 /D [1 0] "
    dots += b"ID \x18\x24\x42\x81\xff\x81\x81\x81 EI Q"
    drawn = document.make_stream(dots)
    encoding = Dictionary(Type=Name.Encoding, Differences=Array([65, Name.a]))
    page.obj.Resources.Font.F1 = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 600, 600], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        FirstChar=65, LastChar=65, Widths=[600], Encoding=encoding, CharProcs=Dictionary(a=drawn),
    )  # fmt: skip


def colored(space: Callable[[Pdf], Array]) -> Change:
    def change(document: Pdf, page: Page) -> None:
        page.obj.Resources.ColorSpace = Dictionary(CS0=space(document))

    return change


def spot(document: Pdf) -> Array:
    return Array([Name.Separation, Name.Spot, Name.DeviceGray, calculated(document)])


def inks(document: Pdf) -> Array:
    joined = document.make_stream(b"{ add 2 div }", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1])
    return Array([Name.DeviceN, Array([Name.One, Name.Two]), Name.DeviceGray, joined])


def measured(_: Pdf) -> Array:
    return Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.09], Gamma=[2.2, 2.2, 2.2])])


def nothing(_: Pdf, __: Page) -> None:
    """Let the drawing speak for itself."""


PRESSED = {"Width": 640, "Height": 480, "ColorSpace": Name.DeviceRGB, "Filter": Name.DCTDecode}
FINER = pictures.encoded(pictures.pixels((10, 10)), "JPEG2000")
BITS = {"BitsPerComponent": 1, "ColorSpace": Name.DeviceGray}
CURVE = b"[9 4] 2 d 3 w 1 J 0 0.5 0 RG 72 300 m 200 500 300 200 400 300 c S"
DOTS = b"\x55\x40\xaa\x80" * 5
INDEXED = Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\xff\x00\x00\x00\x00\xff")])
PREDICTED = zlib.compress(b"".join(b"\x02" + bytes([row] * 10) for row in range(10)))
DRAWN: dict[str, tuple[Change, bytes]] = {
    "lines": (nothing, CURVE + b" 1 0 0 1 9 9 cm 0 0 50 50 re W n 0 0 20 20 re B*"),
    "words": (nothing, b"BT /F1 30 Tf 2 Tc 90 Tz 14 TL 72 700 Td [(Wor) -12 (ds)] TJ (b) ' 1 2 (c) \" ET"),
    "inks of a press": (nothing, b"0.2 0.4 0 0.1 k" + BOX),
    "a shading": (shaded(lambda _: LINEAR), b"72 300 200 200 re W n /Sh0 sh"),
    "a stitched shading": (shaded(stitched), b"72 300 200 200 re W n /Sh0 sh"),
    "a sampled shading": (shaded(sampled), b"72 300 200 200 re W n /Sh0 sh"),
    "a calculated shading": (shaded(calculated), b"/Pattern cs /P0 scn" + BOX),
    "tiles": (tiled, b"/Pattern cs /P0 scn" + BOX),
    "a form of its page": (form_of_its_page, b"/Fm1 Do"),
    "drawn letters": (drawn_letters, b"BT /F1 80 Tf 72 500 Td (AAA) Tj ET"),
    "a picture": (with_picture(RAMP), LARGE),
    "a soft picture": (soft_picture, LARGE),
    "a soft state": (soft_state, b"/G0 gs" + BOX),
    "a photograph": (with_picture(pictures.jpeg(), **PRESSED), LARGE),
    "a finer photograph": (with_picture(FINER, ColorSpace=Name.DeviceRGB, Filter=Name.JPXDecode), LARGE),
    "a predicted picture": (
        with_picture(PREDICTED, Filter=Name.FlateDecode, DecodeParms=Dictionary(Predictor=15, Columns=10)),
        LARGE,
    ),
    "a picture of two colors": (with_picture(DOTS, **(BITS | {"ColorSpace": INDEXED})), LARGE),
    "a mask for a color": (with_picture(DOTS, Mask=[1, 1], **BITS), LARGE),
    "a fax": (
        with_picture(b"\x26\xa1\xbf\xff\xf0\x01\x00\x10", BitsPerComponent=1, Filter=Name.CCITTFaxDecode,
                     DecodeParms=Dictionary(K=-1, Columns=10, Rows=10, BlackIs1=True)), LARGE,
    ),
    "a picture in the drawing": (
        nothing, b"q 200 0 0 200 72 300 cm BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00ff8040> EI Q",
    ),
    "a spot color": (colored(spot), b"/CS0 cs 0.3 scn" + BOX),
    "two inks": (colored(inks), b"/CS0 cs 0.3 0.5 scn" + BOX),
    "a measured color": (colored(measured), b"/CS0 cs 0.3 0.5 0.2 scn" + BOX),
}  # fmt: skip


def drawn(name: str) -> bytes:
    change, drawing = DRAWN[name]
    return page_with(change, drawing)
