"""What an office's template calls things leaves no document, and the document looks as before."""

import io
import re
import zipfile

import docx
import pytest
from lxml import etree
from odf import opendocument, text
from PIL import Image

from offramp.files import examination
from offramp.files.answers import Cleaned
from offramp.files.kinds import Kind
from offramp.files.removals import Trace
from tests.files import templates
from tests.files.canaries import CANARY
from tests.files.packages import rewritten
from tests.files.planted import Make
from tests.files.unfolded import everything

OFFICE: dict[Kind, Make] = {
    Kind.DOCX: templates.word_of_an_office,
    Kind.ODT: templates.open_document_of_an_office,
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def office() -> dict[Kind, Cleaned]:
    return {kind: examination.examine(make()) for kind, make in OFFICE.items()}


def part(cleaned: Cleaned, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(cleaned.content)) as package:
        return etree.fromstring(package.read(name))


def values(root: etree._Element, *names: str) -> list[str]:
    return [each.get(f"{W}val") for name in names for each in root.iter(f"{W}{name}")]


@pytest.mark.parametrize("kind", OFFICE)
def test_no_name_is_left_in_any_part(kind: Kind, office: dict[Kind, Cleaned]) -> None:
    assert everything(OFFICE[kind]()).lower().count(CANARY.encode()) > 40

    assert CANARY.encode() not in everything(office[kind].content).lower()


@pytest.mark.parametrize("kind", OFFICE)
def test_the_owner_is_told_of_names_and_of_what_was_cut_off(kind: Kind, office: dict[Kind, Cleaned]) -> None:
    told = {(removal.trace, removal.found) for removal in office[kind].removals}

    name = "Canary Body" if kind is Kind.DOCX else "canary table"
    assert told >= {(Trace.NAMES, name), (Trace.CROPPED, "")}


def test_styles_of_word_keep_their_names_and_those_of_an_office_are_counted(
    office: dict[Kind, Cleaned],
) -> None:
    document = docx.Document(io.BytesIO(office[Kind.DOCX].content))
    styles = {each.text: each.style for each in document.paragraphs}
    marked, head, table = styles["Marked."], styles["Head"], document.tables[0].style

    assert marked
    assert head
    assert table
    assert (marked.name, head.name, table.name) == ("Style1", "Heading 1 Style2", "Table Grid")
    assert str(marked.font.color.rgb) == "C00000"
    assert marked.base_style == document.styles["Normal"]


def test_every_reference_to_a_style_leads_to_one(office: dict[Kind, Cleaned]) -> None:
    names = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    styles = part(office[Kind.DOCX], "word/styles1.xml")
    referred = values(part(office[Kind.DOCX], "word/document.xml"), *names) + values(styles, *names)

    assert "TOC1" not in referred
    assert set(referred) <= {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}


def test_links_and_fields_lead_to_the_place_by_its_new_name(office: dict[Kind, Cleaned]) -> None:
    document = part(office[Kind.DOCX], "word/document.xml")

    assert [mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")] == ["place1"]
    assert [link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")] == ["place1"]
    assert [" ".join(code.text.split()) for code in document.iter(f"{W}instrText")] == [
        'PAGEREF "place1" \\h',
        'TOC \\o "1-3" \\t "Style1,1"',
        'HYPERLINK "https://example.org/"',
        'SEQ "Label1" \\* ARABIC',
    ]


def test_in_an_open_document_too(office: dict[Kind, Cleaned]) -> None:
    document = opendocument.load(io.BytesIO(office[Kind.ODT].content))
    (mark,), (link,) = document.getElementsByType(text.Bookmark), document.getElementsByType(text.A)
    (reference,) = document.getElementsByType(text.BookmarkRef)

    assert link.getAttribute("href") == f"#{mark.getAttribute('name')}"
    assert reference.getAttribute("refname") == mark.getAttribute("name")
    marked = document.getElementsByType(text.P)[0]
    assert document.getStyleByName(marked.getAttribute("stylename"))


@pytest.mark.parametrize("kind", OFFICE)
def test_what_was_cropped_is_cut_off(kind: Kind, office: dict[Kind, Cleaned]) -> None:
    with zipfile.ZipFile(io.BytesIO(office[kind].content)) as package:
        names = [name for name in package.namelist() if re.search(r"(?i)media/|pictures/", name)]
        shown = [Image.open(io.BytesIO(package.read(name))) for name in names]

    # One that is shown twice in the same way is there once; one that nothing shows is not.
    assert [(each.size, each.convert("RGB").getcolors()) for each in shown] == [
        ((192, 192), [(192 * 192, templates.RED)])
    ] * (2 if kind is Kind.DOCX else 1)


@pytest.mark.parametrize("kind", OFFICE)
def test_cleaned_twice_it_stays_as_it_is(kind: Kind, office: dict[Kind, Cleaned]) -> None:
    again = examination.examine(office[kind].content)

    assert again.removals == ()
    assert again.pages == office[kind].pages


def test_a_picture_in_a_wider_frame_keeps_the_frame() -> None:
    def frame(content: bytes) -> bytes:
        return content.replace(b'<a:srcRect r="50000"/>', b'<a:srcRect l="-20000" r="60000"/>')

    whole = rewritten(
        templates.word_of_an_office(),
        lambda parts: parts.update({"word/document.xml": frame(parts["word/document.xml"])}),
    )

    cleaned = examination.examine(whole)

    (cut,) = part(cleaned, "word/document.xml").iter("{*}srcRect")
    # Of the four tenths that are left, two tenths of the whole are a half.
    assert dict(cut.attrib) == {"l": "-50000"}
