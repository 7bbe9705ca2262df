"""Lines: what a person sees as one line of a page or a text, whichever file it comes from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from offramp.files.runs import Run
from offramp.paper.reading import days

# Glyphs that begin an item: arrows, shapes, signs; a letter o and the dashes only with a space behind them.
_GLYPH = re.compile(
    r"^\s*(?:[\u2022\u2023\u2043\u2219\u00b7\u00a7\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\uf000-\uf0ff\ufffd]\ufe0f?\s*|"
    r"[\u2013\u2014](?=[A-ZÁÉÍÓÚÑ][a-z])|(?:[-\u2010-\u2015*+>~\u203a\u00bb]|o)(?:\s+|$))"
)
# Drawings that fonts of icons have for letters: an envelope, a telephone. Word's own dots are none of them.
_ICON = re.compile(r"\s*[\ue000-\uefff\uf100-\uf8ff\U000f0000-\U0010fffd]\s*|(?<=\S)\s*[\uf000-\uf0ff]\s*")
_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
# Where letters turn bold or plain again, until it is known whether that parts a line.
BOUND = "\u2063"
_APART = re.compile(rf"\s{{3,}}|\s*\t\s*|{BOUND}")
_RULE = re.compile(r"^\s*[-=_*~\u2500-\u257f\u2010-\u2015]{3,}\s*$")


@dataclass(frozen=True)
class Line:
    """One line; its parts stand apart in it: by a wide gap, a tab, or as cells of a row."""

    parts: tuple[str, ...]
    item: int = 0  # begins an item of a list, so deep
    is_item_by_look: bool = False  # indented like an item, without any mark
    heading: int = 0
    size: float = 0.0
    is_bold: bool = False
    is_italic: bool = False
    left: float = 0.0
    right: float = 0.0
    baseline: float = 0.0
    page: int = 0
    cell: tuple[int, int, int] = (0, 0, 0)
    is_apart: bool = False  # more space above than between other lines
    continues: bool = False  # goes on with the sentence of the line above
    into: tuple[int, ...] = ()  # and each of its parts with which of that line's
    begins_column: bool = False
    glyph: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.parts)


def without_icons(text: str) -> str:
    """Return a text in which icons only keep apart what they stand between."""
    bare = _ICON.sub(BOUND, text) if _ICON.search(text) else text
    return re.sub(rf"^[{BOUND}\s]*{BOUND}|{BOUND}[{BOUND}\s]*$", "", bare)


def of_text(text: str) -> list[Line]:
    """Return the lines of a plain text."""
    rows = [without_icons(row.rstrip()) for row in text.split("\n")]
    edge = _wrapped_at(rows)
    made: list[Line] = []
    is_apart = False
    before = ""
    for row in rows:
        if not row.strip() or _RULE.match(row):
            # A rule of dashes keeps its words apart like an empty line; it says nothing itself.
            is_apart, before = True, ""
            continue
        line = marked(Line((row,), is_apart=is_apart))
        is_cut = bool(before) and days.is_cut(before, row)
        if is_cut:
            line = Line((row,))
        goes_on = is_cut or (bool(before) and not line.item and _goes_on(before, row, edge, made[-1]))
        made.append(parted(replace(line, continues=goes_on, left=float(len(row) - len(row.lstrip())))))
        is_apart, before = False, row
    return made


def of_document(runs: Iterable[Run]) -> list[Line]:
    """Return the paragraphs of a document; cells of one row are one line where they hold one each."""
    made: list[Line] = []
    is_apart = False
    for _, group in groupby(runs, key=lambda run: run.line):
        line = _paragraph(list(group))
        if not line.text.strip():
            is_apart = True
            continue
        made.append(replace(line, is_apart=is_apart))
        is_apart = False
    return [parted(line) for line in _rows(made)]


def _paragraph(runs: Sequence[Run]) -> Line:
    said = [run for run in runs if run.text.strip()] or runs
    text = "".join(
        (BOUND if _is_bound(before, run) else "") + run.text
        for before, run in zip([None, *runs], runs, strict=False)
    )
    first = said[0]
    line = Line(
        (without_icons(text),),
        item=first.item,
        heading=first.heading,
        size=first.size,
        is_bold=first.is_bold,
        cell=first.cell,
    )
    return marked(line)


def _is_bound(before: Run | None, run: Run) -> bool:
    return (
        before is not None
        and before.is_bold != run.is_bold
        and bool(before.text.strip() and run.text.strip())
        and (before.text[-1:].isspace() or run.text[:1].isspace() or run.text[:1] in ",|")
    )


def _rows(lines: list[Line]) -> Iterator[Line]:
    """Join the cells of a row whose first is one short line, such as a date, with the line beside it."""
    for _, group in groupby(lines, key=lambda line: line.cell[:2] if line.cell[0] else (0, id(line))):
        row = list(group)
        columns = [list(cell) for _, cell in groupby(row, key=lambda line: line.cell[2])]
        if len(columns) > 1 and all(len(cell) == 1 for cell in columns[:-1]):
            first = columns[-1][0]
            parts = (*(part for cell in columns[:-1] for part in cell[0].parts), *first.parts)
            yield replace(
                columns[0][0], parts=parts, is_bold=first.is_bold or columns[0][0].is_bold, is_apart=True
            )
            yield from columns[-1][1:]
        else:
            yield from (
                (replace(line, is_apart=line.is_apart or at == 0) for at, line in enumerate(row))
                if row[0].cell[0]
                else row
            )


def marked(line: Line) -> Line:
    """Return the line without the glyph that makes it an item, and as an item."""
    first = line.parts[0]
    found = _GLYPH.match(first) or (_NUMBER.match(first) if line.item else None)
    if not found or not (first[found.end() :].strip() or line.parts[1:]):
        return line
    rest = first[found.end() :]
    parts = (rest, *line.parts[1:]) if rest.strip() else line.parts[1:]
    return replace(line, parts=parts, item=line.item or 1, glyph=found[0].strip())


def parted(line: Line) -> Line:
    """Return the line with what stands apart in it as parts of their own."""
    if line.item or len(line.text.split()) > 16:
        parts = [" ".join(part.replace(BOUND, "").split()) for part in line.parts]
    else:
        parts = [" ".join(piece.split()) for part in line.parts for piece in _APART.split(part)]
    return replace(line, parts=tuple(part for part in parts if part))


def _wrapped_at(rows: list[str]) -> int:
    """Return the column at which a text was broken into lines; 0 if it was not."""
    lengths = sorted(len(row) for row in rows if row.strip())
    if not lengths or lengths[-1] > 130 or lengths[-1] < 50:
        return 0
    # A small letter below a long line shows that somebody broke it; else long lines end where they mean to.
    is_broken = any(
        len(row) > lengths[-1] - 14 and below.strip()[:1].islower() for row, below in pairwise(rows)
    )
    return lengths[-1] if is_broken else 0


def _goes_on(before: str, row: str, edge: int, above: Line) -> bool:
    """Tell whether a row was only broken off: its first word had no room in the row before."""
    word = row.split(maxsplit=1)[0]
    if _APART.search(before.strip()):
        return False
    indent = len(row) - len(row.lstrip())
    if above.item and indent >= 2 and not _APART.search(row.strip()) and row.lstrip()[0].islower():
        return True
    return bool(edge) and len(before.rstrip()) + 1 + len(word) > edge and len(before) > 45
