"""A cleaned file is still the file: other people's programs open it, and find what its author wrote."""

import io

import docx
import pikepdf
import pypdfium2
import pytest
from odf import opendocument, teletype, text
from PIL import Image, ImageChops

from offramp.files import examination
from offramp.files.answers import Cleaned
from offramp.files.kinds import Kind
from offramp.files.removals import Trace
from tests.files import pictures
from tests.files.canaries import KEPT
from tests.files.drawn_pdfs import DRAWN, drawn

BOX = (10, 10)  # in the red corner before the picture is turned


def test_a_pdf_opens_and_reads_the_same(ordinary: dict[Kind, bytes], cleaned: dict[Kind, Cleaned]) -> None:
    before, after = (texts_of_a_pdf(each) for each in (ordinary[Kind.PDF], cleaned[Kind.PDF].content))

    # What was typed into the form has become part of its page.
    assert after == [f"{before[0]}\r\nWilling to move", before[1]]
    with pikepdf.open(io.BytesIO(cleaned[Kind.PDF].content)) as document:
        assert document.check_pdf_syntax() == []
        assert [page.obj.Annots[0].A.URI for page in document.pages[:1]] == ["https://example.org/portfolio"]


def texts_of_a_pdf(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content)]


def test_a_word_file_opens_and_reads_as_its_last_author_meant_it(cleaned: dict[Kind, Cleaned]) -> None:
    document = docx.Document(io.BytesIO(cleaned[Kind.DOCX].content))

    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == [
        "Experience",
        KEPT,
        "Trained officers",
        "I write reports. Shown.",
    ]
    assert [paragraph.style.name for paragraph in document.paragraphs[:2] if paragraph.style] == [
        "Heading 1",
        "Normal",
    ]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["2019", "Instructor"]
    assert document.sections[0].header.paragraphs[0].text == "A résumé"
    assert len(document.inline_shapes) == 1


def test_an_open_document_opens_with_its_picture(cleaned: dict[Kind, Cleaned]) -> None:
    document = opendocument.load(io.BytesIO(cleaned[Kind.ODT].content))

    paragraphs = [teletype.extractText(each) for each in document.getElementsByType(text.P)]
    assert paragraphs == [f"{KEPT}Written by me and linked", ""]
    assert list(document.Pictures) == ["Pictures/image1.jpg"]


@pytest.mark.parametrize("kind", [Kind.PNG, Kind.JPEG])
def test_a_picture_opens_upright(
    kind: Kind, ordinary: dict[Kind, bytes], cleaned: dict[Kind, Cleaned]
) -> None:
    before, after = (Image.open(io.BytesIO(each)) for each in (ordinary[kind], cleaned[kind].content))

    assert before.getexif()[0x0112] == 6
    assert after.size == before.size[::-1]
    # Turned to the right, the red corner has gone from the left to the right.
    assert is_red(after, (after.width - 1 - BOX[0], BOX[1]))
    assert not is_red(after, BOX)


def is_red(picture: Image.Image, at: tuple[int, int]) -> bool:
    red, _, blue = picture.crop((*at, at[0] + 1, at[1] + 1)).tobytes()
    return red > blue + 100


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_picture_in_any_colors_keeps_them(mode: str) -> None:
    picture = pictures.pixels((64, 64)).convert(mode)

    cleaned = examination.examine(pictures.encoded(picture, "PNG"))

    assert is_alike(Image.open(io.BytesIO(cleaned.content)), picture)


def test_a_picture_in_finer_grays_than_a_screen_has_is_still_gray() -> None:
    gray = pictures.pixels((64, 64)).convert("L")
    finer = Image.frombytes("I;16", gray.size, b"".join(bytes((0, value)) for value in gray.tobytes()))

    cleaned = examination.examine(pictures.encoded(finer, "PNG"))

    assert is_alike(Image.open(io.BytesIO(cleaned.content)), gray)


def test_what_was_erased_by_making_it_transparent_is_gone() -> None:
    cleaned = examination.examine(pictures.erased())

    colors = Image.open(io.BytesIO(cleaned.content)).convert("RGBA").crop((0, 0, 32, 64)).getcolors()
    assert colors == [(32 * 64, (255, 255, 255, 0))]
    assert Trace.ERASED in {removal.trace for removal in cleaned.removals}


def test_what_was_always_transparent_is_nothing_to_tell() -> None:
    nothing = Image.new("RGBA", (64, 64), (0, 0, 0, 0))

    assert examination.examine(pictures.encoded(nothing, "PNG")).removals == ()


def is_alike(after: Image.Image, before: Image.Image) -> bool:
    return (
        ImageChops.difference(after.convert("RGBA"), before.convert("RGBA")).getbbox(alpha_only=False) is None
    )


def test_a_photograph_for_print_becomes_one_for_screens() -> None:
    picture = pictures.encoded(pictures.pixels().convert("CMYK"), "JPEG")

    assert Image.open(io.BytesIO(examination.examine(picture).content)).mode == "RGB"


@pytest.mark.parametrize("name", DRAWN)
def test_a_pdf_draws_the_same(name: str) -> None:
    content = drawn(name)
    before, after = (
        pypdfium2.PdfDocument(each)[0].render().to_pil()
        for each in (content, examination.examine(content).content)
    )

    assert before.convert("L").getextrema()[0] < 240
    assert ImageChops.difference(before, after).getbbox() is None
