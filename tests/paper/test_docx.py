"""The Word file: real styles, one column, nothing in it of who made it, and the same bytes every time."""

import io
import time
import zipfile
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from offramp.files import examination
from offramp.paper import writing
from offramp.paper.writing import Form
from tests.paper import pdf_pages
from tests.paper.samples import EVERY, RESUMES, sample


def made(name: str, **wanted: str) -> bytes:
    return writing.write(sample(name), Form.DOCX, **wanted)


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def style(paragraph: Paragraph) -> str:
    assert paragraph.style is not None
    return str(paragraph.style.name)


def keeps_with_next(paragraph: Paragraph) -> bool:
    """By itself, or by its style or the one that is based on."""
    assert paragraph.style is not None
    kept = paragraph.paragraph_format.keep_with_next
    found: Any = paragraph.style
    while kept is None and found is not None:
        kept, found = found.paragraph_format.keep_with_next, found.base_style
    return bool(kept)


def test_each_line_has_the_style_of_what_it_is() -> None:
    found = [(style(one), one.text) for one in opened(made("one-page")).paragraphs]

    assert [named for named in found if named[0] in ("Title", "Subtitle")] == [
        ("Title", "Dana Whitlock"),
        ("Subtitle", "Case Operations and Compliance Coordinator"),
    ]
    headings = [text for name, text in found if name == "Heading 1"]
    assert headings == ["Summary", "Work Experience", "Education", "Skills", "Languages", "Certifications"]
    assert found[found.index(("Heading 1", "Work Experience")) + 1 :][:4] == [
        ("Heading 2", "U.S. Department of Homeland Security  |  Phoenix, AZ"),
        ("Heading 3", "Senior Case Operations Officer"),
        ("Date", "March 2019 \N{EN DASH} present"),
        ("List Bullet", sample("one-page")["work"][0]["highlights"][0]),
    ]
    assert ("Heading 3", "Case Officer") in found


def test_a_bullet_is_a_real_one() -> None:
    document = opened(made("one-page"))
    number = document.styles["List Bullet"].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    numbering = document.part.numbering_part.element

    assert numbering.xpath(f"w:num[@w:numId='{number}']")
    assert numbering.xpath("string(w:abstractNum/w:lvl/w:numFmt/@w:val)") == "bullet"


@pytest.mark.parametrize("name", RESUMES)
def test_no_heading_and_no_head_is_left_alone_at_the_foot_of_a_page(name: str) -> None:
    paragraphs = opened(made(name)).paragraphs
    heads = ("Heading 1", "Heading 2", "Heading 3", "Date")
    for one, below in pairwise(paragraphs):
        if style(one) in heads and style(below) in ("Heading 3", "Date", "Normal", "List Bullet"):
            assert keeps_with_next(one), one.text
        if style(one) == "Heading 1":
            assert keeps_with_next(one), one.text


def test_an_entry_of_a_head_alone_does_not_drag_the_next_one_along() -> None:
    resume = {"work": [{"name": "Acme", "position": "Clerk"}, {"name": "Bolt", "highlights": ["Drove."]}]}
    _, _, clerk, bolt, _ = opened(writing.write(resume, Form.DOCX)).paragraphs

    assert (clerk.text, keeps_with_next(clerk)) == ("Clerk", False)
    assert (bolt.text, keeps_with_next(bolt)) == ("Bolt", True)


@pytest.mark.parametrize("name", EVERY)
def test_nothing_says_who_made_it_or_when(name: str) -> None:
    content = made(name)
    core = opened(content).core_properties

    assert core.created is core.modified is None
    assert not any(
        (core.author, core.last_modified_by, core.comments, core.title, core.keywords, core.subject)
    )
    assert "docProps/app.xml" not in parts(content)
    assert not [part for part in parts(content).values() if b"python" in part or b"Normal.dot" in part]


@pytest.mark.parametrize("name", ["federal", "letter"])
def test_what_cleans_a_strangers_file_finds_nothing_to_take_away(name: str) -> None:
    assert examination.examine(made(name)).removals == ()


@pytest.mark.parametrize("name", EVERY)
def test_a_tracking_system_meets_nothing_it_stumbles_over(name: str) -> None:
    content = made(name)
    names = set(parts(content))
    body = parts(content)["word/document.xml"]

    assert not [
        part for part in names if "header" in part or "footer" in part or "media" in part or "font" in part
    ]
    for stumbling in (
        b"<w:tbl",
        b"<w:txbxContent",
        b"<w:drawing",
        b"<w:pict",
        b"<w:cols",
        b"<w:tab/>",
        b"<w:br",
    ):
        assert stumbling not in body
    assert b"w:spacing w:val" not in parts(content)["word/styles.xml"]  # letters set apart


def test_the_same_sheet_is_the_same_file_whenever_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    first = made("one-page")
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)

    assert made("one-page") == first
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(("paper", "size"), [("letter", (7772400, 10058400)), ("a4", (7560310, 10692130))])
def test_it_has_the_size_that_was_asked_for(paper: str, size: tuple[int, int]) -> None:
    section = opened(made("one-page", paper=paper)).sections[0]

    assert abs((section.page_width or 0) - size[0]) < 1000
    assert abs((section.page_height or 0) - size[1]) < 1000


def test_each_design_has_a_look_in_word_too() -> None:
    styles = [parts(made("one-page", design=design))["word/styles.xml"] for design in writing.designs()]

    assert len(set(styles)) == len(styles)
    assert made("one-page") == made("one-page", design=writing.designs()[0])


