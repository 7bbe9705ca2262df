"""A résumé as it comes out of an office: python-docx writes it, and what Word adds is put in by hand."""

import io

import docx

from tests.files import pictures
from tests.files.canaries import AUTHOR, COMMENT, COMPANY, EDITOR, KEPT, STRUCK_OUT, TEMPLATE
from tests.files.packages import RELATIONS, put_before, relate, rewritten

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word() -> bytes:
    """A résumé as it comes out of an office: python-docx writes it, and what Word adds is put in by hand."""
    document = docx.Document()
    document.core_properties.author, document.core_properties.last_modified_by = AUTHOR, EDITOR
    document.add_heading("Experience", 1)
    document.add_paragraph(KEPT)
    document.add_paragraph("Trained officers", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2019", "Instructor"
    document.add_picture(io.BytesIO(pictures.jpeg()))
    document.sections[0].header.paragraphs[0].text = "A résumé"
    file = io.BytesIO()
    document.save(file)
    return rewritten(file.getvalue(), _as_in_an_office)


def _as_in_an_office(parts: dict[str, bytes]) -> None:
    who = f'w:author="{AUTHOR}" w:date="2026-01-02T03:04:05Z"'
    put_before(
        parts, "word/document.xml", b"<w:sectPr",
        f'<w:p w:rsidR="00CA11A8"><w:pPr><w:rPr><w:del w:id="7" {who}/></w:rPr></w:pPr>'
        f'<w:del w:id="1" {who}><w:r><w:delText>{STRUCK_OUT}</w:delText></w:r></w:del></w:p>'
        f'<w:p w:rsidRDefault="00CA11A8"><w:commentRangeStart w:id="0"/><w:ins w:id="2" {who}><w:r>'
        f'<w:t>I write reports.</w:t></w:r></w:ins><w:commentRangeEnd w:id="0"/>'
        f'<w:r><w:commentReference w:id="0"/></w:r>'
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText> FILENAME canary </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> Shown.</w:t></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    )  # fmt: skip
    _relate_to_the_office(parts, who)
    _set_in_the_office(parts)
    named = b'name="image.jpg"'
    put_before(parts, "word/document.xml", named, r'descr="C:\Users\canary\me.jpg" ')


def _relate_to_the_office(parts: dict[str, bytes], who: str) -> None:
    comment = f'<w:comment w:id="0" {who}><w:p><w:r><w:t>{COMMENT}</w:t></w:r></w:p></w:comment>'
    parts["word/comments.xml"] = f'<w:comments xmlns:w="{_W}">{comment}</w:comments>'.encode()
    relate(parts, "word/_rels/document.xml.rels", "comments", "comments.xml", as_id="c1")
    parts["word/people.xml"] = f"<people>{AUTHOR}</people>".encode()
    relate(parts, "word/_rels/document.xml.rels", "people", "people.xml", as_id="c2")
    parts["customXml/item1.xml"] = b"<canary/>"
    relate(parts, "word/_rels/document.xml.rels", "customXml", "../customXml/item1.xml", as_id="c3")


def _set_in_the_office(parts: dict[str, bytes]) -> None:
    template = f"file:///D:/canary/{TEMPLATE}"
    relate(parts, "word/_rels/settings.xml.rels", "attachedTemplate", template, outside=True, as_id="t1")
    put_before(
        parts, "word/settings.xml", b"</w:settings>",
        f'<w:attachedTemplate r:id="t1" xmlns:r="{RELATIONS}"/>'
        '<w:rsids><w:rsidRoot w:val="00CA11A8"/></w:rsids>'
        '<w:docVars><w:docVar w:name="a" w:val="canary"/></w:docVars>',
    )  # fmt: skip
    properties = f"<Company>{COMPANY}</Company><Template>{TEMPLATE}</Template>"
    put_before(parts, "docProps/app.xml", b"</Properties>", properties)
    parts["docProps/custom.xml"] = b"<Properties>canary</Properties>"
