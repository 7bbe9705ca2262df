"""Positions: each is found by its dates; the lines around are its head, what follows is what was done."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from offramp.paper.reading import days, headings, heads, labels, places
from offramp.paper.reading.heads import Head
from offramp.paper.reading.kept import Kept
from offramp.paper.reading.lines import Line

Entry = dict[str, Any]
_SENTENCE = re.compile(r"[.!;]\s*$")
_MOST_HEAD = 14
_NOISE = re.compile(
    r"\(?\s*(?:this is a federal job|federal job|esto es un empleo federal)\s*\)?", re.IGNORECASE
)
_EMPTY = re.compile(r"[(\[]\s*[)\]]")


@dataclass
class _Unit:
    line: Line
    kind: str
    span: days.Span | None = None


@dataclass
class _Raw:
    """Lines of one position."""

    head: list[_Unit] = field(default_factory=list)
    body: list[_Unit] = field(default_factory=list)


def read(lines: Sequence[Line], kept: Kept) -> list[Entry]:
    """Return the positions in a section; the employer is "name", whatever the section calls it."""
    units = [_kind(line) for line in lines]
    if not any(unit.kind == "dates" for unit in units):
        units = [_kind(line, may_be_item=True) for line in lines]
    raws = _apart(units)
    first = [heads.taken_apart(_texts(raw, None)) for raw in raws]
    order = heads.usual_order(first)
    entries = [_entry(raw, order, kept) for raw in raws]
    return _grouped(entries, kept)


def _kind(line: Line, *, may_be_item: bool = False) -> _Unit:
    text = line.text
    if line.item and not may_be_item:
        return _Unit(line, "item")
    if headings.is_inside(text):
        return _Unit(line, "inside")
    if days.is_only_lasting(text):
        return _Unit(line, "lasting")
    said, before = labels.read(text)
    dated = next((each for each in said if each.key == "dates"), None)
    spans = days.spans(text)
    rest = _without(text, spans)
    if spans and (dated or (not said and _is_brief(rest, line))):
        return _Unit(line, "dates", _best(spans))
    if said and (len(before.split()) <= 6):
        return _Unit(line, "labels")
    if _is_plain_label(text):
        return _Unit(line, "labels")
    if line.item:
        return _Unit(line, "item")
    return _Unit(line, "short" if _is_brief(text, line) else "prose")


def _best(spans: list[days.Span]) -> days.Span:
    return next((span for span in spans if not span.is_alone), spans[0])


def _is_plain_label(text: str) -> bool:
    """Tell whether a line only says grade, hours or salary, without labels."""
    found, rest = labels.without_label(text)
    return bool(found) and len(rest.split()) <= 3 and not heads.title_strength(rest)


def _is_brief(text: str, line: Line) -> bool:
    words = len(text.split())
    if _SENTENCE.search(text) and words >= 5 and not places.is_place(text) and not line.is_bold:
        return False
    return words <= _MOST_HEAD + 4 * (len(line.parts) > 1) and not text[:1].islower()


def _without(text: str, spans: list[days.Span]) -> str:
    for span in reversed(spans):
        text = text[: span.start] + " " + text[span.end :]
    return " ".join(text.split())


def _apart(units: list[_Unit]) -> list[_Raw]:
    """Give every position its lines."""
    anchors = _anchors(units)
    if not anchors:
        return _undated(units)
    usual = _usual_before(units, anchors)
    starts = [_start(units, anchors, number, usual) for number in range(len(anchors))]
    raws: list[_Raw] = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(units)
        raws.append(_cut(units[start:end], anchors[number] - start))
    if starts[0] > 0:
        raws[0].body = units[: starts[0]] + raws[0].body
    return raws


def _anchors(units: list[_Unit]) -> list[int]:
    """Return where dates stand; of two on neighboring lines without a title between, both are heads."""
    return [at for at, unit in enumerate(units) if unit.kind == "dates"]


def _is_body(unit: _Unit) -> bool:
    return unit.kind in ("item", "prose", "labels", "inside")


def _usual_before(units: list[_Unit], anchors: list[int]) -> int:
    """Return how many lines of a head stand above its dates, where that is plain to see."""
    counts: list[int] = []
    for at in anchors:
        above = at
        while above > 0 and units[above - 1].kind == "short":
            above -= 1
        if above == 0 or _is_body(units[above - 1]):
            counts.append(at - above)
    return Counter(counts).most_common(1)[0][0] if counts else 0


def _start(units: list[_Unit], anchors: list[int], number: int, usual: int) -> int:
    at = anchors[number]
    floor = anchors[number - 1] + 1 if number else 0
    above = at
    while above > floor and units[above - 1].kind in ("short", "lasting"):
        above -= 1
    if number == 0 and above == 0:
        return 0
    has_body = any(_is_body(unit) for unit in units[floor:above])
    if number and not has_body:
        # Nothing but heads between two dates: a space tells where the next begins, or else the others do.
        apart = [place for place in range(above, at + 1) if units[place].line.is_apart]
        if len(apart) == 1 or (apart and at - apart[-1] <= 3):
            return apart[0] if len(apart) == 1 else apart[-1]
        return max(above, at - usual)
    if at - above > max(usual, 3):
        apart = [place for place in range(above, at + 1) if units[place].line.is_apart]
        return apart[-1] if apart and at - apart[-1] <= 4 else at - max(usual, 1)
    return above


def _cut(units: list[_Unit], anchor: int) -> _Raw:
    """Part head and body: the head goes on below the dates until somebody does something."""
    end = anchor + 1
    while end < len(units) and units[end].kind in ("short", "lasting"):
        end += 1
    head, body = units[:end], units[end:]
    # Labels may stand between the lines of a head: in the government's form the title comes after them.
    late: list[_Unit] = []
    while body and body[0].kind == "labels":
        late.append(body.pop(0))
        shorts: list[_Unit] = []
        while body and body[0].kind == "short" and len(late) > 0 and _may_be_title(body[0], head):
            shorts.append(body.pop(0))
        head = head + shorts
    return _Raw(head, late + body)


def _may_be_title(unit: _Unit, head: list[_Unit]) -> bool:
    has_title = any(
        heads.title_strength(part) == 3 for each in head for part in each.line.parts if each.kind != "labels"
    )
    return not has_title and heads.title_strength(_NOISE.sub("", unit.line.text)) > 0


def _undated(units: list[_Unit]) -> list[_Raw]:
    """Without a single date, a head is what stands above items."""
    raws: list[_Raw] = []
    for unit in units:
        is_head = unit.kind == "short"
        if is_head and (not raws or raws[-1].body):
            raws.append(_Raw())
        if not raws:
            raws.append(_Raw())
        (raws[-1].head if is_head else raws[-1].body).append(unit)
    return raws


def _texts(raw: _Raw, kept: Kept | None) -> list[str]:
    """Return the texts of a head without dates and other noise."""
    texts: list[str] = []
    for unit in raw.head:
        if unit.kind in ("labels", "lasting"):
            continue
        for part in unit.line.parts:
            spans = days.spans(part)
            if kept:
                for span in spans:
                    _turned(part, span, unit, kept)
                for noise in _NOISE.findall(part):
                    kept.turn(noise)
            if days.is_only_lasting(part):
                if kept:
                    kept.turn(part)
                continue
            text = _EMPTY.sub("", _NOISE.sub("", _without(part, spans if unit.kind == "dates" else [])))
            text = (
                text.strip(" ,;|\u00b7\u2022-\u2013\u2014()")
                if not text.rstrip().endswith(")")
                else text.strip(" ,;|\u00b7\u2022-\u2013\u2014")
            )
            if text:
                texts.append(text)
    return texts


def _turned(part: str, span: days.Span, unit: _Unit, kept: Kept) -> None:
    if unit.span and span.is_whole and (span.first, span.last) == (unit.span.first, unit.span.last):
        kept.turn(part[span.start : span.end])


def _entry(raw: _Raw, order: bool | None, kept: Kept) -> Entry:  # noqa: FBT001 - known, or not
    entry: Entry = {}
    said = [
        each for unit in raw.head + raw.body if unit.kind in ("labels", "dates") for each in _said(unit, kept)
    ]
    plain = _plain_facts(raw, kept)
    texts = [text for text in _texts(raw, kept) if not any(text in each.label + each.value for each in said)]
    texts = [rest for text in texts if (rest := _graded(text, plain))]
    head: Head = heads.taken_apart(texts, is_title_first=order)
    entry["name"], entry["position"], entry["location"] = head.name, head.position, head.location
    span = next((unit.span for unit in raw.head if unit.span), None)
    if span:
        entry["startDate"] = span.first
        entry["endDate"] = "" if span.is_open else span.last
    entry.update(plain)
    _labelled(entry, said, kept)
    for unit in raw.head:
        if unit.kind == "lasting":
            kept.turn(unit.line.text)
    _done(entry, raw, kept)
    return {key: value for key, value in entry.items() if value}


def _said(unit: _Unit, kept: Kept) -> list[labels.Labelled]:
    said, before = labels.read(unit.line.text)
    for each in said:
        kept.turn(each.label)
    return said


def _plain_facts(raw: _Raw, kept: Kept) -> dict[str, str]:
    found: dict[str, str] = {}
    for unit in raw.head + raw.body:
        if unit.kind == "labels":
            said, before = labels.read(unit.line.text)
            told, rest = labels.without_label(before if said else unit.line.text)
            found.update({key: value for key, value in told.items() if key not in found})
            for each in said:
                if each.key in ("x-salary", "x-supervisor"):
                    hours, _ = labels.without_label(each.value)
                    found.setdefault("x-hoursPerWeek", hours.get("x-hoursPerWeek", ""))
    if found.get("x-hoursPerWeek"):
        kept.turn("hours per week hours/week horas por semana hrs wk")
    return {key: value for key, value in found.items() if value}


def _graded(text: str, plain: dict[str, str]) -> str:
    """Take a grade out of a title: "Analyst, GS-11" """
    found, rest = labels.without_label(text)
    for key, value in found.items():
        plain.setdefault(key, value)
    return rest


def _labelled(entry: Entry, said: list[labels.Labelled], kept: Kept) -> None:
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
            kept.turn(plan)
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


def _done(entry: Entry, raw: _Raw, kept: Kept) -> None:
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
    for at, entry in enumerate(entries):
        after = entries[at + 1] if at + 1 < len(entries) else {}
        is_only_above = not entry.get("position") and not entry.get("highlights") and not entry.get("summary")
        if is_only_above and entry.get("name") and after.get("position") and not after.get("name"):
            above = entry["name"]
            after.setdefault("location", entry.get("location", ""))
            continue
        if not entry.get("name") and entry.get("position") and above:
            entry["name"] = above
        above = entry.get("name", above)
        made.append({key: value for key, value in entry.items() if value})
    return made
