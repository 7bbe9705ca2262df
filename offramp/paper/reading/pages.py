"""The lines of pages: letters that stand beside each other, column by column."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from statistics import median

from offramp.files.runs import Run
from offramp.paper.reading import columns, days, headings, setting
from offramp.paper.reading.lines import BOUND, Line, without_icons

# More on a page are a pattern, and no list.
_MOST_DOTS = 500
_MARGIN = 20  # points


def of_pages(runs: Iterable[Run]) -> list[Line]:
    """Return the lines of all pages in the order in which a person reads them."""
    pages = [list(group) for _, group in groupby(runs, key=lambda run: run.page)]
    # A run without a letter says how large the page is.
    widths = [max((run.right for run in page if not run.text), default=0.0) for page in pages]
    made: list[Line] = []
    for column in columns.read([_pieces(page) for page in pages], max(widths, default=0.0)):
        lines = setting.lines(_without_margin(_rows(column)), column.edge)
        made += [replace(line, begins_column=at == 0) for at, line in enumerate(lines)]
    return made


def _pieces(page: list[Run]) -> list[Run]:
    """Join runs that stand together, whatever their manner; a drawn dot joins the words it stands before."""
    letters = [replace(run, text=without_icons(run.text)) for run in page if not run.is_drawn]
    letters = [run for run in letters if run.text.strip()]
    dots = [run for run in page if run.is_drawn]
    pieces: list[Run] = []
    for run in sorted(letters, key=lambda run: (round(run.bottom), run.left)):
        before = pieces[-1] if pieces else None
        is_near = before and _is_beside(before, run) and run.left - before.right < _room(before, run)
        if before and is_near and not _is_date_apart(before, run):
            pieces[-1] = _joined(before, run)
        else:
            pieces.append(run)
    return _dotted(pieces, dots)


def _is_date_apart(left: Run, right: Run) -> bool:
    """Tell whether plain dates follow bold words: a title that is so long that it touches them."""
    if not left.is_bold or right.is_bold:
        return False
    return any(
        span.start == 0 and span.end == len(right.text.strip()) for span in days.spans(right.text.strip())
    )


def _is_beside(left: Run, right: Run) -> bool:
    return abs(left.bottom - right.bottom) < 0.35 * min(left.size, right.size) and right.left > left.left - 1


def _room(left: Run, right: Run) -> float:
    # A dot or a dash at the start of a line has its words a tab away.
    mark = left.text.strip()
    is_mark = len(mark) == 1 and (mark == "o" or not mark.isalnum())
    # Letters of one width, and letters set apart, have wider spaces.
    width = (left.right - left.left) / max(len(mark), 1) / max(left.size, 1)
    usual = 0.9 + max(0.0, min(width, 0.9) - 0.55) * 3 * (len(mark) > 2)
    return max(left.size, right.size) * (3.2 if is_mark else usual)


def _joined(left: Run, right: Run) -> Run:
    gap = right.left - left.right
    is_open = left.text.endswith(" ") or right.text.startswith(" ") or gap > 0.18 * left.size
    if _is_small_capital(left, right) and gap < 0.35 * left.size:
        is_open = False
    is_bound = is_open and left.is_bold and not right.is_bold and len(left.text.strip()) > 2
    text = left.text.rstrip() + (" " if is_open else "") + (BOUND if is_bound else "") + right.text.lstrip()
    size = left.size if len(left.text) > 1 else right.size
    bottom = left.bottom if len(left.text) > 1 else right.bottom
    return replace(left, text=text, right=max(left.right, right.right), size=size, bottom=bottom)


def _is_small_capital(left: Run, right: Run) -> bool:
    """Tell whether a word goes on in smaller letters after its first."""
    first = left.text[-2:].strip()
    return len(first) == 1 and first.isupper() and right.size < 0.93 * left.size and right.text[:1].isalpha()


def _dotted(pieces: list[Run], dots: list[Run]) -> list[Run]:
    """Put a drawn dot before its words; where several stand in a row they rate something, and say nothing."""
    rows = Counter(round(dot.bottom) for dot in dots)
    if len(dots) > _MOST_DOTS:
        return pieces
    made = []
    for piece in pieces:
        middle = piece.bottom - 0.45 * piece.size
        near = [
            dot
            for dot in dots
            if rows[round(dot.bottom)] == 1
            and 0 < piece.left - dot.right < 26
            and abs((dot.top + dot.bottom) / 2 - middle) < 0.4 * piece.size
        ]
        made.append(replace(piece, text=f"\u2022 {piece.text}", left=near[0].left) if near else piece)
    return made


def _rows(column: columns.Column) -> list[list[Run]]:
    """Gather what stands on one line of a column."""
    rows: list[list[Run]] = []
    for run in sorted(column.runs, key=lambda run: (run.page, run.bottom, run.left)):
        last = rows[-1][0] if rows else None
        if last and last.page == run.page and abs(last.bottom - run.bottom) < 0.45 * min(last.size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _without_margin(rows: list[list[Run]]) -> list[list[Run]]:
    """Part a heading in the margin from the row that it stands beside."""
    edge = median([row[-1].left for row in rows] or [0.0])
    made = []
    for row in rows:
        is_beside = len(row) > 1 and row[0].left < edge - _MARGIN and row[1].left > row[0].right + row[0].size
        made += [row[:1], row[1:]] if is_beside and headings.section(row[0].text) else [row]
    return made
