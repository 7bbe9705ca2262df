"""What a reader sees first: pages as pictures and text, never more than a page can hold."""

import io

import docx
import pikepdf
import pytest
from PIL import Image

from offramp.files import examination, limits
from offramp.files.answers import Cleaned
from offramp.files.kinds import Kind
from offramp.files.removals import Trace
from tests.files import hostile_pdfs, pictures
from tests.files.canaries import KEPT
from tests.files.hostile_documents import paragraph, word_with, words
from tests.files.packages import put_before, rewritten


def test_each_page_of_a_pdf_is_a_picture_and_a_text(cleaned: dict[Kind, Cleaned]) -> None:
    pages = cleaned[Kind.PDF].pages

    assert [page.text.partition("\n")[0] for page in pages] == [f"Page {n}. {KEPT}" for n in (1, 2)]
    for page in pages:
        assert page.picture
        shown = Image.open(io.BytesIO(page.picture.content))
        assert (shown.format, shown.size) == ("JPEG", (page.picture.width, page.picture.height))
        assert shown.size == (1224, 1584)
        assert darkest(shown) < 64


def darkest(picture: Image.Image) -> int:
    return min(picture.convert("L").tobytes())


@pytest.mark.parametrize("kind", [Kind.PNG, Kind.JPEG])
def test_a_picture_is_its_own_view(kind: Kind, cleaned: dict[Kind, Cleaned]) -> None:
    (page,) = cleaned[kind].pages

    assert page.text == ""
    assert page.picture
    assert (page.picture.width, page.picture.height) == (480, 640)


@pytest.mark.parametrize("kind", [Kind.DOCX, Kind.ODT])
def test_pictures_of_a_document_are_seen_where_they_stand(kind: Kind, cleaned: dict[Kind, Cleaned]) -> None:
    (page,) = cleaned[kind].pages
    (one,) = page.inside

    before = "2019 | Instructor\n" if kind is Kind.DOCX else "Written by me and linked"
    assert page.text[: one.at].endswith(before)
    # A document lays a photograph out as it is stored.
    assert (one.picture.width, one.picture.height) == (640, 480)
    assert darkest(Image.open(io.BytesIO(one.picture.content))) < 64


def test_a_word_file_with_nothing_but_a_photograph_shows_it() -> None:
    (page,) = examination.examine(word_showing([pictures.jpeg()])).pages

    assert (page.text, [one.at for one in page.inside], page.unshown) == ("", [0], 0)


def test_a_picture_is_shown_once_and_after_twenty_they_are_counted() -> None:
    several = [pictures.encoded(Image.new("L", (8, 8), shade), "PNG") for shade in range(23)]

    (page,) = examination.examine(word_showing([several[0], *several])).pages

    assert (len(page.inside), page.unshown) == (limits.PICTURES_INSIDE, 3)


def word_showing(shown: list[bytes]) -> bytes:
    document = docx.Document()
    for one in shown:
        document.add_picture(io.BytesIO(one))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_what_describes_a_picture_and_stands_on_no_page_is_read() -> None:
    described = rewritten(
        word_showing([pictures.png()]),
        lambda parts: put_before(parts, "word/document.xml", b'name="Picture 1"', 'descr="Me at the gate" '),
    )

    assert examination.examine(described).pages[0].text == "[Me at the gate]"


def test_a_word_file_is_a_text_with_headings_lists_and_rows(cleaned: dict[Kind, Cleaned]) -> None:
    (page,) = cleaned[Kind.DOCX].pages

    assert page.picture is None
    assert page.text == (
        f"A résumé\n\nExperience\n\n{KEPT}\n• Trained officers\n2019 | Instructor\n\nI write reports. Shown."
    )


def test_an_open_document_is_a_text_with_headings(cleaned: dict[Kind, Cleaned]) -> None:
    (page,) = cleaned[Kind.ODT].pages

    assert (page.text, page.picture) == (f"Experience\n\n{KEPT}Written by me and linked", None)


@pytest.mark.parametrize(
    "content",
    ["Größe\r\n", "\ufeffGröße\n", "Größe\u202e\n"],
    ids=["windows", "marked", "overridden"],
)
def test_a_text_is_the_same_in_every_encoding(content: str) -> None:
    encodings = ["utf-8", "utf-16"] if content[-2] == "\u202e" else ["utf-8", "utf-16", "cp1252"]
    for encoding in encodings:
        cleaned = examination.examine(content.encode(encoding, "ignore"))
        assert (cleaned.kind, cleaned.content) == (Kind.TEXT, "Größe\n".encode())


def test_after_twenty_pages_there_is_only_text() -> None:
    cleaned = examination.examine(hostile_pdfs.pdf_of_pages(22))

    assert [bool(page.picture) for page in cleaned.pages] == [True] * limits.PAGES_AS_PICTURES + [False] * 2
    assert not cleaned.is_shown_whole


def test_a_text_without_end_ends_in_the_view_and_not_in_the_file() -> None:
    cleaned = examination.examine(b"word " * 200_000)

    assert len(cleaned.pages[0].text) == limits.LONGEST_TEXT
    assert len(cleaned.content) == 1_000_000
    assert not cleaned.is_shown_whole


def test_words_in_a_box_are_read_once() -> None:
    """Word writes a box down twice, for itself and for its ancestors."""
    box = "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
    names = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    new = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox>{box}</v:textbox></w:pict>"
    twice = (
        f'<mc:AlternateContent {names}><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )

    cleaned = examination.examine(word_with(words(f"<w:p><w:r>{twice}</w:r></w:p>")))

    assert cleaned.pages[0].text == "In a box"


def test_a_paragraph_whose_end_was_struck_out_runs_on() -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1" w:author="canary"/></w:rPr></w:pPr>'
    struck = f"<w:p>{mark}<w:r><w:t>One </w:t></w:r></w:p>"

    cleaned = examination.examine(word_with(words(struck + paragraph("text"))))

    assert [each.text for each in docx.Document(io.BytesIO(cleaned.content)).paragraphs] == ["One text"]


def test_a_layer_that_was_hidden_is_seen() -> None:
    """Whoever hid something in a file learns it before an adviser does."""

    def hide(document: pikepdf.Pdf) -> None:
        layer = document.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("canary"))
        )
        off = pikepdf.Dictionary(OFF=[layer], BaseState=pikepdf.Name.ON)
        document.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=off)
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        document.pages[0].obj.Resources = pikepdf.Dictionary(
            Properties=pikepdf.Dictionary(L0=layer), Font=pikepdf.Dictionary(F0=font)
        )
        drawing = b"/OC /L0 BDC BT /F0 40 Tf 72 500 Td (Hidden) Tj ET EMC"
        document.pages[0].obj.Contents = document.make_stream(drawing)

    cleaned = examination.examine(hostile_pdfs.pdf_with(hide))

    assert cleaned.pages[0].picture
    assert darkest(Image.open(io.BytesIO(cleaned.pages[0].picture.content))) < 64
    assert Trace.HIDDEN in {removal.trace for removal in cleaned.removals}


def test_a_word_that_was_hidden_is_seen() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r></w:p>"

    cleaned = examination.examine(word_with(words(hidden)))

    assert cleaned.pages[0].text == "Hidden"
    (run,) = docx.Document(io.BytesIO(cleaned.content)).paragraphs[0].runs
    assert run.font.hidden is None
    assert Trace.HIDDEN in {removal.trace for removal in cleaned.removals}
