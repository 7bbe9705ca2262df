"""Word files by python-docx: as most people write them, and with a table for the dates."""

import io

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Inches, Pt
from docx.table import _Cell

from benchmarks.resumes.script import Entry, Part, Row, Script
from benchmarks.resumes.style import Style


def write(script: Script, style: Style) -> bytes:
    """Return a file without tables."""
    return _Writing(script, style).written(has_table=False)


def write_table(script: Script, style: Style) -> bytes:
    """Return a file whose entries are rows: dates in the left cell, all else in the right one."""
    return _Writing(script, style).written(has_table=True)


class _Writing:
    def __init__(self, script: Script, style: Style) -> None:
        self._script, self._style = script, style
        self._file: Document = docx.Document()
        self._file.styles["Normal"].font.size = Pt(10.5)
        self._has_styles = style.chance.random() < 0.6

    def written(self, *, has_table: bool) -> bytes:
        self._top()
        for part in self._script.parts:
            self._heading(part.heading)
            if has_table and part.entries:
                self._table(part)
            else:
                for entry in part.entries:
                    self._entry(self._file, entry)
            for text in part.lines:
                self._file.add_paragraph(text)
            for text in part.bullets:
                self._bullet(self._file, text)
        file = io.BytesIO()
        self._file.save(file)
        return file.getvalue()

    def _top(self) -> None:
        script = self._script
        if self._has_styles:
            self._file.add_paragraph(script.name, style="Title")
        else:
            self._strong(self._file, script.name).runs[0].font.size = Pt(18)
        self._file.add_paragraph(script.label)
        for line in self._style.contact.join(script.contact).split("\n"):
            self._file.add_paragraph(line)
        for line in script.facts:
            self._file.add_paragraph(line)

    def _heading(self, text: str) -> None:
        if not text:
            return
        if self._has_styles:
            self._file.add_heading(text, 1)
        else:
            self._strong(self._file, text).runs[0].font.size = Pt(12)

    def _table(self, part: Part) -> None:
        table = self._file.add_table(0, 2)
        for entry in part.entries:
            cells = table.add_row().cells
            cells[0].width, cells[1].width = Inches(1.5), Inches(5)
            cells[0].paragraphs[0].text = entry.margin
            self._entry(cells[1], entry)
            first = cells[1].paragraphs[0]
            if not first.text:
                first._element.getparent().remove(first._element)

    def _entry(self, where: Document | _Cell, entry: Entry) -> None:
        for number, row in enumerate([*entry.above, *entry.rows]):
            self._row(where, row, is_strong=number == 0)
        for text in entry.lines:
            where.add_paragraph(text)
        for text in entry.bullets:
            self._bullet(where, text)

    def _row(self, where: Document | _Cell, row: Row, *, is_strong: bool) -> None:
        left, right = row
        paragraph = where.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Inches(6), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(left).bold = is_strong
        if right:
            paragraph.add_run(f"\t{right}")

    def _strong(self, where: Document | _Cell, text: str):  # type: ignore[no-untyped-def]
        paragraph = where.add_paragraph()
        paragraph.add_run(text).bold = True
        return paragraph

    def _bullet(self, where: Document | _Cell, text: str) -> None:
        if self._has_styles:
            where.add_paragraph(text, style="List Bullet")
        else:
            where.add_paragraph(f"{self._style.glyph}\t{text}")
