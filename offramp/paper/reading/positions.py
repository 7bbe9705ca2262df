"""Positions: each is found by its dates; the lines around are its head, what follows is what was done."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from offramp.paper.reading import days, heads, places, position_cuts, position_facts, position_lines
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line
from offramp.paper.reading.position_cuts import NOISE, Raw
from offramp.paper.reading.position_lines import Unit

Entry = dict[str, Any]
_EMPTY = re.compile(r"[(\[]\s*[)\]]")
_EDGES = " ,;|\u00b7\u2022-\u2013\u2014"
# Until it is sure that a position is one: what was turned into its dates.
_TURNED = "turned"
_NONE: Entry = {}
_INDENT = 8  # points


def read(lines: Sequence[Line], kept: Kept) -> list[Entry]:
    """Return the positions in a section; the employer is "name", whatever the section calls it."""
    units = [position_lines.kind(line) for line in lines]
    if not any(unit.kind == "dates" for unit in units):
        units = [position_lines.kind(line, may_be_item=True) for line in lines]
    raws = position_cuts.apart(units)
    first = [heads.taken_apart(_texts(raw, [])) for raw in raws]
    order = heads.usual_order(first)
    entries = [_entry(raw, order, kept) for raw in raws]
    _open_newest(entries)
    return _grouped(entries, kept)


def _open_newest(entries: list[Entry]) -> None:
    """The first position goes on if it alone has one date, and began after all the others, which have two."""
    newest, *others = entries or [_NONE]
    starts = [entry.get("startDate", "") for entry in others]
    are_spans = all(entry.get("startDate") != entry.get("endDate") for entry in others)
    is_one = bool(newest.get("startDate")) and newest.get("startDate") == newest.get("endDate")
    if starts and all(starts) and are_spans and is_one and newest["startDate"] >= max(starts):
        del newest["endDate"]


def _texts(raw: Raw, turned: list[str]) -> list[str]:
    """Return the texts of a head without dates and other noise, which are noted."""
    parts = [
        (part, unit)
        for unit in raw.head
        if unit.kind not in ("labels", "lasting")
        for part in unit.line.parts
    ]
    texts: list[str] = []
    for part, unit in parts:
        if days.is_only_lasting(part):
            turned.append(part)
            continue
        spans = position_lines.spans_in(part) if unit.kind == "dates" else []
        turned += [part[span.start : span.end] for span in spans if _is_told(span, unit)]
        turned += NOISE.findall(part)
        text = _EMPTY.sub("", NOISE.sub("", position_lines.without(part, spans)))
        texts.append(text.strip(_EDGES if text.rstrip().endswith(")") else f"{_EDGES}()"))
    return [text for text in texts if text]


def _is_told(span: days.Span, unit: Unit) -> bool:
    return bool(unit.span and span.is_whole and (span.first, span.last) == (unit.span.first, unit.span.last))


def _entry(raw: Raw, order: bool | None, kept: Kept) -> Entry:  # noqa: FBT001 - known, or not
    said = [each for unit in raw.head + raw.body for each in position_facts.said(unit, kept)]
    plain = position_facts.plain_facts(raw, kept)
    turned = [unit.line.text for unit in raw.head if unit.kind == "lasting"]
    texts = [
        text for text in _texts(raw, turned) if not any(text in each.label + each.value for each in said)
    ]
    texts = [rest for text in texts if (rest := position_facts.graded(text, plain, turned))]
    head = heads.taken_apart(texts, is_title_first=_order(raw) if order is None else order)
    entry: Entry = {key: getattr(head, key) for key in ("name", "position", "location", "url")}
    entry["description"] = "; ".join(text for text in head.told if text != head.name)
    if span := next((unit.span for unit in raw.head if unit.span), None):
        entry["startDate"] = span.first
        entry["endDate"] = "" if span.is_open else span.last
    entry.update(plain)
    position_facts.labelled(entry, said)
    _done(entry, raw, kept)
    return {**{key: value for key, value in entry.items() if value}, _TURNED: turned}


def _order(raw: Raw) -> bool | None:
    """A place on a line of its own, or a lesser heading, stands below the employer: the title comes after."""
    lines = [unit.line for unit in raw.head if unit.kind == "short"]
    if len(lines) > 1 and 0 < lines[0].heading < lines[1].heading:
        return False
    is_placed = len(lines) > 2 and len(lines[1].parts) == 1 and places.is_place(lines[1].text)
    return False if is_placed else None


def _done(entry: Entry, raw: Raw, kept: Kept) -> None:
    """Fill in what was done: items as highlights, all else as a summary."""
    items: list[str] = []
    prose: list[str] = []
    indented = _indented(raw)
    for unit in raw.body:
        text = unit.line.text.strip()
        if unit.kind == "item" or unit in indented:
            items.append(text)
        elif unit.kind == "inside":
            kept.turn(text)
        elif places.is_place(text) and not entry.get("location"):
            entry["location"] = text
        elif unit.kind in ("prose", "short"):
            prose.append(text)
    entry["summary"] = "\n".join(prose)
    entry["highlights"] = items


def _indented(raw: Raw) -> list[Unit]:
    """Return the sentences that stand like items without a mark, where there are several and no items."""
    edge = min((unit.line.left for unit in raw.head + raw.body if unit.line.baseline), default=0.0)
    prose = [unit for unit in raw.body if unit.kind == "prose" and unit.line.left > edge + _INDENT]
    is_list = len(prose) > 1 and not any(unit.kind == "item" for unit in raw.body)
    return prose if is_list and all(unit.line.baseline for unit in prose) else []


def _grouped(entries: list[Entry], kept: Kept) -> list[Entry]:
    """Give positions the employer that is said once above them."""
    made: list[Entry] = []
    above = place = ""
    for entry, after in zip_longest(entries, entries[1:], fillvalue=_NONE):
        turned = entry.pop(_TURNED)
        is_only_above = not any(entry.get(key) for key in ("position", "highlights", "summary"))
        if is_only_above and entry.get("name") and after.get("position") and not after.get("name"):
            # Its dates are those of all its positions together, and shown as they stand.
            above = entry["name"]
            after.setdefault("location", entry.get("location", ""))
            continue
        for text in turned:
            kept.turn(text)
        if not entry.get("name") and entry.get("position") and above:
            entry["name"] = above
            entry["location"] = entry.get("location") or place
        above, place = entry.get("name") or above, entry.get("location", "")
        made.append({key: value for key, value in entry.items() if value})
    return made
