"""PDF by reportlab: paragraphs, rows and lists."""

import importlib
import io
from html import escape
from typing import Any

from benchmarks.resumes.script import Entry, Row, Script
from benchmarks.resumes.style import Style

# reportlab comes without types, and only for this.
Flowable = Any


def write(script: Script, style: Style) -> bytes:
    """Return the file."""
    return _Drawing(style).drawn(script)


class _Drawing:
    def __init__(self, style: Style) -> None:
        self._platypus: Any = importlib.import_module("reportlab.platypus")
        styles: Any = importlib.import_module("reportlab.lib.styles")
        font = style.chance.choice(["Helvetica", "Times-Roman"])
        bold = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold"}[font]
        paragraph = styles.ParagraphStyle
        self._style = style
        self._plain = paragraph("plain", fontName=font, fontSize=10, leading=12.5)
        self._strong = paragraph("strong", parent=self._plain, fontName=bold)
        self._right = paragraph("right", parent=self._plain, alignment=2)
        self._heading = paragraph(
            "heading", parent=self._plain, fontName=bold, fontSize=12, spaceBefore=10, spaceAfter=3
        )
        self._name = paragraph("name", parent=self._plain, fontName=bold, fontSize=19, leading=24)
        self._item = paragraph(
            "item", parent=self._plain, leftIndent=14, bulletIndent=style.chance.choice([0, 4])
        )

    def drawn(self, script: Script) -> bytes:
        glyph = self._style.glyph if self._style.glyph in "•-\u2013o*" else "•"
        story = [self._text(script.name, self._name), self._text(script.label)]
        story += [self._text(line) for line in self._style.contact.join(script.contact).split("\n")]
        story += [self._text(line) for line in script.facts]
        for part in script.parts:
            story += [self._text(part.heading, self._heading)] if part.heading else []
            for entry in part.entries:
                story += self._entry(entry, glyph)
            story += [self._text(line) for line in part.lines]
            story += [self._text(text, self._item, glyph) for text in part.bullets]
        file = io.BytesIO()
        page = self._platypus.SimpleDocTemplate(file, pagesize=(612, 792), margin=54)
        page.build(story)
        return file.getvalue()

    def _text(self, text: str, style: Any = None, glyph: str | None = None) -> Flowable:
        return self._platypus.Paragraph(escape(text), style or self._plain, bulletText=glyph)

    def _entry(self, entry: Entry, glyph: str) -> list[Flowable]:
        made = [self._platypus.Spacer(1, 6)]
        for number, row in enumerate([*entry.above, *entry.rows]):
            made.append(self._row(row, self._strong if number == 0 else self._plain))
        made += [self._text(line) for line in entry.lines]
        return made + [self._text(text, self._item, glyph) for text in entry.bullets]

    def _row(self, row: Row, style: Any) -> Flowable:
        left, right = row
        if not right:
            return self._text(left, style)
        cells = [[self._text(left, style), self._text(right, self._right)]]
        padding = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
        return self._platypus.Table(cells, colWidths=[310, 146], style=padding)
