"""The lines of a Word text: paragraphs with their style, list level and table cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from offramp.files.confined import markup, word_package, word_parts
from offramp.files.confined.findings import Findings
from offramp.files.confined.markup import Element
from offramp.files.confined.parts import Parts
from offramp.files.confined.telling import Telling
from offramp.files.confined.word_names import W
from offramp.files.kinds import Kind
from offramp.files.refusals import NotRecognised
from offramp.files.runs import Run

_LETTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
# In the order in which they are read: what stands above the text, the text, what stands below.
_ORDER = ("header", "officeDocument", "footnotes", "endnotes", "footer")
_HEADING = re.compile(r"(?:heading|título|titulo) ?(\d)", re.IGNORECASE)
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True)
class _Style:
    heading: int = 0
    item: int = 0
    is_bold: bool = False
    size: float = 0.0


def lines(parts: Parts, main: str) -> Telling:
    """Return the paragraphs of a text. Raises NotRecognised for tables and slides, Broken, TooMuchInside."""
    roots = {"officeDocument": [_read(parts, main, "officeDocument")]}
    if roots["officeDocument"][0].tag != f"{W}document":
        raise NotRecognised
    for relation in word_package.relations(parts, main):
        if relation.kind in (*_ORDER, "styles") and not relation.is_outside and relation.target in parts:
            roots.setdefault(relation.kind, []).append(_read(parts, relation.target, relation.kind))
    reading = _Reading({name: style for root in roots.get("styles", []) for name, style in _styles(root)})
    told = Telling(Kind.DOCX)
    for kind in _ORDER:
        for root in roots.get(kind, []):
            body = root.find(f"{W}body")
            for run in reading.blocks(root if body is None else body):
                told.add(run)
    return told


def _read(parts: Parts, name: str, kind: str) -> Element:
    root = markup.read(parts.read(name))
    word_parts.clean(root, kind, Findings())
    return root


def _styles(root: Element) -> Iterator[tuple[str, _Style]]:
    for style in root.iter(f"{W}style"):
        called = style.find(f"{W}name")
        name = called.get(f"{W}val", "") if called is not None else ""
        level = _HEADING.match(name)
        manner = _manner(style.find(f"{W}rPr"), _Style())
        yield (
            style.get(f"{W}styleId", ""),
            replace(
                manner,
                heading=int(level[1]) if level else int(name.lower() == "title"),
                item=_level(style.find(f"{W}pPr/{W}numPr")),
            ),
        )


def _manner(said: Element | None, inherited: _Style) -> _Style:
    if said is None:
        return inherited
    bold, size = said.find(f"{W}b"), said.find(f"{W}sz")
    is_bold = inherited.is_bold if bold is None else bold.get(f"{W}val", "1") not in _OFF
    told = size.get(f"{W}val", "") if size is not None else ""
    return replace(inherited, is_bold=is_bold, size=int(told[:4]) / 2 if told.isdigit() else inherited.size)


def _level(numbering: Element | None) -> int:
    if numbering is None:
        return 0
    level, which = numbering.find(f"{W}ilvl"), numbering.find(f"{W}numId")
    if which is not None and which.get(f"{W}val") == "0":
        return 0
    told = level.get(f"{W}val", "0") if level is not None else "0"
    return int(told[:1]) + 1 if told.isdigit() else 1


class _Reading:
    """Counts lines and tables while it goes through a text."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self._styles = styles
        self._line = self._table = 0

    def blocks(self, container: Element, cell: tuple[int, int, int] = (0, 0, 0)) -> Iterator[Run]:
        for block in container:
            if block.tag == f"{W}p":
                yield from self._paragraph(block, cell)
            elif block.tag == f"{W}tbl":
                yield from self._cells(block)
            elif block.tag in (f"{W}footnote", f"{W}endnote"):
                yield from self.blocks(block)

    def _cells(self, table: Element) -> Iterator[Run]:
        self._table += 1
        number = self._table
        for row, element in enumerate(table.findall(f"{W}tr"), start=1):
            for column, cell in enumerate(element.findall(f"{W}tc"), start=1):
                yield from self.blocks(cell, (number, row, column))

    def _paragraph(self, paragraph: Element, cell: tuple[int, int, int]) -> Iterator[Run]:
        said = paragraph.find(f"{W}pPr/{W}pStyle")
        style = self._styles.get(said.get(f"{W}val", "") if said is not None else "", _Style())
        numbering = paragraph.find(f"{W}pPr/{W}numPr")
        style = replace(style, item=style.item if numbering is None else _level(numbering))
        self._line += 1
        place = Run("", line=self._line, heading=style.heading, item=style.item, cell=cell)
        is_empty = True
        for element, letters in _words(paragraph):
            manner = _manner(element.getparent().find(f"{W}rPr"), style)
            for number, text in enumerate(letters.split("\n")):
                if number:
                    # A line broken by hand; inside a list it stays one item.
                    self._line += 0 if style.item else 1
                    text = f" {text}" if style.item else text  # noqa: PLW2901 - the same text, set apart
                is_empty = False
                yield replace(place, text=text, line=self._line, is_bold=manner.is_bold, size=manner.size)
        if is_empty:
            yield place
        for box in paragraph.iter(f"{W}txbxContent"):
            if _is_own(box, paragraph, f"{W}p"):
                yield from self.blocks(box)


def _words(paragraph: Element) -> Iterator[tuple[Element, str]]:
    for element in paragraph.iter(f"{W}t", *_LETTERS):
        # The tab of a paragraph's properties is a place on the ruler, and a box's words are its own.
        if element.getparent().tag == f"{W}r" and _is_own(element, paragraph, f"{W}p"):
            yield element, _LETTERS.get(element.tag, element.text or "")


def _is_own(element: Element, owner: Element, kind: str) -> bool:
    """Tell whether the nearest element of that kind around is the owner, and not one inside it."""
    return next(element.iterancestors(kind), None) is owner
