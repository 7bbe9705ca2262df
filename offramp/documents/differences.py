"""What two versions of a content differ in, place by place."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from offramp.documents import places
from offramp.documents.kinds.kind import Kind
from offramp.documents.places import HIDDEN, Content, Place

Nodes = list[tuple[Place, Any]]


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
    was, stands = list(places.nodes(old, beside=new)), list(places.nodes(new, beside=old))
    before, after = _texts(kind, was), _texts(kind, stands)
    found = [
        _difference(place, How.CHANGED, old=before[path].text, new=place.text)
        if path in before
        else _difference(place, How.ADDED, new=place.text)
        for path, place in after.items()
    ]
    gone = [
        _difference(place, How.REMOVED, old=place.text) for path, place in before.items() if path not in after
    ]
    return [*found, *_moved(was, stands), *_hidden(was, stands), *gone]


def _texts(kind: Kind, nodes: Nodes) -> dict[str, Place]:
    """What a person reads among them, by its path."""
    texts = ((at, node) for at, node in nodes if isinstance(node, str) and at.pattern in kind.patterns)
    return {at.path: replace(at, text=node) for at, node in texts}


def _difference(place: Place, how: How, *, old: str = "", new: str = "") -> Difference:
    return Difference(place.path, place.pattern, place.position, how, old, new, place.above)


def _moved(was: Nodes, stands: Nodes) -> list[Difference]:
    """Lists whose remaining items stand in another order."""
    before = {at.path: ids for at, ids in _lists(was)}
    return [
        _difference(replace(at, position=0), How.MOVED)
        for at, ids in _lists(stands)
        if [one for one in before.get(at.path, []) if one in ids]
        != [one for one in ids if one in before.get(at.path, [])]
    ]


def _hidden(was: Nodes, stands: Nodes) -> list[Difference]:
    """Items that were shown and are hidden, or the other way round."""
    before = {at.path: is_hidden for at, is_hidden in _hideable(was)}
    return [
        _difference(at, How.HIDDEN if is_hidden else How.SHOWN)
        for at, is_hidden in _hideable(stands)
        if before.get(at.path, is_hidden) != is_hidden
    ]


def _lists(nodes: Nodes) -> Iterator[tuple[Place, list[str]]]:
    for at, node in nodes:
        if places.is_list_of_items(node):
            above = (*at.above, at.position) if at.position else at.above
            yield replace(at, above=above), [item[places.ID] for item in node]


def _hideable(nodes: Nodes) -> Iterator[tuple[Place, bool]]:
    for at, node in nodes:
        if isinstance(node, dict) and isinstance(node.get(HIDDEN), bool):
            yield at, node[HIDDEN]
