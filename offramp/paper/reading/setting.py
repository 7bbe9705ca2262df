"""Rows of one column as lines: which go on with the one above, which stand apart, which begin an item."""

import re
from collections import Counter
from dataclasses import replace

from offramp.files.runs import Run
from offramp.paper.reading import days, margins, places
from offramp.paper.reading import rows as spaced
from offramp.paper.reading.lines import BOUND, Line, parted
from offramp.paper.reading.rows import DASHES, Row

_MOST_SPACE = 1.95  # from one line to the next of a sentence, in sizes of its letters
_HANGING = 32  # points
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
        rows, self._item_edge = margins.without_margin(rows, edge)
        self._is_in_item = self._is_marked = False
        self._glyph_left = 0.0
        self._rows = rows = [
            margins.with_date(row, below) for row, below in zip(rows, [*rows[1:], []], strict=True)
        ]
        self._pitch = spaced.pitch(rows)
        self._lines = [spaced.line(row) for row in rows]
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
                line = replace(line, is_apart=spaced.space(above, row) > 1.22 * self._pitch)
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
                self._glyph_left = row[0].left
                self._is_marked = bool(line.item and line.glyph)
            made.append(line if line.continues else parted(line))
        return made

    def _into(self, above: Row, row: Row, line: Line) -> tuple[int, ...]:
        """Return which parts of the line above each piece goes on with; nothing where it does not."""
        is_mark = line.item and (line.glyph not in DASHES or self._glyphs[line.glyph] > 1)
        if is_mark and line.glyph in DASHES and self._is_in_item:
            # A dash in the middle of a sentence may be the first that had no room.
            is_mark = not (line.text[:1].islower() and row[0].left > self._glyph_left + 3)
        space = spaced.space(above, row)
        is_far = space > max(1.3 * self._pitch, 1.45)
        if is_mark or space > _MOST_SPACE or not self._cells:
            return ()
        if self._hangs(row):
            return (len(self._cells) - 1,)
        if (
            len(row) == len(self._cells) + 1 == 2
            and spaced.begins_dated(row[1].text)
            and self._into(above, row[:1], line)
        ):
            self._cells.append(row[1])
            return (0, 1)
        if len(row) > len(self._cells):
            return ()
        found = []
        for run in row:
            part = self._part_of(run)
            if part is None or not self._goes_on(
                part, run, is_strict=bool(line.item) or is_far, is_far=is_far
            ):
                return ()
            found.append(part)
        return tuple(found) if len(set(found)) == len(found) else ()

    def _hangs(self, row: Row) -> bool:
        """Tell whether a row stands below the words of an item, right of its mark."""
        return self._is_marked and len(row) == 1 and 4 < row[0].left - self._glyph_left < _HANGING

    def _part_of(self, run: Run) -> int | None:
        cells = self._cells
        if (
            len(cells) > 1
            and days.is_cut(cells[-1].text, run.text)
            and (run.left < cells[0].left + 4 or run.left > cells[0].right)
        ):
            return len(cells) - 1
        if len(cells) == 1 and days.is_cut(cells[0].text, run.text):
            return 0 if cells[0].left - 45 < run.left < cells[0].right else None
        if len(cells) == 1:
            return 0 if cells[0].left - 45 < run.left < cells[0].left + 60 else None
        if cells[0].text.rstrip().endswith(":") and abs(cells[0].left - run.left) < 4 and not run.is_bold:
            # Below a heading that its own line goes on behind.
            return len(cells) - 1
        for at, cell in enumerate(cells):
            if abs(cell.left - run.left) < 4 or (at and abs(cell.right - run.right) < 4):
                return at
        return None

    def _goes_on(self, part: int, run: Run, *, is_strict: bool, is_far: bool) -> bool:
        cell = self._cells[part]
        text, start = cell.text.strip(), run.text.strip()
        if days.is_cut(text, start) or _is_cut_place(text, start):
            return True
        if abs(cell.size - run.size) > 0.6 or (cell.is_bold and BOUND not in cell.text) != run.is_bold:
            return False
        if (
            not self._is_in_item
            and (spaced.is_dated(text) or places.parted(text)[1])
            and not start[0].islower()
        ):
            return False
        limit = self._item_edge if self._is_in_item else self._edge
        if part + 1 < len(self._cells):
            limit = (
                self._cells[part + 1].left
                - (1.6 if spaced.begins_dated(self._cells[-1].text) else 0.2) * run.size
            )
        letter = (cell.right - cell.left) / max(len(text), 1)
        is_full = cell.right + (len(start.split()[0]) + 1) * letter > limit - 0.004 * self._width
        if is_full or is_strict:
            return is_full and not (is_far and start[0].isupper() and not _OPEN.search(text))
        if len(self._cells) > 1:
            return _OPEN.search(text) is not None and text[-1:] != ","
        is_alike = cell.right - cell.left > 0.55 * self._width
        goes_down = start[0].islower() and not text.endswith((".", ":", ";"))
        return bool(_OPEN.search(text)) or (is_alike and goes_down)


def _is_cut_place(end: str, start: str) -> bool:
    """Tell whether a line broke in the middle of a place, or before one: "Agency - Lincoln," and "NE"."""
    if not end.endswith((",", *DASHES)):
        return False
    return places.parted(f"{end} {start}")[1] != "" and not places.is_place(end.rstrip(" ,"))
