"""PDFs whose fonts, pictures and names tell something."""

import struct
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Page, Pdf

from tests.files import pictures
from tests.files.pdf_pages import WORDS, page_with, picture

_TAIL = b"canary after the end"


def font_with(program: bytes, key: str, **lengths: int) -> bytes:
    """Return a page with a font of this program."""

    def change(document: Pdf, page: Page) -> None:
        about = Dictionary(Type=Name.FontDescriptor, FontName=Name.Face, Flags=32, FontBBox=[0, 0, 9, 9])
        about[key] = document.make_stream(program, **lengths)
        page.obj.Resources.Font.F1.FontDescriptor = document.make_indirect(about)

    return page_with(change)


def outlines_with_words() -> bytes:
    """A TrueType font with a table of names, notes of an editor, and words between and behind its tables."""
    tables = {b"PfEd": b"canary", b"head": bytes(54), b"name": "canary".encode("utf-16-be")}
    directory, content = struct.pack(">4sHHHH", b"\0\1\0\0", len(tables), 32, 1, 16), b""
    for name, table in tables.items():
        directory += struct.pack(">4sIII", name, 0, 12 + 16 * len(tables) + len(content), len(table))
        content += table + b"canary"
    return font_with(directory + content, "/FontFile2", Length1=len(directory + content))


def type1_with_words() -> bytes:
    clear = b"%!PS-AdobeFont-1.0: canary\n% canary\n"
    clear += b"/Notice (a (canary) \\( canary) readonly def currentfile eexec\n"
    end = b"0" * 64 + b"\ncleartomark\n"
    return font_with(
        clear + b"abcd" + end + _TAIL, "/FontFile", Length1=len(clear), Length2=4, Length3=len(end + _TAIL)
    )


def compact_with_words() -> bytes:
    """A CFF font whose notice is the first string of its own."""
    top = b"\xf8\x1b\x01"  # 391, Notice
    indexes = [b"Face", top, b"canary"]
    written = b"".join(b"\0\1\1\1" + bytes([1 + len(each)]) + each for each in indexes)
    return font_with(b"\1\0\4\1" + written + b"\0\0", "/FontFile3", Subtype=Name.Type1C)  # type: ignore[arg-type]


def names_of_a_person() -> bytes:
    """Programs that draw let people name what they draw with; the names of blends and inks are free too."""

    def change(document: Pdf, page: Page) -> None:
        resources, canary = page.obj.Resources, Name("/Canary")
        resources.Font = Dictionary({"/Canary": resources.Font.F1})
        resources.XObject = Dictionary({"/Canary": picture(document, bytes(100), Intent=canary)})
        state = Dictionary(Type=canary, BM=canary, RI=canary, CA=1)
        resources.ExtGState = Dictionary({"/Canary": state})
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0], C1=[1], N=1)
        resources.ColorSpace = Dictionary(
            {"/Canary": Array([Name.Separation, canary, Name.DeviceGray, tint])}
        )
        page.obj.Group = Dictionary(S=Name.Transparency, CS=canary)

    inline = b" BI /W 1 /H 1 /BPC 8 /CS /Canary ID \0 EI"
    drawing = b"/Canary gs /Canary ri /Canary cs 1 scn /Canary sc /Missing_Canary gs /Canary Do 0 g " + WORDS
    return page_with(change, drawing.replace(b"/F1", b"/Canary") + inline)


def under_a_mask() -> bytes:
    """Whoever erases a part of a picture often makes it transparent only."""

    def change(document: Pdf, page: Page) -> None:
        closed = picture(document, bytes(50) + b"\xff" * 50)
        page.obj.Resources.XObject.Im1 = picture(document, b"canary".ljust(100), SMask=closed)

    return page_with(change, WORDS + b" /Im1 Do")


