"""Rows of one column as lines: which go on with the one above, which stand apart, which begin an item."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from offramp.files.runs import Run
from offramp.paper.reading import days, places
from offramp.paper.reading.lines import BOUND, Line, marked, parted

Row = list[Run]
_DASHES = {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014"}
# What nothing ends with, if it is whole.
_OPEN = re.compile(
    r"(?:,|&|\b(?:and|of|for|the|with|in|to|a|an|or|by|de|del|y|la|las|los|el|en|con|para))$", re.IGNORECASE
)


def lines(rows: list[Row], edge: float) -> list[Line]:
    """Return the lines of one column, given where its letters end on the right."""
    return _Setting(rows, edge).lines() if rows else []


class _Setting:
    def __init__(self, rows: list[Row], edge: float) -> None:
        self._rows, self._edge = rows, edge
        self._width = max(edge - min(row[0].left for row in rows), 1.0)
        rows = [self._closed(row) for row in rows]
        rows, self._item_edge = _without_margin(rows, edge)
        self._is_in_item = False
        self._rows = rows = [_with_date(row, below) for row, below in zip(rows, [*rows[1:], []], strict=True)]
        self._pitch = _pitch(rows)
        self._lines = [_line(row) for row in rows]
        self._glyphs = Counter(line.glyph for line in self._lines if line.item)
        # The last run of each part of the line that is being gathered.
        self._cells: Row = []

    def _closed(self, row: Row) -> Row:
        """Close the wide spaces of a narrow column that is set with even edges."""
        made = row[:1]
        for run in row[1:]:
            before = made[-1]
            if self._width < 20 * run.size and run.left - before.right < 1.8 * run.size:
                made[-1] = replace(before, text=f"{before.text.rstrip()} {run.text}", right=run.right)
            else:
                made.append(run)
        return made

    def lines(self) -> list[Line]:
        made: list[Line] = []
        for at, row in enumerate(self._rows):
            line = self._lines[at]
            above = self._rows[at - 1] if at else None
            into = self._into(above, row, line) if above else ()
            if above:
                line = replace(line, is_apart=_space(above, row) > 1.22 * self._pitch)
            if into:
                line = replace(
                    line, parts=tuple(run.text.replace(BOUND, "") for run in row), item=0, glyph=""
                )
                line = replace(line, continues=True, into=into)
                is_whole = any(
                    days.is_cut(self._cells[part].text, run.text) for run, part in zip(row, into, strict=True)
                )
                for run, part in zip(row, into, strict=True):
                    self._cells[part] = run
                self._cells = [] if is_whole else self._cells
            else:
                self._cells = list(row)
                self._is_in_item = bool(line.item)
            made.append(line if line.continues else parted(line))
        return made

    def _into(self, above: Row, row: Row, line: Line) -> tuple[int, ...]:
        """Return which parts of the line above each piece goes on with; nothing where it does not."""
        is_mark = line.item and (line.glyph not in _DASHES or self._glyphs[line.glyph] > 1)
        is_far = above[0].page == row[0].page and _space(above, row) > max(1.3 * self._pitch, 1.45)
        if is_mark or is_far or not self._cells:
            return ()
        if (
            len(row) == len(self._cells) + 1 == 2
            and _begins_dated(row[1].text)
            and self._into(above, row[:1], line)
        ):
            self._cells.append(row[1])
            return (0, 1)
        if len(row) > len(self._cells):
            return ()
        found = []
        for run in row:
            part = self._part_of(run)
            if part is None or not self._goes_on(part, run, is_strict=bool(line.item)):
                return ()
            found.append(part)
        return tuple(found) if len(set(found)) == len(found) else ()

    def _part_of(self, run: Run) -> int | None:
        cells = self._cells
        if (
            len(cells) > 1
            and days.is_cut(cells[-1].text, run.text)
            and (run.left < cells[0].left + 4 or run.left > cells[0].right)
        ):
            return len(cells) - 1
        if len(cells) == 1:
            return 0 if cells[0].left - 45 < run.left < cells[0].left + 60 else None
        for at, cell in enumerate(cells):
            if abs(cell.left - run.left) < 4 or (at and abs(cell.right - run.right) < 4):
                return at
        return None

    def _goes_on(self, part: int, run: Run, *, is_strict: bool) -> bool:
        cell = self._cells[part]
        text, start = cell.text.strip(), run.text.strip()
        if days.is_cut(text, start):
            return True
        if abs(cell.size - run.size) > 0.6 or (cell.is_bold and BOUND not in cell.text) != run.is_bold:
            return False
        if not self._is_in_item and (_is_dated(text) or places.parted(text)[1]) and not start[0].islower():
            return False
        limit = self._item_edge if self._is_in_item else self._edge
        if part + 1 < len(self._cells):
            limit = self._cells[part + 1].left - 0.2 * run.size
        letter = (cell.right - cell.left) / max(len(text), 1)
        is_full = cell.right + (len(start.split()[0]) + 1) * letter > limit - 0.004 * self._width
        if is_full or is_strict:
            return is_full
        if len(self._cells) > 1:
            return _OPEN.search(text) is not None and text[-1:] != ","
        is_alike = cell.right - cell.left > 0.55 * self._width
        goes_down = start[0].islower() and not text.endswith((".", ":", ";"))
        return bool(_OPEN.search(text)) or (is_alike and goes_down)


def _without_margin(rows: list[Row], edge: float) -> tuple[list[Row], float]:
    """Move dates and places beside items, in a margin on the right, up to the head they belong to."""
    made: list[Row] = []
    head = -1
    is_inside = False
    has_moved = False
    item_edges: list[float] = []
    for row in rows:
        is_item = bool(_line(row).item)
        is_beside = len(row) > 1 and row[-1].right > edge - 4 and _is_marginal(row[-1].text)
        if head >= 0 and is_beside and (is_item or is_inside) and not row[0].is_bold:
            made[head] = [*made[head], row[-1]]
            row, has_moved = row[:-1], True  # noqa: PLW2901 - the same row without its margin
        if is_item or is_inside:
            item_edges.append(row[0].right)
        if is_item:
            is_inside = True
        elif len(row) > 1 or row[0].is_bold:
            head, is_inside = len(made), False
        made.append(row)
    return made, max(item_edges) if has_moved else edge


def _is_marginal(text: str) -> bool:
    spans = days.spans(text.strip())
    is_date = bool(spans) and spans[0].start == 0 and spans[0].end >= len(text.strip())
    return is_date or places.is_place(text) or days.is_only_lasting(text)


def _with_date(row: Row, below: Row) -> Row:
    """Set a date apart that goes on below: "San Juan, PR  Sep 2012 -"."""
    last = row[-1] if row else None
    if not last or not below or not days.is_cut(last.text, below[-1].text):
        return row
    at = days.cut_begins(last.text)
    if not last.text[:at].strip():
        return row
    left = last.left + (last.right - last.left) * at / len(last.text)
    text = replace(last, text=last.text[:at].rstrip(), right=left - 1)
    return [*row[:-1], text, replace(last, text=last.text[at:], left=left)]


def _begins_dated(text: str) -> bool:
    return _is_dated(text) or days.cut_begins(text) == 0


def _is_dated(text: str) -> bool:
    """Tell whether a text ends with a whole date."""
    found = days.spans(text)
    return bool(found) and found[-1].end == len(text.rstrip()) and not text.rstrip().endswith(tuple(_DASHES))


def _line(row: Row) -> Line:
    first = max(row, key=lambda run: (run.size, len(run.text)))
    is_bold = next((run.is_bold for run in row if len(run.text.strip()) > 1), row[0].is_bold)
    return marked(
        Line(
            tuple(run.text for run in row),
            size=first.size,
            is_bold=is_bold,
            is_italic=row[0].is_italic,
            left=row[0].left,
            right=row[-1].right,
            baseline=row[0].bottom,
            page=row[0].page,
        )
    )


def _pitch(rows: list[Row]) -> float:
    """Return how far lines of a paragraph stand apart, in sizes of their letters."""
    spaces = [
        _space(above, row)
        for above, row in pairwise(rows)
        if above[0].page == row[0].page and 0.8 < _space(above, row) < 2.4
    ]
    return sorted(spaces)[len(spaces) // 4] if spaces else 1.2


def _space(above: Row, row: Row) -> float:
    if above[0].page != row[0].page:
        return 0.0
    return (row[0].bottom - above[0].bottom) / max(row[0].size, above[0].size, 1)
