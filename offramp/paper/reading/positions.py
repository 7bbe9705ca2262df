"""Positions: each is found by its dates; the lines around are its head, what follows is what was done."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from offramp.paper.reading import days, heads, labels, places, position_cuts, position_lines
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


def read(lines: Sequence[Line], kept: Kept) -> list[Entry]:
    """Return the positions in a section; the employer is "name", whatever the section calls it."""
    units = [position_lines.kind(line) for line in lines]
    if not any(unit.kind == "dates" for unit in units):
        units = [position_lines.kind(line, may_be_item=True) for line in lines]
    raws = position_cuts.apart(units)
    first = [heads.taken_apart(_texts(raw, [])) for raw in raws]
    order = heads.usual_order(first)
    entries = [_entry(raw, order, kept) for raw in raws]
    return _grouped(entries, kept)


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
    said = [each for unit in raw.head + raw.body for each in _said(unit, kept)]
    plain = _plain_facts(raw, kept)
    turned = [unit.line.text for unit in raw.head if unit.kind == "lasting"]
    texts = [
        text for text in _texts(raw, turned) if not any(text in each.label + each.value for each in said)
    ]
    texts = [rest for text in texts if (rest := _graded(text, plain, turned))]
    head = heads.taken_apart(texts, is_title_first=order)
    entry: Entry = {"name": head.name, "position": head.position, "location": head.location}
    if span := next((unit.span for unit in raw.head if unit.span), None):
        entry["startDate"] = span.first
        entry["endDate"] = "" if span.is_open else span.last
    entry.update(plain)
    _labelled(entry, said)
    _done(entry, raw, kept)
    return {**{key: value for key, value in entry.items() if value}, _TURNED: turned}


def _said(unit: Unit, kept: Kept) -> list[labels.Labelled]:
    if unit.kind not in ("labels", "dates"):
        return []
    said, _before = labels.read(unit.line.text)
    for each in said:
        kept.turn(each.label)
    return said


def _plain_facts(raw: Raw, kept: Kept) -> dict[str, str]:
    """Return what lines with labels say without one."""
    found: dict[str, str] = {}
    for unit in raw.head + raw.body:
        if unit.kind == "labels":
            said, before = labels.read(unit.line.text)
            told, _rest = labels.without_label(before if said else unit.line.text)
            if "x-hoursPerWeek" not in told:
                paid = [labels.without_label(each.value)[0] for each in said if each.key == "x-salary"]
                hours = [each["x-hoursPerWeek"] for each in paid if "x-hoursPerWeek" in each]
                told |= {"x-hoursPerWeek": hours[0]} if hours else {}
            if "x-hoursPerWeek" in told and "x-hoursPerWeek" not in found:
                kept.turn(labels.unit_of_hours(unit.line.text))
            found = told | found
    return found


def _graded(text: str, plain: dict[str, str], turned: list[str]) -> str:
    """Take a grade out of a title: "Analyst, GS-11" """
    found, rest = labels.without_label(text)
    if "x-hoursPerWeek" in found and "x-hoursPerWeek" not in plain:
        turned.append(labels.unit_of_hours(text))
    for key, value in found.items():
        plain.setdefault(key, value)
    return rest


def _labelled(entry: Entry, said: list[labels.Labelled]) -> None:
    plan = next((each.value for each in said if each.key == "plan"), "")
    for each in said:
        value = each.value.strip()
        if each.key == "x-supervisor":
            value, may = labels.parted_contact(value)
            entry.setdefault("x-mayContact", may)
        elif each.key == "x-salary":
            value = _without_hours(value)
        elif each.key == "phone":
            entry["x-supervisor"] = ", ".join(part for part in (entry.get("x-supervisor", ""), value) if part)
            continue
        elif each.key == "x-grade" and plan and value.isdigit():
            value = f"{plan}-{value}"
        elif each.key == "x-series":
            value = _series(entry, value)
        if each.key in ("plan", "dates") or each.key not in _FIELDS:
            continue
        if not entry.get(each.key) and value:
            entry[each.key] = value


_FIELDS = {
    *("name", "position", "location", "x-hoursPerWeek", "x-series", "x-grade", "x-salary", "x-supervisor"),
    "x-mayContact",
}


def _without_hours(value: str) -> str:
    found, rest = labels.without_label(value)
    return found.get("x-salary") or rest or value if "x-hoursPerWeek" in found else value


def _series(entry: Entry, value: str) -> str:
    found, _ = labels.without_label(value)
    if found.get("x-series"):
        entry.setdefault("x-grade", found["x-grade"])
        return found["x-series"]
    return value


def _done(entry: Entry, raw: Raw, kept: Kept) -> None:
    """Fill in what was done: items as highlights, all else as a summary."""
    items: list[str] = []
    prose: list[str] = []
    for unit in raw.body:
        text = unit.line.text.strip()
        if unit.kind == "item":
            items.append(text)
        elif unit.kind == "inside":
            kept.turn(text)
        elif places.is_place(text) and not entry.get("location"):
            entry["location"] = text
        elif unit.kind in ("prose", "short"):
            prose.append(text)
    entry["summary"] = "\n".join(prose)
    entry["highlights"] = items


def _grouped(entries: list[Entry], kept: Kept) -> list[Entry]:
    """Give positions the employer that is said once above them."""
    made: list[Entry] = []
    above = ""
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
        above = entry.get("name", above)
        made.append({key: value for key, value in entry.items() if value})
    return made
