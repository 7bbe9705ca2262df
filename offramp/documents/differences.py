"""What two versions of a content differ in, place by place."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from offramp.documents import places
from offramp.documents.kinds.kind import Kind
from offramp.documents.places import HIDDEN, Content, Place


class How(StrEnum):
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"  # a list whose items stand in another order; both texts are empty
    HIDDEN = "hidden"  # an item that is kept and not shown
    SHOWN = "shown"


@dataclass(frozen=True)
class Difference:
    """One place, where it stands in the newer content (a removed one: in the older), and both texts."""

    path: str
    pattern: str
    position: int
    how: How
    old: str = field(repr=False, default="")
    new: str = field(repr=False, default="")
    above: tuple[int, ...] = field(default=(), compare=False)  # positions of what it stands in


def compare(kind: Kind, old: Content, new: Content) -> list[Difference]:
    """In the order of the newer content, then what is gone."""
    before = {place.path: place for place in kind.places(old)}
    after = {place.path: place for place in kind.places(new)}
    found = [
        _difference(place, How.CHANGED, old=before[path].text, new=place.text)
        if path in before
        else _difference(place, How.ADDED, new=place.text)
        for path, place in after.items()
        if path not in before or before[path].text != place.text
    ]
    gone = [
        _difference(place, How.REMOVED, old=place.text) for path, place in before.items() if path not in after
    ]
    return [*found, *_moved(old, new), *_hidden(old, new), *gone]


def _difference(place: Place, how: How, *, old: str = "", new: str = "") -> Difference:
    return Difference(place.path, place.pattern, place.position, how, old, new, place.above)


def _moved(old: Content, new: Content) -> list[Difference]:
    """Lists whose remaining items stand in another order."""
    before = {at.path: ids for at, ids in _lists(old)}
    return [
        _difference(replace(at, position=0), How.MOVED)
        for at, ids in _lists(new)
        if [one for one in before.get(at.path, []) if one in ids]
        != [one for one in ids if one in before.get(at.path, [])]
    ]


def _hidden(old: Content, new: Content) -> list[Difference]:
    """Items that were shown and are hidden, or the other way round."""
    before = {at.path: is_hidden for at, is_hidden in _hideable(old)}
    return [
        _difference(at, How.HIDDEN if is_hidden else How.SHOWN)
        for at, is_hidden in _hideable(new)
        if before.get(at.path, is_hidden) != is_hidden
    ]


def _lists(node: Any, at: Place = places.TOP) -> Iterator[tuple[Place, list[str]]]:
    if places.is_list_of_items(node):
        above = (*at.above, at.position) if at.position else at.above
        yield replace(at, above=above), [item[places.ID] for item in node]
    for inner, place in _below(node, at):
        yield from _lists(inner, place)


def _hideable(node: Any, at: Place = places.TOP) -> Iterator[tuple[Place, bool]]:
    if isinstance(node, dict) and isinstance(node.get(HIDDEN), bool):
        yield at, node[HIDDEN]
    for inner, place in _below(node, at):
        yield from _hideable(inner, place)


def _below(node: Any, at: Place) -> Iterator[tuple[Any, Place]]:
    is_list = places.is_list_of_items(node)
    for number, (step, inner) in enumerate(places.below(node), 1):
        path, pattern = places.joined(at.path, step), places.joined(at.pattern, step)
        yield inner, places.item_at(at, step, number) if is_list else replace(at, path=path, pattern=pattern)
