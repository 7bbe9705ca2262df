"""What a PDF hides is seen by its owner first: outside of the page shown, under a box, white on white."""

import io

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Page, Pdf, String

from offramp.files import examination
from offramp.files.answers import Cleaned
from offramp.files.removals import Trace
from tests.files.canaries import AUTHOR, KEPT
from tests.files.pdf_pages import form, page_with

BELOW = b"BT /F1 12 Tf 72 650 Td (My old name) Tj ET "


def told(cleaned: Cleaned) -> set[tuple[Trace, str]]:
    return {
        (removal.trace, removal.found)
        for removal in cleaned.removals
        if removal.trace is not Trace.DOCUMENT_IDS
    }


@pytest.mark.parametrize(
    ("box", "traces"),
    [([0, 690, 612, 720], {(Trace.HIDDEN, "")}), ([0, 0, 612, 792], set())],
    ids=["a strip", "the whole"],
)
def test_what_lies_outside_of_the_page_shown_is_shown(box: list[int], traces: set[tuple[Trace, str]]) -> None:
    def crop(_: Pdf, page: Page) -> None:
        page.obj.CropBox = page.obj.TrimBox = box

    cleaned = examination.examine(page_with(crop, BELOW + b"BT /F1 12 Tf 72 700 Td (Above) Tj ET"))

    assert told(cleaned) == traces
    assert pypdfium2.PdfDocument(cleaned.content)[0].get_size() == (612, 792)
    assert cleaned.pages[0].text.split("\n") == ["My old name", "Above"]


def test_marks_for_blacking_out_blacken_nothing_and_are_told_of() -> None:
    """Their box would look as if the words below it were gone."""

    def marked(document: Pdf, page: Page) -> None:
        box = form(document, b"0 g 0 0 612 792 re f")
        mark = Dictionary(Type=Name.Annot, Subtype=Name.Redact, Rect=[70, 640, 300, 670], T=String(AUTHOR))
        mark.AP = Dictionary(N=box)
        page.obj.Annots = Array([mark])

    cleaned = examination.examine(page_with(marked, BELOW))

    assert told(cleaned) == {(Trace.REDACTION, ""), (Trace.AUTHOR, AUTHOR)}
    assert is_seen(cleaned.content, (72, 640, 150, 665))


def is_seen(content: bytes, place: tuple[int, int, int, int]) -> bool:
    left, bottom, right, top = place
    page = pypdfium2.PdfDocument(content)[0].render().to_pil().convert("L")
    darkest, palest = page.crop((left, 792 - top, right, 792 - bottom)).getextrema()
    return bool(palest - darkest > 100)


@pytest.mark.parametrize(
    "drawing",
    [
        BELOW + b"0 g 70 645 230 20 re f",
        b"1 g " + BELOW,
        b"3 Tr " + BELOW,
        BELOW.replace(b"72 650", b"2000 650"),
    ],
    ids=["under a box", "white on white", "without ink", "beside the paper"],
)
def test_words_that_nobody_sees_are_told_of(drawing: bytes) -> None:
    kept = f"0 g 0 Tr BT /F1 12 Tf 72 700 Td ({KEPT}) Tj ET".encode()

    cleaned = examination.examine(page_with(lambda *_: None, b"q " + drawing + b" Q " + kept))

    assert told(cleaned) == {(Trace.UNSEEN, "My old name")}
    assert cleaned.pages[0].text.split() == ["My", "old", "name", *KEPT.split()]


def test_a_word_under_a_box_within_a_line_is_told_of_alone() -> None:
    line = b"BT /F1 12 Tf 72 700 Td (I lived at 12 Canary Street with my sister for years) Tj ET "

    cleaned = examination.examine(page_with(lambda *_: None, line + b"0 g 136 696 78 14 re f"))

    (found,) = told(cleaned)
    assert found == (Trace.UNSEEN, "Canary Street")


def test_words_over_a_colored_box_are_nothing_to_tell_of() -> None:
    drawing = b"0.1 0.2 0.4 rg 60 640 300 40 re f 1 g " + BELOW + b"0.8 g 60 540 300 40 re f 0 g "
    drawing += BELOW.replace(b"650", b"550")

    assert told(examination.examine(page_with(lambda *_: None, drawing))) == set()


def test_a_scanned_page_with_words_behind_it_is_nothing_to_tell_of() -> None:
    """A reader of scans lays its words under the picture, without ink, where the picture has them."""
    drawing = BELOW + b"3 Tr " + BELOW

    assert told(examination.examine(page_with(lambda *_: None, drawing))) == set()


def test_a_page_has_only_what_a_page_needs() -> None:
    first = examination.examine(page_with(lambda *_: None))

    with io.BytesIO(first.content) as file, Pdf.open(file) as document:
        assert set(document.pages[0].obj.keys()) == {
            "/Type",
            "/Parent",
            "/MediaBox",
            "/Resources",
            "/Contents",
        }
        assert set(document.Root.keys()) == {"/Type", "/Pages"}
