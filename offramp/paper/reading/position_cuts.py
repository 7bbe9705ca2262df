"""Where one position ends and the next begins: around every date stands a head, and below it a body."""

import re
from collections import Counter
from dataclasses import dataclass, field

from offramp.paper.reading import places
from offramp.paper.reading.nouns import title_strength
from offramp.paper.reading.position_lines import Unit

NOISE = re.compile(
    r"\(?\s*(?:this is a federal job|federal job|esto es un empleo federal)\s*\)?", re.IGNORECASE
)

_HEAD = {"short", "lasting"}


@dataclass
class Raw:
    """Lines of one position."""

    head: list[Unit] = field(default_factory=list)
    body: list[Unit] = field(default_factory=list)


def apart(units: list[Unit]) -> list[Raw]:
    """Give every position its lines."""
    anchors = _anchors(units)
    if not anchors:
        return _undated(units)
    usual = _usual_before(units, anchors)
    starts = [_start(units, anchors, number, usual) for number in range(len(anchors))]
    raws: list[Raw] = []
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(units)
        raws.append(_cut(units[start:end], anchors[number] - start))
    if starts[0] > 0:
        raws[0].body = units[: starts[0]] + raws[0].body
    return raws


def _anchors(units: list[Unit]) -> list[int]:
    """Return where dates stand; of two on neighboring lines without a title between, both are heads."""
    return [at for at, unit in enumerate(units) if unit.kind == "dates"]


def _is_body(unit: Unit) -> bool:
    return unit.kind in ("item", "prose", "labels", "inside")


def _is_named(unit: Unit) -> bool:
    """Tell whether a line of a head is more than a label or a place, of which there may be any number."""
    return unit.kind != "labels" and not places.is_place(unit.line.text)


def _usual_before(units: list[Unit], anchors: list[int]) -> int:
    """Return how many lines of a head stand above its dates, where that is plain to see."""
    counts: list[int] = []
    for at in anchors:
        above = _above(units, at, 0)
        if above == 0 or _is_body(units[above - 1]):
            counts.append(at - above)
    return Counter(counts).most_common(1)[0][0] if counts else 0


def _start(units: list[Unit], anchors: list[int], number: int, usual: int) -> int:
    at = anchors[number]
    floor = anchors[number - 1] + 1 if number else 0
    is_usual = anchors[0] > 0 and units[anchors[0] - 1].kind == "labels"
    above = _above(units, at, floor, is_usual=is_usual)
    if number == 0 and above == 0:
        return 0
    has_body = any(_is_body(unit) for unit in units[floor:above])
    if number and not has_body:
        # Nothing but heads between two dates: a space tells where the next begins, or else the others do.
        apart = [place for place in range(above, at + 1) if units[place].line.is_apart]
        if len(apart) == 1 or (apart and at - apart[-1] <= 3):
            return apart[0] if len(apart) == 1 else apart[-1]
        return max(above, at - usual)
    if sum(map(_is_named, units[above:at])) > max(usual, 3):
        apart = [place for place in range(above, at + 1) if units[place].line.is_apart]
        return apart[-1] if apart and at - apart[-1] <= 4 else at - max(usual, 1)
    return above


def _above(units: list[Unit], at: int, floor: int, *, is_usual: bool = True) -> int:
    """Return where the head above a date begins: labels in its midst neither end nor move it."""
    top = _climbed(units, at, floor, {*_HEAD, "labels"})
    if floor and top == floor:
        # Nobody did anything between two dates, so that labels may be those of the position before.
        near = _climbed(units, at, floor, {"labels"}) if is_usual else at
        top = _climbed(units, near, floor, _HEAD)
    while top < at and units[top].kind == "labels":
        top += 1
    return top


def _climbed(units: list[Unit], at: int, floor: int, kinds: set[str]) -> int:
    while at > floor and units[at - 1].kind in kinds:
        at -= 1
    return at


def _cut(units: list[Unit], anchor: int) -> Raw:
    """Part head and body: the head goes on below the dates until somebody does something."""
    end = anchor + 1
    while end < len(units) and units[end].kind in _HEAD:
        end += 1
    head, body = units[:end], units[end:]
    # Labels may stand between the lines of a head: in the government's form the title comes after them.
    late: list[Unit] = []
    while body and body[0].kind == "labels":
        late.append(body.pop(0))
        shorts: list[Unit] = []
        while body and body[0].kind == "short" and len(late) > 0 and _may_be_title(body[0], head):
            shorts.append(body.pop(0))
        head = head + shorts
    return Raw(head, late + body)


def _may_be_title(unit: Unit, head: list[Unit]) -> bool:
    has_title = any(
        title_strength(part) == 3 for each in head for part in each.line.parts if each.kind != "labels"
    )
    return not has_title and title_strength(NOISE.sub("", unit.line.text)) > 0


def _undated(units: list[Unit]) -> list[Raw]:
    """Without a single date, a head is what stands above items."""
    raws: list[Raw] = []
    for unit in units:
        is_head = unit.kind == "short"
        if is_head and (not raws or raws[-1].body):
            raws.append(Raw())
        if not raws:
            raws.append(Raw())
        (raws[-1].head if is_head else raws[-1].body).append(unit)
    return raws
