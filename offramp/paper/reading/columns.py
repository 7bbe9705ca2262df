"""Columns of a page: where a gutter parts it, the left side is read before the right one, over all pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from offramp.files.runs import Run
from offramp.paper.reading import days, headings, places

_NARROWEST = 8.0
_FEWEST = 4
# A full page has a hundred and fifty pieces: with many more it is no résumé, and trying every gutter is dear.
_MOST_PIECES, _MOST_PAGES = 400, 10


_LONGEST = 120
_NUMBERED = re.compile(
    r"(?:(?:page|página|pagina|pág\.?)\s*)?-?\s*\d{1,3}\s*-?(?:\s*(?:of|de|/)\s*\d{1,3})?|"
    r"[^\d|]{2,60}\s[-\u2013\u2014|\u00b7\u2022]\s(?:[^\d|]{2,60}\s[-\u2013\u2014|\u00b7\u2022]\s)?"
    r"(?:(?:page|página|pág\.?)\s*\d{1,3}(?:\s*(?:of|de|/)\s*\d{1,3})?|\d{1,3}\s*(?:of|de|/)\s*\d{1,3})",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:last )?(?:updated|modified|revised|actualizad[oa])\s*:?\s*(?:(?:in|on|en|el)\s+)?"
    r"(?:[^\W\d_]+\.?\s+)?(?:\d{1,2},?\s+)?(?:\d{1,2}/){0,2}\d{4}",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Column:
    """Runs that are read from top to bottom."""

    runs: tuple[Run, ...]
    edge: float  # where its letters end on the right


@dataclass(frozen=True)
class _Zone:
    """A part of a page between two heights, with a gutter or without."""

    runs: tuple[Run, ...]
    gutter: float | None = None


def read(pages: list[list[Run]], width: float) -> Iterator[Column]:
    """Yield columns in reading order; a sidebar over several pages is one, and so is what is beside it."""
    has_many_pages = len(pages) > _MOST_PAGES
    parted = ([_Zone(tuple(page))] if page and has_many_pages else _zones(page) for page in pages)
    zones = _continued([zone for page in parted for zone in page])
    at = 0
    while at < len(zones):
        end = at
        while end < len(zones) and _is_same(zones[at], zones[end]):
            end += 1
        runs = [run for zone in zones[at:end] for run in zone.runs]
        gutter = zones[at].gutter
        if gutter is None:
            yield Column(tuple(runs), _edge(runs, width))
        else:
            left = tuple(run for run in runs if run.left < gutter)
            right = tuple(run for run in runs if run.left >= gutter)
            for side in (left, right):
                if side:
                    yield Column(side, _edge([run for run in side if " " in run.text] or list(side), 0.0))
        at = end


def _edge(runs: list[Run], width: float) -> float:
    """Return where lines end on the right: a page of short ones has a margin like that on the left."""
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    return right if not width or right > 0.85 * (width - left) else width - left


def _is_same(one: _Zone, other: _Zone) -> bool:
    if one.gutter is None or other.gutter is None:
        return one.gutter == other.gutter
    return abs(one.gutter - other.gutter) < 12


def _continued(zones: list[_Zone]) -> list[_Zone]:
    """Give a page without a gutter that of the page before, where all it holds stands on one side of it."""
    made: list[_Zone] = []
    for zone in zones:
        before = made[-1].gutter if made else None
        if zone.gutter is None and before is not None and made[-1].runs and zone.runs:
            is_next_page = made[-1].runs[0].page != zone.runs[0].page
            body = [run for run in zone.runs if not is_furniture(run.text)]
            if is_next_page and body and all(run.left >= before - 3 or run.right <= before for run in body):
                made.append(_Zone(zone.runs, before))
                continue
        made.append(zone)
    return made


def is_furniture(text: str) -> bool:
    """Tell whether a text only numbers a page, whoever it names beside, or says when the file was changed."""
    return len(text) < _LONGEST and bool(
        _NUMBERED.fullmatch(text.strip()) or _CHANGED.fullmatch(text.strip())
    )


def _zones(page: list[Run]) -> list[_Zone]:
    if not page:
        return []
    best: tuple[float, float, float, float] | None = None
    if len(page) > _MOST_PIECES:
        return [_Zone(tuple(page))]
    for gutter in sorted({round(run.left) - 1.5 for run in page}):
        for top, bottom in _uncrossed(page, gutter):
            inside = [run for run in page if top <= run.bottom <= bottom]
            if _is_gutter(inside, gutter):
                reach = bottom - top
                if best is None or reach > best[0] + 2:
                    best = (reach, gutter, top, bottom)
    if best is None:
        return [_Zone(tuple(page))]
    _, gutter, top, bottom = best
    above = tuple(run for run in page if run.bottom < top)
    between = tuple(run for run in page if top <= run.bottom <= bottom)
    below = tuple(run for run in page if run.bottom > bottom)
    zones = [_Zone(above), _Zone(between, gutter), _Zone(below)]
    return [zone for zone in zones if zone.runs]


def _uncrossed(page: list[Run], gutter: float) -> Iterator[tuple[float, float]]:
    """Yield the heights between which nothing crosses a gutter."""
    crossing = sorted(run.bottom for run in page if run.left < gutter - 1 and run.right > gutter - 3)
    bounds = [-1.0, *crossing, max(run.bottom for run in page) + 1]
    for above, below in pairwise(bounds):
        inside = [run.bottom for run in page if above + 0.5 < run.bottom < below - 0.5]
        if len(inside) > 2 * _FEWEST:
            yield min(inside), max(inside)


def _is_gutter(runs: list[Run], gutter: float) -> bool:
    """Tell columns from rows: a column has a heading of its own, or lines that stand beside no other line."""
    left = [run for run in runs if run.left < gutter]
    right = [run for run in runs if run.left >= gutter]
    if (
        len(left) < _FEWEST
        or len(right) < _FEWEST
        or min(run.left for run in right) - max(run.right for run in left) < _NARROWEST
        or _share_at_one_left(right) < 0.5
        or _is_margin_of_dates(left, right)
        or _is_margin_of_dates(right, left)
    ):
        return False
    return _are_columns(*sorted((left, right), key=_reach))


def _are_columns(fewer: list[Run], more: list[Run]) -> bool:
    heads = sum(1 for run in fewer if headings.section(run.text))
    others = sum(1 for run in more if headings.section(run.text))
    beside = sum(1 for run in fewer if _is_beside_any(run, more)) / len(fewer)
    margins = sum(1 for run in fewer if _is_marginal(run.text)) / len(fewer)
    if margins > 0.5 and heads < 2:
        return False
    if heads and others:
        return True
    if heads:
        # Headings in the margin beside their parts are read row by row.
        return heads < 0.5 * len(fewer) and beside < 0.9
    return beside < 0.45 and len(fewer) > 2 * _FEWEST


def _is_margin_of_dates(margin: list[Run], runs: list[Run]) -> bool:
    """Tell whether the dates of a side belong to what stands beside them, as in a table."""
    dated = [run for run in margin if days.spans(run.text) and len(run.text.split()) <= 8]
    beside = sum(1 for run in dated if _is_beside_any(run, runs))
    told = [run for run in margin if not headings.section(run.text)]
    return len(dated) >= 2 and beside >= 0.75 * len(dated) and len(dated) >= 0.25 * len(told)


def _reach(runs: list[Run]) -> float:
    return sum(run.right - run.left for run in runs)


def _is_beside_any(run: Run, others: list[Run]) -> bool:
    return any(abs(run.bottom - other.bottom) < 1.5 for other in others)


def _is_marginal(text: str) -> bool:
    return bool(days.spans(text)) or places.is_place(text) or days.is_only_lasting(text)


def _share_at_one_left(runs: list[Run]) -> float:
    """Return how many of the runs begin near the leftmost: a column has an edge."""
    edge = min(run.left for run in runs)
    return sum(1 for run in runs if run.left < edge + 45) / len(runs)
