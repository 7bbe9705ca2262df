"""A PDF with all that Acrobat, Word and a telephone put into one."""

import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.files import pictures
from tests.files.canaries import ATTACHED, AUTHOR, COMMENT, COMPANY, DEVICE, KEPT, SCRIPT


def pdf() -> bytes:
    """Two pages, saved twice, with all that Acrobat, Word and a phone put into one."""
    with pikepdf.new() as document:
        font = document.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        photograph = document.make_stream(
            pictures.jpeg(), Type=Name.XObject, Subtype=Name.Image, Width=640, Height=480,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
            Metadata=document.make_stream(b"<x:xmpmeta>canary</x:xmpmeta>"),
        )  # fmt: skip
        for number in (1, 2):
            page = document.add_blank_page(page_size=(612, 792))
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font), XObject=Dictionary(Im0=photograph))
            words = f"BT /F1 24 Tf 72 700 Td (Page {number}. {KEPT}) Tj ET q 200 0 0 150 72 400 cm /Im0 Do Q"
            page.obj.Contents = document.make_stream(words.encode())
            page.obj.PieceInfo = Dictionary(Canary=Dictionary(Private=String("canary")))
        _annotate(document)
        _tell(document)
        once = io.BytesIO()
        document.save(once)
    # As a program saves on top of itself: the words of before are still in the file.
    return (
        once.getvalue()
        + b"99 0 obj (canary of an earlier version) endobj\nstartxref\n"
        + _last_xref(once.getvalue())
    )


def _last_xref(saved: bytes) -> bytes:
    return saved.rpartition(b"startxref\n")[2]


def _annotate(document: pikepdf.Pdf) -> None:
    page = document.pages[0]
    script = Dictionary(S=Name.JavaScript, JS=String(SCRIPT))
    addresses = ("https://example.org/portfolio", "file://canary/share", "javascript:canary()")
    actions = [script, *(Dictionary(S=Name.URI, URI=String(address)) for address in addresses)]
    drawn = document.make_stream(
        b"0 0 1 rg 0 0 50 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 50, 10]
    )
    page.obj.Annots = Array(
        [
            *(_on_the_page(Name.Link, A=action) for action in actions),
            _on_the_page(Name.Text, Contents=String(COMMENT), T=String(AUTHOR)),
            _on_the_page(Name.Stamp, AP=Dictionary(N=drawn), F=4),
            _field(document, script),
        ]
    )
    page.obj.AA = Dictionary(O=script)


def _field(document: pikepdf.Pdf, script: Dictionary) -> pikepdf.Object:
    typed = String("Willing to move")
    style = String("/Helv 12 Tf 0 g")
    named = _on_the_page(
        Name.Widget, FT=Name.Tx, T=String("canary field"), V=typed, DA=style, AA=Dictionary(K=script)
    )
    field = document.make_indirect(named)
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    document.Root.AcroForm = Dictionary(
        Fields=[field], NeedAppearances=True, DA=style, DR=Dictionary(Font=Dictionary(Helv=helvetica))
    )
    return field


def _on_the_page(subtype: Name, **more: Any) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=subtype, Rect=[72, 300, 172, 320], **more)


def _tell(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as metadata:
        metadata["dc:creator"] = [AUTHOR]
        metadata["xmpMM:DocumentID"] = DEVICE
    document.docinfo.update(
        {"/Author": AUTHOR, "/Company": COMPANY, "/Title": "canary.docx", "/Creator": "Canary 1.0"}
    )
    document.attachments[ATTACHED] = b"MZ canary"
    script = Dictionary(S=Name.JavaScript, JS=String(SCRIPT))
    document.Root.OpenAction = script
    document.Root.Names.JavaScript = Dictionary(Names=[String("canary"), script])
    with document.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("canary bookmark", 0))
