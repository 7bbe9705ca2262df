"""A résumé or letter as a Word file: real styles, one column, and no word of who made it or when."""

import importlib.resources
import io
import zipfile

import docx
from docx.document import Document
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.text.paragraph import Paragraph

from offramp.paper.sheet import Block, Entry, LetterSheet, Line, Role, Sheet
from offramp.paper.writing import length, rows, word_looks
from offramp.paper.writing.word_looks import Look

_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_relations.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document_relations.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
_PAPERS = {"letter": (Mm(215.9), Mm(279.4)), "a4": (Mm(210), Mm(297))}
_TOP = Mm(17.8)
_LETTER_MARGINS = (Mm(29.2), Mm(22.9))  # at the sides; above and below
_LANGUAGES = {"en": "en-US", "es": "es-US"}
_BETWEEN_ENTRIES, _BETWEEN_LINES = Pt(6.5), Pt(1.5)
_FEW = 6  # skills or languages that stay on one page
_SHORT_LIST = 400  # characters
_BETWEEN = "  |  "  # what every tracking system knows between a telephone number and an address


def write(sheet: Sheet | LetterSheet, design: str, paper: str) -> bytes:
    """The same bytes for the same sheet, whenever it is written."""
    look = word_looks.LOOKS.get(design, word_looks.LOOKS["plain"]).resized(length.guessed_size(sheet))
    document = _empty(look, sheet.language)
    _set_page(document.sections[0], look, paper, is_letter=isinstance(sheet, LetterSheet))
    _write_top(document, sheet)
    if isinstance(sheet, LetterSheet):
        _write_letter(document, sheet)
    else:
        for block in sheet.blocks:
            _write_block(document, block)
    file = io.BytesIO()
    document.save(file)
    return _packed(_parts_of(file))


def _empty(look: Look, language: str) -> Document:
    """From parts of our own: what python-docx brings names itself, a date, a template and a thumbnail."""
    folder = importlib.resources.files("offramp.paper.writing") / "word"
    parts = {name: (folder / file).read_bytes() for name, file in _PARTS.items()}
    parts["word/styles.xml"] = look.dress(parts["word/styles.xml"], _LANGUAGES[language])
    return docx.Document(io.BytesIO(_packed(parts)))


def _set_page(section: Section, look: Look, paper: str, *, is_letter: bool) -> None:
    section.page_width, section.page_height = _PAPERS[paper]
    section.left_margin, section.right_margin = map(Mm, look.margins)
    section.top_margin = section.bottom_margin = _TOP
    if is_letter:
        section.left_margin = section.right_margin = _LETTER_MARGINS[0]
        section.top_margin = section.bottom_margin = _LETTER_MARGINS[1]


def _write_top(document: Document, sheet: Sheet | LetterSheet) -> None:
    if sheet.name:
        document.add_paragraph(sheet.name, "Title")
    if isinstance(sheet, Sheet) and sheet.label:
        document.add_paragraph(sheet.label, "Subtitle")
    for row in (*rows.packed(sheet.contact), *rows.packed(sheet.facts if isinstance(sheet, Sheet) else ())):
        document.add_paragraph(_BETWEEN.join(row), "Message Header")
    if isinstance(sheet, LetterSheet):
        for paragraph in document.paragraphs:
            paragraph.paragraph_format.left_indent = 0  # no heading of a letter stands out


def _write_block(document: Document, block: Block) -> None:
    document.add_paragraph(block.heading, "Heading 1")
    is_list = block.is_compact and len(block.entries) > 1
    heads = rows.heads(block)
    # What is one line long needs no more room than the lines of a list.
    room = _BETWEEN_LINES if max(map(len, heads), default=0) < 2 and _are_bare(block) else _BETWEEN_ENTRIES
    for number, (entry, head) in enumerate(zip(block.entries, heads, strict=True)):
        _write_head(document, entry, head, room=room if number else Pt(0))
        for text in entry.text:
            paragraph = _write_text(document, text, is_list=is_list)
            announces = bool(entry.bullets) and len(text) < _SHORT_LIST
            if announces or (is_list and number + 1 < len(block.entries) <= _FEW):
                paragraph.paragraph_format.keep_with_next = True
        _write_bullets(document, entry.bullets)


def _are_bare(block: Block) -> bool:
    return not any(entry.text or entry.bullets for entry in block.entries)


def _write_head(document: Document, entry: Entry, head: list[list[Line]], *, room: Length) -> None:
    for number, (line, *others) in enumerate(head):
        style = _style(entry, line)
        paragraph = document.add_paragraph("", style)
        run = paragraph.add_run(line.text)
        if style == "Heading 2" and line.role is Role.TITLE:
            run.bold = True  # a certificate stands out where an employer may not
        for other in others:
            paragraph.add_run(_BETWEEN + other.text, "Subtle Emphasis")
        if not number:
            paragraph.paragraph_format.space_before = room
        # Where nothing of this entry follows, it must not drag the next one over the page with it.
        is_followed = number + 1 < len(head) or bool(entry.text or entry.bullets)
        paragraph.paragraph_format.keep_with_next = is_followed


def _write_bullets(document: Document, bullets: tuple[str, ...]) -> None:
    """A page never begins with the last one alone: a short list is kept whole, of a long one the last two."""
    kept = len(bullets) if sum(map(len, bullets)) < _SHORT_LIST else 2
    for number, bullet in enumerate(bullets):
        paragraph = document.add_paragraph(bullet, "List Bullet")
        if len(bullets) - kept <= number < len(bullets) - 1:
            paragraph.paragraph_format.keep_with_next = True


def _write_text(document: Document, text: str, *, is_list: bool) -> Paragraph:
    """Of a list of skills, the word before the colon stands out."""
    name, colon, rest = text.partition(": ") if is_list else (text, "", "")
    if not colon:
        return document.add_paragraph(text)
    paragraph = document.add_paragraph()
    paragraph.add_run(name + ":").bold = True
    paragraph.add_run(" " + rest)
    return paragraph


def _style(entry: Entry, line: Line) -> str:
    """Whatever begins an entry is a heading; a title below its employer is one of the next level."""
    if line.role is Role.TITLE and (entry.is_further or line is not entry.head[0]):
        return "Heading 3"
    return "Heading 2" if line is entry.head[0] else "Date"


def _write_letter(document: Document, letter: LetterSheet) -> None:
    """Lines that follow one another closely, and texts with room below; the name stays with the closing."""
    *close, last = letter.to or ("",)
    lines = [("", "Body Text"), (letter.day, "Body Text"), *((line, "Body Text 2") for line in close)]
    lines += [(text, "Body Text") for text in (last, letter.greeting, *letter.paragraphs)]
    lines += [(letter.closing, "Closing"), (letter.name, "Body Text 2")]
    for number, (text, style) in enumerate(lines):
        if text or not number:
            document.add_paragraph(text, style)


def _packed(parts: dict[str, bytes]) -> bytes:
    """With the earliest time a package can carry, so that it does not say when somebody was working."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, part)
    return file.getvalue()


def _parts_of(file: io.BytesIO) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}
