"""What two versions of a content differ in, place by place."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from offramp.documents import places
from offramp.documents.kinds.kind import Kind
from offramp.documents.places import Content, Place


class How(StrEnum):
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"  # a list whose items stand in another order; both texts are empty


@dataclass(frozen=True)
class Difference:
    """One place, where it stands in the newer content (a removed one: in the older), and both texts."""

    path: str
    pattern: str
    position: int
    how: How
    old: str = field(repr=False, default="")
    new: str = field(repr=False, default="")


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
    return [*found, *_moved(old, new), *gone]


def _difference(place: Place, how: How, *, old: str = "", new: str = "") -> Difference:
    return Difference(place.path, place.pattern, place.position, how, old, new)


def _moved(old: Content, new: Content) -> list[Difference]:
    """Lists whose remaining items stand in another order."""
    before = dict(_lists(old))
    return [
        Difference(path, pattern, 0, How.MOVED)
        for (path, pattern), ids in _lists(new)
        if [one for one in before.get((path, pattern), []) if one in ids]
        != [one for one in ids if one in before.get((path, pattern), [])]
    ]


def _lists(node: Any, path: str = "", pattern: str = "") -> Iterator[tuple[tuple[str, str], list[str]]]:
    is_list = places.is_list_of_items(node)
    if is_list:
        yield (path, pattern), [item[places.ID] for item in node]
    for step, inner in places.below(node):
        yield from _lists(inner, places.joined(path, step), places.joined(pattern, "*" if is_list else step))
