"""Files made to hurt whoever opens them, each named by what it does, with what must become of it."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from offramp.files import refusals
from offramp.files.kinds import Kind
from offramp.files.refusals import (
    Broken,
    Empty,
    Encrypted,
    NotRecognised,
    TooLarge,
    TooManyPages,
    TooMuchInside,
)
from tests.files import hostile_documents as documents
from tests.files import hostile_pdfs as pdfs
from tests.files import hostile_pictures, pictures

_MIB = 1024 * 1024


@dataclass(frozen=True)
class Hostile:
    """How to make it, and what becomes of it: one of these refusals, or a harmless file of a kind."""

    make: Callable[[], bytes]
    becomes: tuple[type[refusals.NotTaken] | Kind, ...]


def cut(content: bytes) -> bytes:
    return content[: len(content) * 2 // 3]


_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600

HOSTILE = {
    "nothing": Hostile(lambda: b"", (Empty,)),
    "one byte too many": Hostile(lambda: b"a" * (10 * _MIB + 1), (TooLarge,)),
    "ten megabytes of zeros": Hostile(lambda: bytes(10 * _MIB), (NotRecognised,)),
    "a program": Hostile(lambda: b"MZ\x90\0\x03" + bytes(range(256)) * 40, (NotRecognised,)),
    "a page for browsers": Hostile(lambda: b"<!DOCTYPE html><script>1</script>", (NotRecognised,)),
    "rich text": Hostile(lambda: rb"{\rtf1{\info{\author canary}}}", (NotRecognised,)),
    "a film in a GIF": Hostile(lambda: pictures.encoded(pictures.pixels(), "GIF"), (NotRecognised,)),
    "an old Word file": Hostile(lambda: _OLD_OFFICE, (NotRecognised,)),
    "a Word file with a password": Hostile(
        lambda: _OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), (Encrypted,)
    ),
    "a table called .docx": Hostile(documents.sheet, (NotRecognised,)),
    "a package of anything": Hostile(documents.package_of_anything, (NotRecognised,)),
    "a bomb called .docx": Hostile(documents.zip_bomb, (TooMuchInside,)),
    "a package of too many parts": Hostile(documents.zip_of_many_parts, (TooMuchInside,)),
    "a package claiming two gigabytes": Hostile(
        documents.zip_claiming_two_gigabytes, (Broken, TooMuchInside)
    ),
    "a package with a password": Hostile(documents.zip_with_a_password, (Encrypted,)),
    "a part above its folder": Hostile(lambda: documents.named("../../canary"), (Broken,)),
    "a part at the root": Hostile(lambda: documents.named("/canary"), (Broken,)),
    "a part on a drive": Hostile(lambda: documents.named("C:\\canary"), (Broken,)),
    "half a Word file": Hostile(
        lambda: cut(documents.word_with(documents.words(documents.paragraph("x")))), (Broken,)
    ),
    "a billion laughs": Hostile(documents.billion_laughs, (Broken, TooMuchInside)),
    "a quadratic blow-up": Hostile(documents.quadratic_blowup, (Broken, TooMuchInside)),
    "an entity from the disk": Hostile(lambda: documents.fetching_entity("file:///etc/passwd"), (Broken,)),
    "an entity from the network": Hostile(
        lambda: documents.fetching_entity("http://localhost:1/"), (Broken,)
    ),
    "a grammar from the network": Hostile(documents.fetching_grammar, (Broken,)),
    "markup too deep": Hostile(documents.deep_markup, (TooMuchInside, Broken)),
    "a part of nobody's language": Hostile(documents.part_of_nobodys_language, (Broken,)),
    "macros": Hostile(documents.macro_document, (Kind.DOCX,)),
    "a document that fetches": Hostile(documents.fetching_document, (Kind.DOCX,)),
    "a PDF with a password": Hostile(pdfs.encrypted_pdf, (Encrypted,)),
    "a PDF with an older password": Hostile(lambda: pdfs.encrypted_pdf(3), (Encrypted,)),
    "a PDF for holders of certificates": Hostile(pdfs.pdf_for_certificates, (Encrypted,)),
    "a drawing without end": Hostile(pdfs.drawing_without_end, (TooMuchInside,)),
    "drawings in drawings": Hostile(pdfs.forms_in_forms, (TooMuchInside,)),
    "a PDF that launches": Hostile(pdfs.launching_pdf, (Kind.PDF,)),
    "a PDF of too many pages": Hostile(lambda: pdfs.pdf_of_pages(201), (TooManyPages,)),
    "a PDF too deep": Hostile(pdfs.deep_pdf, (Broken, TooMuchInside, Kind.PDF)),
    "a PDF that unfolds": Hostile(pdfs.inflating_pdf, (TooMuchInside,)),
    "a wall of paper": Hostile(pdfs.wall_of_paper, (Kind.PDF,)),
    "pages in a ring": Hostile(pdfs.pages_in_a_ring, (Broken, Kind.PDF)),
    "a PDF claiming two gigabytes": Hostile(pdfs.pdf_claiming_two_gigabytes, (Broken, Kind.PDF)),
    "half a PDF": Hostile(lambda: cut(pdfs.pdf_of_pages(20)), (Broken, Kind.PDF)),
    "a PDF that is a package too": Hostile(pdfs.pdf_and_package, (Kind.PDF,)),
    "a square mile of pixels": Hostile(lambda: hostile_pictures.png_of(50_000, 50_000), (TooMuchInside,)),
    "a picture claiming two gigabytes": Hostile(
        lambda: hostile_pictures.png_of(8, 8, claimed=2**31 - 1), (Broken, Kind.PNG)
    ),
    "a picture as large as can be claimed": Hostile(
        lambda: hostile_pictures.png_of(2**31 - 1, 2**31 - 1), (TooMuchInside, Broken)
    ),
    "a picture without pixels": Hostile(lambda: hostile_pictures.png_of(0, 0), (Broken,)),
    "a picture with a long tale": Hostile(hostile_pictures.png_with_a_long_tale, (Broken, Kind.PNG)),
    "half a PNG": Hostile(lambda: cut(pictures.encoded(Image.effect_noise((99, 99), 50), "PNG")), (Broken,)),
    "half a photograph": Hostile(lambda: cut(hostile_pictures.a_photograph()), (Broken,)),
    "a photograph that is a page too": Hostile(hostile_pictures.jpeg_and_page, (Kind.JPEG,)),
}