def tails_of_samples() -> bytes:
    """Behind the last sample of a function, and behind the last color of a table."""

    def change(document: Pdf, page: Page) -> None:
        tint = document.make_stream(
            b"\0\xff" + _TAIL, FunctionType=0, Domain=[0, 1], Range=[0, 1], Size=[2], BitsPerSample=8
        )
        table = document.make_stream(b"\0\xff" + _TAIL)
        page.obj.Resources.ColorSpace = Dictionary(
            C0=Array([Name.Separation, Name.Black, Name.DeviceGray, tint]),
            C1=Array([Name.Indexed, Name.DeviceGray, 1, table]),
        )

    return page_with(change, b"/C0 cs 1 scn /C1 cs 1 scn 0 g " + WORDS)


def unnamed_letter() -> bytes:
    """A drawn letter that its font's encoding never names."""

    def change(document: Pdf, page: Page) -> None:
        page.obj.Resources.Font.F2 = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 9, 9], FontMatrix=[1, 0, 0, 1, 0, 0],
            FirstChar=65, LastChar=65, Widths=[9], Encoding=Dictionary(Differences=[65, Name.a]),
            CharProcs=Dictionary(
                a=document.make_stream(b"9 0 d0"), Canary=document.make_stream(b"9 0 d0 (canary) Tj")
            ),
        )  # fmt: skip

    return page_with(change, WORDS + b" BT /F2 1 Tf (A) Tj ET")


def words_in_a_tile() -> bytes:
    """JPEG 2000 has room for comments before each tile, and for boxes beside its colors."""

    def change(document: Pdf, page: Page) -> None:
        page.obj.Resources.XObject.Im1 = picture(document, _tiled(), Filter=Name.JPXDecode)

    return page_with(change, WORDS + b" /Im1 Do")


def _tiled() -> bytes:
    content = pictures.encoded(pictures.pixels((10, 10)), "JPEG2000")
    boxes, code = content[: content.index(b"\xff\x4f") - 8], content[content.index(b"\xff\x4f") :]
    tile, pixels = code.index(b"\xff\x90"), code.index(b"\xff\x93")
    comment = b"\xff\x64\0\x0a\0\1canary"
    length = struct.pack(">I", int.from_bytes(code[tile + 6 : tile + 10], "big") + len(comment))
    code = code[: tile + 6] + length + code[tile + 10 : pixels] + comment + code[pixels:]
    start, box = boxes.index(b"jp2h") - 4, struct.pack(">I4s", 14, b"xml ") + b"canary"
    header = boxes[start : start + int.from_bytes(boxes[start : start + 4], "big")] + box
    boxes = boxes[:start] + struct.pack(">I", len(header)) + header[4:]
    return boxes + struct.pack(">I4s", 8 + len(code), b"jp2c") + code


def after_a_fax() -> bytes:
    """Behind the end of a fax, and in segments of JBIG2 for words."""
    words = b"\0\0\0\1" + bytes((62, 0, 1)) + struct.pack(">I", 6) + b"canary"

    def change(document: Pdf, page: Page) -> None:
        bits = {"BitsPerComponent": 1}
        shared = Dictionary(JBIG2Globals=document.make_stream(words))
        page.obj.Resources.XObject = Dictionary(
            Im1=picture(
                document, b"\xff\xc0\x04\x00\x40" + _TAIL, Filter=Name.CCITTFaxDecode,
                DecodeParms=Dictionary(K=-1, Columns=10), **bits,
            ),
            Im2=picture(document, words, Filter=Name.JBIG2Decode, DecodeParms=shared, **bits),
        )  # fmt: skip

    return page_with(change, WORDS + b" /Im1 Do /Im2 Do")


NAMED: dict[str, tuple[Callable[[], bytes], str]] = {
    "something under a mask": (under_a_mask, "ERASED"),
    "an outline font with words": (outlines_with_words, ""),
    "a Type 1 font with words": (type1_with_words, ""),
    "a compact font with words": (compact_with_words, ""),
    "names of a person": (names_of_a_person, ""),
    "tails of samples": (tails_of_samples, ""),
    "an unnamed letter": (unnamed_letter, ""),
    "words in a tile": (words_in_a_tile, "CAMERA"),
    "words after a fax": (after_a_fax, "TRAILING"),
}
