"""The lines of an OpenDocument text: paragraphs with their heading, list level and table cell."""

from collections.abc import Iterator

from offramp.files.confined import markup
from offramp.files.confined.markup import Element
from offramp.files.confined.odt_names import DRAW, MANIFEST, OFFICE, STYLE, TABLE, TEXT
from offramp.files.confined.parts import Parts
from offramp.files.confined.telling import Telling
from offramp.files.kinds import Kind
from offramp.files.refusals import Broken, Encrypted
from offramp.files.runs import Run

_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LETTERS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{TEXT}soft-page-break": ""}
_LEFT_OUT = (f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{TEXT}sequence-decls")
_MANIFEST = "META-INF/manifest.xml"
Place = tuple[int, tuple[int, int, int]]


def lines(parts: Parts) -> Telling:
    """Return the paragraphs of a text. Raises Encrypted, Broken, TooMuchInside."""
    if _MANIFEST in parts:
        manifest = markup.read(parts.read(_MANIFEST))
        if next(manifest.iter(f"{MANIFEST}encryption-data"), None) is not None:
            raise Encrypted
    content = markup.read(parts.read("content.xml"))
    styles = markup.read(parts.read("styles.xml")) if "styles.xml" in parts else None
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Broken
    told = Telling(Kind.ODT)
    reading = _Reading(_bold(content) | (_bold(styles) if styles is not None else set()))
    above = styles.iter(f"{STYLE}header") if styles is not None else ()
    below = styles.iter(f"{STYLE}footer") if styles is not None else ()
    for container in (*above, body, *below):
        for run in reading.blocks(container, (0, (0, 0, 0))):
            told.add(run)
    return told


def _bold(root: Element) -> set[str]:
    """Return the names of styles whose letters are bold."""
    return {
        style.get(f"{STYLE}name", "")
        for style in root.iter(f"{STYLE}style")
        for manner in style.iterfind(f"{STYLE}text-properties")
        if manner.get(f"{_FO}font-weight") == "bold"
    }


class _Reading:
    """Counts lines and tables while it goes through a text."""

    def __init__(self, bold: set[str]) -> None:
        self._bold = bold
        self._line = self._table = 0

    def blocks(self, container: Element, place: Place) -> Iterator[Run]:
        item, cell = place
        for block in container:
            if block.tag in (f"{TEXT}h", f"{TEXT}p"):
                yield from self._paragraph(block, place)
                # Of a list item's paragraphs only the first begins it.
                place = (0, cell)
            elif block.tag == f"{TABLE}table":
                yield from self._cells(block)
            elif block.tag == f"{TEXT}list":
                for each in block:
                    yield from self.blocks(each, (item + 1, cell))
            elif block.tag not in _LEFT_OUT and isinstance(block.tag, str):
                yield from self.blocks(block, place)

    def _cells(self, table: Element) -> Iterator[Run]:
        self._table += 1
        number = self._table
        for row, element in enumerate(table.iter(f"{TABLE}table-row"), start=1):
            for column, cell in enumerate(element, start=1):
                yield from self.blocks(cell, (0, (number, row, column)))

    def _paragraph(self, block: Element, place: Place) -> Iterator[Run]:
        item, cell = place
        level = block.get(f"{TEXT}outline-level", "1")
        heading = int(level[:1]) if block.tag == f"{TEXT}h" and level.isdigit() else 0
        is_strong = block.get(f"{TEXT}style-name", "") in self._bold
        self._line += 1
        for text, is_bold in self._words(block, is_strong=is_strong):
            for number, part in enumerate(text.split("\n")):
                self._line += 1 if number and not item else 0
                shown = f" {part}" if number and item else part
                yield Run(shown, line=self._line, heading=heading, item=item, cell=cell, is_bold=is_bold)
        for box in block.iter(f"{DRAW}text-box"):
            yield from self.blocks(box, (0, cell))

    def _words(self, element: Element, *, is_strong: bool) -> Iterator[tuple[str, bool]]:
        yield element.text or "", is_strong
        for child in element:
            if child.tag == f"{TEXT}s":
                yield " " * min(int(child.get(f"{TEXT}c", "1")), 1000), is_strong
            elif child.tag in _LETTERS:
                yield _LETTERS[child.tag], is_strong
            elif child.tag == f"{TEXT}note":
                for part in child.iter(f"{TEXT}p"):
                    yield from self._words(part, is_strong=is_strong)
            elif isinstance(child.tag, str) and not child.tag.startswith(DRAW) and child.tag not in _LEFT_OUT:
                named = child.get(f"{TEXT}style-name", "")
                yield from self._words(child, is_strong=is_strong or named in self._bold)
            yield child.tail or "", is_strong