@pytest.mark.parametrize(("name", "tag"), [("one-page", "en-US"), ("spanish", "es-US")])
def test_its_language_is_set_for_the_spelling(name: str, tag: str) -> None:
    styles = opened(made(name)).styles.element

    assert {lang.get(qn("w:val")) for lang in styles.iter(qn("w:lang"))} == {tag}


def test_a_federal_resume_prints_what_a_private_one_leaves_out() -> None:
    federal = [one.text for one in opened(made("federal")).paragraphs]
    private = [
        one.text
        for one in opened(writing.write(sample("federal") | {"x-purpose": "private"}, Form.DOCX)).paragraphs
    ]

    assert [text for text in federal if text not in private][:3] == [
        "Citizenship: United States  |  Veterans\N{RIGHT SINGLE QUOTATION MARK} preference: 5-point (TP)",
        "Series: 1896; Grade: GS-13; Hours per week: 50; Salary: $112,015 per year",
        "Supervisor: Helen Brandt, (915) 555-0111; May contact supervisor: yes",
    ]
    assert not [text for text in private if "GS-13" in text or "Brandt" in text]


def test_markup_in_a_field_stays_what_was_typed() -> None:
    typed = '<w:p/> & *bold* #read("/etc/passwd") ]]> {{ x }}'
    resume = {"work": [{"name": typed, "highlights": [typed]}]}

    assert [one.text for one in opened(writing.write(resume, Form.DOCX)).paragraphs] == [
        "Work Experience",
        typed,
        typed,
    ]


def test_the_last_bullet_of_a_position_keeps_the_one_before() -> None:
    bullets = ["A long sentence that says what was done and what came of it. " * 3] * 4
    work = [{"name": "Acme", "highlights": bullets}, {"name": "Bolt", "highlights": ["Drove.", "Wrote."]}]
    paragraphs = opened(writing.write({"work": work}, Form.DOCX)).paragraphs

    kept = [keeps_with_next(one) for one in paragraphs if style(one) == "List Bullet"]
    assert kept == [False, False, True, False, True, False]


def test_a_few_skills_stay_on_one_page_and_their_names_stand_out() -> None:
    resume = {"skills": [{"name": "Audit", "keywords": ["law"]}, {"name": "Maps"}]}
    _, audit, maps = opened(writing.write(resume, Form.DOCX)).paragraphs

    assert [(run.text, run.bold) for run in audit.runs] == [("Audit:", True), (" law", None)]
    assert [keeps_with_next(one) for one in (audit, maps)] == [True, False]


def test_a_certificate_stands_out_and_a_further_position_looks_like_the_first() -> None:
    paragraphs = opened(made("one-page", design="classic")).paragraphs
    bold = {one.text: one.runs[0].bold for one in paragraphs}

    assert bold["Certified Compliance Associate  |  Southwest Compliance Institute, September 2025"]
    assert bold["Senior Case Operations Officer"] is bold["Case Officer"] is None


@pytest.mark.parametrize("design", writing.designs())
@pytest.mark.parametrize("name", ["one-page", "letter"])
def test_it_begins_where_the_pdf_does(design: str, name: str) -> None:
    """The first line of both, and the lines below it."""
    document = opened(made(name, design=design))
    margin, title = document.sections[0].left_margin, document.paragraphs[0]
    assert margin is not None
    assert title.style is not None
    outdent = title.paragraph_format.left_indent
    if outdent is None:
        outdent = title.style.paragraph_format.left_indent or 0

    lefts = [box[0] for box in pdf_pages.boxes(writing.write(sample(name), Form.PDF, design=design))[0]]

    if design != "classic" or name == "letter":
        assert abs(min(lefts) - (margin + outdent) / 12700) < 2.5
    assert any(abs(left - margin / 12700) < 2.5 for left in lefts)


def test_what_may_run_over_a_page_is_set_smaller() -> None:
    sizes = []
    for number in (50, 53):
        work = [{"name": "Acme", "highlights": ["Counted the things that were there."] * number}]
        styles = opened(writing.write({"work": work}, Form.DOCX)).styles.element
        sizes.append(styles.xpath("string(//w:rPrDefault//w:sz/@w:val)"))

    assert sizes == ["20", "19"]


def test_a_letter_holds_its_name_to_its_closing() -> None:
    paragraphs = opened(made("letter")).paragraphs

    assert [one.text for one in paragraphs[:2]] == [
        "Dana Whitlock",
        "Phoenix, AZ  |  (602) 555-0142  |  dana.whitlock@example.org",
    ]
    assert [one.text for one in paragraphs[-2:]] == ["Sincerely,", "Dana Whitlock"]
    assert keeps_with_next(paragraphs[-2])


@pytest.mark.parametrize("first", [0, 0x2000, 0xD700, 0xFD00, 0x1FF00])
def test_no_character_breaks_the_file(first: int) -> None:
    """A Word file may not hold some of them, and one of those would cost the whole of it."""
    every = "".join(chr(code) for code in range(first, first + 0x400) if not 0xD800 <= code < 0xE000)
    resume = {"basics": {"name": every}, "work": [{"summary": every, "highlights": [every]}]}

    assert opened(writing.write(resume, Form.DOCX)).paragraphs


def test_every_script_has_room_in_a_word_file() -> None:
    resume = {"basics": {"name": "ليلى", "label": "מורה"}, "work": [{"name": "東京 🚒"}]}

    assert [one.text for one in opened(writing.write(resume, Form.DOCX)).paragraphs] == [
        "ليلى",
        "מורה",
        "Work Experience",
        "東京 🚒",
    ]
