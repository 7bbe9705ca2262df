"""What a screen reader is told: headings in their order, lists as lists, and every word in reading order."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from offramp.paper.sheet import Block, Entry, Line, Role, Sheet
from offramp.paper.writing import pdf
from tests.paper import pdf_pages, sheets

designs = pytest.mark.parametrize("design", pdf.DESIGNS)
PLAIN = {"/Document", "/H1", "/H2", "/H3", "/P", "/Div", "/Span", "/Strong", "/Em", "/Link"}
ALLOWED = PLAIN | {"/L", "/LI", "/Lbl", "/LBody"}
every_sample = pytest.mark.parametrize("name", sheets.NAMES)


def _opened(written: bytes) -> pikepdf.Pdf:
    return pikepdf.open(pdf_pages.stream(written))


def _elements(element: Any) -> Iterator[Any]:
    """Each element of the structure below this one, in reading order; a piece of a page as its number."""
    children = element.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if not isinstance(child, pikepdf.Dictionary):
            yield (str(element.Pg.objgen), int(child))
        elif child.get("/Type") == "/MCR":
            yield (str(child.Pg.objgen), int(child.MCID))
        elif child.get("/Type") != "/OBJR":
            yield child
            yield from _elements(child)


def _tags(file: pikepdf.Pdf) -> list[str]:
    found = [one for one in _elements(file.Root.StructTreeRoot) if isinstance(one, pikepdf.Dictionary)]
    return [str(one.S) for one in found]


@designs
@every_sample
def test_the_file_claims_the_standard_and_shows_its_title(design: str, name: str) -> None:
    with _opened(pdf.write(sheets.sample(name), design)) as file:
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert b"<pdfuaid:part>1</pdfuaid:part>" in file.Root.Metadata.read_bytes()
        assert not {"/AcroForm", "/Names", "/OpenAction", "/AA"} & set(file.Root.keys())
        assert all(page.get("/Tabs", "/S") == "/S" for page in file.pages)


@designs
@every_sample
def test_headings_go_down_step_by_step_and_nothing_is_a_table_or_picture(design: str, name: str) -> None:
    with _opened(pdf.write(sheets.sample(name), design)) as file:
        tags = _tags(file)

    levels = [int(tag[2:]) for tag in tags if tag[:2] == "/H" and tag[2:].isdigit()]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert set(tags) <= ALLOWED


def test_a_resume_without_a_name_begins_with_its_sections() -> None:
    entry = Entry((Line("Clerk", Role.TITLE),), (), ("A bullet.",))
    with _opened(pdf.write(sheets.resume(Block("Work Experience", (entry,)), name=""))) as file:
        assert [tag for tag in _tags(file) if tag.startswith("/H")] == ["/H1", "/H2"]


@designs
@every_sample
def test_the_order_of_the_structure_is_the_order_on_the_pages(design: str, name: str) -> None:
    with _opened(pdf.write(sheets.sample(name), design)) as file:
        pages = [str(page.obj.objgen) for page in file.pages]
        pieces = [one for one in _elements(file.Root.StructTreeRoot) if isinstance(one, tuple)]

    order = [(pages.index(page), number) for page, number in pieces]
    assert order == sorted(order)
    assert len(order) == len(set(order)) > 5


@designs
def test_every_bullet_is_an_item_of_a_list(design: str) -> None:
    sheet = sheets.sample("one-page")

    with _opened(pdf.write(sheet, design)) as file:
        tags = _tags(file)

    assert isinstance(sheet, Sheet)
    bullets = sum(len(entry.bullets) for block in sheet.blocks for entry in block.entries)
    assert tags.count("/LI") == bullets
    assert tags.count("/LBody") == bullets


@designs
@pytest.mark.parametrize("name", ["spanish", "letter"])
def test_every_font_is_in_the_file_and_says_which_letters_it_shows(design: str, name: str) -> None:
    with _opened(pdf.write(sheets.sample(name), design)) as file:
        fonts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
        described = [one for one in fonts if one.get("/Type") == "/FontDescriptor"]
        composed = [one for one in fonts if one.get("/Subtype") == "/Type0"]

        assert described
        assert all({"/FontFile2", "/FontFile3"} & set(one.keys()) for one in described)
        assert composed
        assert all("/ToUnicode" in one for one in composed)
