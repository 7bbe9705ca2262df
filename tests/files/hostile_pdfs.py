"""PDFs made to hurt whoever opens them."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Dictionary, Name

_MIB = 1024 * 1024


def pdf_with(change: Callable[[pikepdf.Pdf], None], **how: object) -> bytes:
    file = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        change(document)
        document.save(file, **how)  # type: ignore[arg-type]
    return file.getvalue()


def pdf_of_pages(number: int) -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        for _ in range(number - 1):
            document.add_blank_page()

    return pdf_with(change)


def encrypted_pdf(revision: int = 6) -> bytes:
    """Revision 6 is AES-256."""
    locked = pikepdf.Encryption(owner="a", user="b", R=revision, aes=revision > 3, metadata=revision > 3)  # type: ignore[arg-type]
    return pdf_with(lambda _: None, encryption=locked)


def pdf_for_certificates() -> bytes:
    return encrypted_pdf(4).replace(b"/Filter /Standard", b"/Filter /Adobe.PK")


def launching_pdf() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.OpenAction = Dictionary(S=Name.Launch, F=pikepdf.String("canary.exe"))
        document.pages[0].obj.AA = Dictionary(
            O=Dictionary(S=Name.SubmitForm, F=pikepdf.String("http://canary/"))
        )

    return pdf_with(change)


def deep_pdf() -> bytes:
    deep = b"[" * 20_000 + b"]" * 20_000
    return pdf_with(lambda _: None, object_stream_mode=pikepdf.ObjectStreamMode.disable).replace(
        b"/MediaBox", b"/Group " + deep + b" /MediaBox"
    )


def inflating_pdf() -> bytes:
    """A page whose drawing unfolds to 4 GB."""
    # One block that stands for itself, again and again: making the bomb costs nothing.
    packing = zlib.compressobj(9, wbits=-15)
    block = packing.compress(b"0 " * _MIB * 2) + packing.flush(zlib.Z_FULL_FLUSH)
    folded = b"\x78\xda" + block * 1024 + b"\x03\x00"

    def change(document: pikepdf.Pdf) -> None:
        content = document.make_stream(b"")
        content.write(folded, filter=Name.FlateDecode)
        document.pages[0].obj.Contents = content

    return pdf_with(change)


def drawing_without_end() -> bytes:
    return pdf_with(lambda document: _draw(document, b"q Q " * _MIB))


def forms_in_forms() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        inner = Dictionary()
        for _ in range(500):
            drawn = document.make_stream(
                b"/F Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9], Resources=inner
            )
            inner = Dictionary(XObject=Dictionary(F=drawn))
        document.pages[0].obj.Resources = inner
        _draw(document, b"/F Do")

    return pdf_with(change)


def wall_of_paper() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.MediaBox = [0, 0, 10**9, 10**9]

    return pdf_with(change)


def pages_in_a_ring() -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.Pages.Kids.append(document.Root.Pages)

    return pdf_with(change)


def pdf_claiming_two_gigabytes() -> bytes:
    content = pdf_with(lambda document: _draw(document, b"0 0 m"), compress_streams=False)
    return content.replace(b"/Length 5", b"/Length 2147483647")


def _draw(document: pikepdf.Pdf, drawing: bytes) -> None:
    document.pages[0].obj.Contents = document.make_stream(drawing)


def pdf_and_package() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("canary.exe", b"MZ canary")
    return pdf_of_pages(1) + file.getvalue()
