"""Rows: runs beside each other in one column, and how far they stand from those above."""

from itertools import pairwise

from offramp.files.runs import Run
from offramp.paper.reading import days
from offramp.paper.reading.lines import Line, marked

Row = list[Run]
DASHES = {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014"}


def begins_dated(text: str) -> bool:
    """Tell whether a text is a date, or the beginning of one."""
    return is_dated(text) or days.cut_begins(text) == 0


def is_dated(text: str) -> bool:
    """Tell whether a text ends with a whole date."""
    found = days.spans(text)
    return bool(found) and found[-1].end == len(text.rstrip()) and not text.rstrip().endswith(tuple(DASHES))


def line(row: Row) -> Line:
    """Return a row as a line, with the look of its largest words."""
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


def pitch(rows: list[Row]) -> float:
    """Return how far lines of a paragraph stand apart, in sizes of their letters."""
    spaces = [
        space(above, row)
        for above, row in pairwise(rows)
        if above[0].page == row[0].page and 0.8 < space(above, row) < 2.4
    ]
    return sorted(spaces)[len(spaces) // 4] if spaces else 1.2


def space(above: Row, row: Row) -> float:
    """Return how far two rows stand apart, in sizes of their letters; nothing across pages."""
    if above[0].page != row[0].page:
        return 0.0
    return (row[0].bottom - above[0].bottom) / max(row[0].size, above[0].size, 1)
