"""A résumé and a letter as PDF: every word stands there as it was written, nothing says who made it."""

import gzip
import re
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pytest

from offramp.paper.sheet import Block, Entry, Line, Role
from offramp.paper.writing import pdf
from tests.paper import pdf_pages, sheets

HOSTILE = (
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0"',
    "#panic() \\ #{ let x = 1 }",
    "*x* _y_ $y$ `z` <label> @cite",
    "- = + / // /* */ ~ -- ---",
    "<script>alert(1)</script>&amp;&lt;",
    "\"quoted\" \\u{41} 'single'",
    "]] #[ [ ) }",
)
designs = pytest.mark.parametrize("design", pdf.DESIGNS)


def _squeezed(text: str) -> str:
    return "".join(text.split())


@designs
@pytest.mark.parametrize("name", sheets.NAMES)
def test_every_line_of_the_sheet_is_found_again_in_its_order(design: str, name: str) -> None:
    sheet = sheets.sample(name)

    found = _squeezed(pdf_pages.words(pdf.write(sheet, design)))

    at = 0
    for line in map(_squeezed, sheet.lines()):
        assert line in found[at:], line
        at = found.index(line, at) + len(line)


@designs
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["federal", "letter"])
def test_markup_in_every_field_stays_text(design: str, text: str, name: str) -> None:
    sheet = sheets.everywhere(text, sheets.sample(name))

    found = _squeezed(pdf_pages.words(pdf.write(sheet, design)))

    assert found.count(_squeezed(text)) == len(sheet.lines())


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_an_address_of_another_kind_cannot_be_pressed(address: str) -> None:
    sheet = sheets.everywhere(address, sheets.sample("one-page"))

    assert b"/URI(" not in pdf.write(sheet)


def test_an_address_on_paper_can_be_pressed() -> None:
    written = pdf.write(sheets.sample("one-page"))

    assert re.findall(rb"/URI\((.*?)\)", written) == [
        b"mailto:dana.whitlock@example.org",
        b"https://linkedin.example/in/danawhitlock",
    ]


def test_the_same_words_give_the_same_bytes() -> None:
    assert pdf.write(sheets.sample("federal")) == pdf.write(sheets.sample("federal"))


@designs
def test_the_file_says_a_name_and_a_language_and_nothing_else_of_itself(design: str) -> None:
    written = pdf.write(sheets.sample("spanish"), design)

    with pikepdf.open(pdf_pages.stream(written)) as file:
        told = {key: str(value).strip() for key, value in file.docinfo.items()}
        assert told == {"/Title": "Íñigo Peñalver Muñoz", "/Creator": ""}
        assert str(file.Root.Lang) == "es"
    assert b"Typst" not in written
    assert not re.search(rb"xmp:(Create|Modify)Date|CreationDate|ModDate|dc:creator", written)


@pytest.mark.parametrize(
    "name", ["/Creator(Ada)", "<xmpTPg:NPages>9<", "<xmp:CreatorTool>Ada<", ")/Creator(x"]
)
def test_a_name_that_looks_like_the_inside_of_a_file_changes_nothing(name: str) -> None:
    sheet = sheets.resume(Block(name, (Entry((Line(name, Role.TITLE),)),)), name=name)

    assert pdf.pages(sheet) == 1
    with pikepdf.open(pdf_pages.stream(pdf.write(sheet))) as file:
        assert {key: str(value).strip() for key, value in file.docinfo.items()} == {
            "/Title": name,
            "/Creator": "",
        }


def test_a_resume_without_a_name_has_a_title_that_says_nothing() -> None:
    sheet = sheets.resume(Block("Summary", (Entry(text=("Words.",)),)), name="", language="es")

    with pikepdf.open(pdf_pages.stream(pdf.write(sheet))) as file:
        assert str(file.docinfo["/Title"]) == "Documento"


def test_an_empty_resume_and_an_empty_letter_are_still_pages() -> None:
    letter = sheets.everywhere("", sheets.sample("letter"))

    assert pdf.pages(sheets.resume(name="")) == 1
    assert [pdf.pages(letter, design) for design in pdf.DESIGNS] == [1, 1, 1]


def test_a_word_longer_than_a_line_does_not_run_off_the_page() -> None:
    sheet = sheets.everywhere("W" * 300, sheets.sample("one-page"))

    written = pdf.write(sheet, "modern")

    assert all(right < 612 for page in pdf_pages.boxes(written) for *_, right, _ in page)
    assert _squeezed(pdf_pages.words(written)).count("W" * 300) == len(sheet.lines())


def test_a_title_of_ten_thousand_characters_runs_over_pages_and_loses_nothing() -> None:
    title = "word " * 2000
    entry = Entry((Line(title.strip(), Role.TITLE),), (), ("A bullet. " * 1000,))

    written = pdf.write(sheets.resume(Block("Work Experience", (entry,))))

    assert pdf_pages.words(written).count("word") == 2000
    assert pdf_pages.words(written).count("A bullet.") == 1000
    assert all(bottom > 0 for page in pdf_pages.boxes(written) for _, bottom, *_ in page)


def test_two_threads_write_at_once() -> None:
    names = ["one-page", "letter"] * 10
    alone = {name: pdf.write(sheets.sample(name)) for name in set(names)}

    with ThreadPoolExecutor(2) as pool:
        written = list(pool.map(lambda name: pdf.write(sheets.sample(name)), names))

    assert written == [alone[name] for name in names]


def test_a_design_or_paper_nobody_made_is_refused() -> None:
    with pytest.raises(pdf.UnknownDesign):
        pdf.write(sheets.sample("letter"), "../../etc/passwd")
    with pytest.raises(pdf.UnknownDesign):
        pdf.write(sheets.sample("letter"), "plain", "a3")


@designs
def test_a_preview_is_a_picture_of_each_page_without_anything_that_acts_or_asks(design: str) -> None:
    sheet = sheets.sample("three-page")

    shown = pdf.preview(sheet, design)

    assert len(shown) == pdf.pages(sheet, design)
    for page in shown:
        assert set(re.findall(rb"<([a-zA-Z]+)", page)) <= {b"svg", b"g", b"path", b"use", b"symbol", b"defs"}
        assert all(address.startswith(b"#") for address in re.findall(rb'href="([^"]*)', page))
        assert not re.search(rb"script|style=|@import|url\(", page)
        assert b"Pinewood" not in page
        assert len(gzip.compress(page)) < 70_000
