"""Dates and places in a margin beside sentences: they belong to the head above."""

from dataclasses import replace

from offramp.paper.reading import days, places, rows
from offramp.paper.reading.rows import Row

_SENTENCE = 8


def without_margin(column: list[Row], edge: float) -> tuple[list[Row], float]:
    """Move dates and places beside items, in a margin on the right, up to the head they belong to."""
    made: list[Row] = []
    head = -1
    is_inside = False
    has_moved = False
    item_edges: list[float] = []
    for row in column:
        is_item = bool(rows.line(row).item)
        is_beside = len(row) > 1 and row[-1].right > edge - 4 and _is_marginal(row[-1].text)
        is_told = 0 <= head == len(made) - 1 and len(row) > 1 and _is_told(made[head], row)
        if head >= 0 and is_beside and (is_item or is_inside or is_told) and not row[0].is_bold:
            made[head] = [*made[head], row[-1]]
            row, has_moved = row[:-1], True  # noqa: PLW2901 - the same row without its margin
        if is_item or is_inside:
            item_edges.append(row[0].right)
        if is_item or (is_told and is_beside):
            is_inside = True
        elif len(row) > 1 or row[0].is_bold:
            head, is_inside = len(made), False
        made.append(row)
    return made, max(item_edges, default=edge) if has_moved else edge


def _is_told(head: Row, row: Row) -> bool:
    """Tell whether a sentence, and not a title, stands below a bold head that has no date of its own."""
    text = row[0].text.strip()
    is_sentence = len(text.split()) >= _SENTENCE or (text.endswith(".") and " " in text)
    return is_sentence and head[0].is_bold and not any(rows.is_dated(run.text) for run in head)


def _is_marginal(text: str) -> bool:
    spans = days.spans(text.strip())
    is_date = bool(spans) and spans[0].start == 0 and spans[0].end >= len(text.strip())
    return is_date or places.is_place(text) or days.is_only_lasting(text)


def with_date(row: Row, below: Row) -> Row:
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
