"""A résumé or letter as a Word file: real styles, one column, and no word of who made it or when."""

import importlib.resources
import io
import zipfile

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from offramp.paper.sheet import Block, Entry, LetterSheet, Line, Role, Sheet

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
# What stands in the styles, and what each design puts there: fonts that every Word has, as none is embedded.
_FONT, _INK = b"Calibri", b"1B2A41"
_PLAIN = (b"Calibri", b"000000")
_LOOKS = {"plain": _PLAIN, "classic": (b"Cambria", b"000000"), "modern": (b"Calibri", b"1B4A5C")}
_PAPERS = {"letter": (Mm(215.9), Mm(279.4)), "a4": (Mm(210), Mm(297))}
_LANGUAGES = {"en": "en-US", "es": "es-US"}
_BETWEEN = "  |  "  # what every tracking system knows between a telephone number and an address
_WIDEST = 105  # characters, so that no line ends with that stroke
# What may stand on one line with what comes before it; employer, title and dates never share one.
_RUNS_ON: dict[Role | None, Role] = {Role.PLACE_OF_WORK: Role.PLACE, Role.PLACE: Role.DATES}


def write(sheet: Sheet | LetterSheet, design: str, paper: str) -> bytes:
    """The same bytes for the same sheet, whenever it is written."""
    document = _empty(_LOOKS.get(design, _PLAIN), sheet.language, paper)
    _write_top(document, sheet)
    if isinstance(sheet, LetterSheet):
        _write_letter(document, sheet)
    else:
        for block in sheet.blocks:
            _write_block(document, block)
    file = io.BytesIO()
    document.save(file)
    return _packed(_parts_of(file))


def _empty(look: tuple[bytes, bytes], language: str, paper: str) -> Document:
    """From parts of our own: what python-docx brings names itself, a date, a template and a thumbnail."""
    folder = importlib.resources.files("offramp.paper.writing") / "word"
    parts = {name: (folder / file).read_bytes() for name, file in _PARTS.items()}
    font, ink = look
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(_FONT, font).replace(_INK, ink)
    document = docx.Document(io.BytesIO(_packed(parts)))
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), _LANGUAGES[language])
    section = document.sections[0]
    section.page_width, section.page_height = _PAPERS[paper]
    return document


def _write_top(document: Document, sheet: Sheet | LetterSheet) -> None:
    if sheet.name:
        document.add_paragraph(sheet.name, "Title")
    if isinstance(sheet, Sheet) and sheet.label:
        document.add_paragraph(sheet.label, "Subtitle")
    for line in _rows(sheet.contact):
        document.add_paragraph(line, "Contact")
    for fact in sheet.facts if isinstance(sheet, Sheet) else ():
        document.add_paragraph(fact, "Contact")


def _rows(pieces: tuple[str, ...]) -> list[str]:
    """As many on each line as stand there whole."""
    rows: list[str] = []
    for piece in pieces:
        longer = _BETWEEN.join((*rows[-1:], piece))
        rows[-1:] = [longer] if len(longer) <= _WIDEST else [*rows[-1:], piece]
    return rows


def _write_block(document: Document, block: Block) -> None:
    document.add_paragraph(block.heading, "Heading 1")
    for entry in block.entries:
        _write_entry(document, entry)


def _write_entry(document: Document, entry: Entry) -> None:
    row: list[Role] = []
    for line in entry.head:
        if line.role is _RUNS_ON.get(row[0] if len(row) == 1 else None):
            document.paragraphs[-1].add_run(_BETWEEN + line.text, "Aside")
            row.append(line.role)
            continue
        row = [line.role]
        paragraph = document.add_paragraph(line.text, _style(entry, line))
        paragraph.paragraph_format.keep_with_next = True
    if entry.head and not (entry.text or entry.bullets):
        # Nothing of this entry follows; it must not drag the next one over the page with it.
        document.paragraphs[-1].paragraph_format.keep_with_next = False
    for text in entry.text:
        document.add_paragraph(text)
    for bullet in entry.bullets:
        document.add_paragraph(bullet, "List Bullet")


def _style(entry: Entry, line: Line) -> str:
    """Whatever begins an entry is a heading; a title below its employer is one of the next level."""
    if line.role is Role.TITLE and (entry.is_further or line is not entry.head[0]):
        return "Further Position" if line is entry.head[0] else "Heading 3"
    return "Heading 2" if line is entry.head[0] else "Entry Detail"


def _write_letter(document: Document, letter: LetterSheet) -> None:
    """Lines that follow one another closely, and texts with room below; the name stays with the closing."""
    *close, last = letter.to or ("",)
    rows = [("", "Letter Text"), (letter.day, "Letter Text"), *((line, "Letter Line") for line in close)]
    rows += [(text, "Letter Text") for text in (last, letter.greeting, *letter.paragraphs)]
    rows += [(letter.closing, "Letter Line"), (letter.name, "Letter Line")]
    for number, (text, style) in enumerate(rows):
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
