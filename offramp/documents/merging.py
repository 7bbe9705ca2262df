"""Two changed copies of one content become one again; the same place changed twice is left to a person."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from offramp.documents import places
from offramp.documents.places import ID, TEXT, Content, Items

_ABSENT = object()  # None is a value in JSON


@dataclass(frozen=True)
class Conflict:
    """A place that both changed, with its text in each copy; None where it does not stand."""

    path: str
    base: str | None = field(repr=False)
    mine: str | None = field(repr=False)
    theirs: str | None = field(repr=False)


@dataclass(frozen=True)
class Merged:
    """The result. At a conflict it holds mine, and what only one of the two removed is still there."""

    content: Content = field(repr=False)
    conflicts: tuple[Conflict, ...]


def merge(*, base: Content, mine: Content, theirs: Content) -> Merged:
    """Keep what either of two changed. Without a conflict it makes no difference which is called mine."""
    conflicts: list[Conflict] = []
    content = _merged("", (base, mine, theirs), conflicts)
    return Merged(content, tuple(conflicts))


def _merged(path: str, copies: tuple[Any, Any, Any], conflicts: list[Conflict]) -> Any:
    base, mine, theirs = copies
    if mine == base:
        return theirs
    if theirs in (base, mine):
        return mine
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return _objects(path, (base if isinstance(base, dict) else {}, mine, theirs), conflicts)
    if places.is_list_of_items(mine) and places.is_list_of_items(theirs):
        return _lists(path, (base if places.is_list_of_items(base) else [], mine, theirs), conflicts)
    conflicts.append(_conflict(path, copies))
    return theirs if mine is _ABSENT else mine


def _objects(path: str, copies: tuple[Content, Content, Content], conflicts: list[Conflict]) -> Content:
    _, mine, theirs = copies
    merged = {}
    for name in mine | theirs:
        # The text of an item is named as the item is.
        inner = path if name == TEXT and ID in mine else places.joined(path, name)
        merged[name] = _merged(inner, _values(copies, name), conflicts)
    return {name: value for name, value in merged.items() if value is not _ABSENT}


def _lists(path: str, copies: tuple[Items, Items, Items], conflicts: list[Conflict]) -> Items:
    base, mine, theirs = ({item[ID]: item for item in items} for items in copies)
    merged = {}
    for item_id in mine | theirs:
        item = _merged(places.joined(path, item_id), _values((base, mine, theirs), item_id), conflicts)
        if item is not _ABSENT:
            merged[item_id] = item
    order, is_clear = _order(list(base), list(mine), list(theirs), kept=set(merged))
    if not is_clear:
        conflicts.append(_conflict(path, copies))
    return [merged[item_id] for item_id in order]


def _order(base: list[str], mine: list[str], theirs: list[str], *, kept: set[str]) -> tuple[list[str], bool]:
    """What both have stands as whoever moved it left it; what one added stays behind its neighbor there."""
    shared = kept & set(mine) & set(theirs)
    of_base, of_mine, of_theirs = ([one for one in side if one in shared] for side in (base, mine, theirs))
    is_moved_by_me = [one for one in of_mine if one in of_base] != of_base
    is_moved_by_them = [one for one in of_theirs if one in of_base] != of_base
    if is_moved_by_me == is_moved_by_them:
        frame = of_mine if is_moved_by_me else min(of_mine, of_theirs)
    else:
        frame = of_mine if is_moved_by_me else of_theirs
    is_clear = not (is_moved_by_me and is_moved_by_them) or of_mine == of_theirs
    added = [_behind_neighbors(side, frame=shared, kept=kept) for side in (mine, theirs)]
    order = []
    for neighbor in ("", *frame):
        order += [neighbor] if neighbor else []
        # Both added something at one spot: by the ids, so that it is the same from either side.
        for run in sorted(side[neighbor] for side in added):
            order += run
    return order, is_clear


def _behind_neighbors(side: list[str], *, frame: set[str], kept: set[str]) -> dict[str, list[str]]:
    """What only this side has, by the item of the frame it stands behind; at the beginning there is none."""
    runs: dict[str, list[str]] = defaultdict(list)
    neighbor = ""
    for item_id in side:
        if item_id in frame:
            neighbor = item_id
        elif item_id in kept:
            runs[neighbor].append(item_id)
    return runs


def _values(copies: tuple[Content, Content, Content], name: str) -> tuple[Any, Any, Any]:
    base, mine, theirs = copies
    return base.get(name, _ABSENT), mine.get(name, _ABSENT), theirs.get(name, _ABSENT)


def _conflict(path: str, copies: tuple[Any, Any, Any]) -> Conflict:
    base, mine, theirs = (_told(copy) for copy in copies)
    return Conflict(path, base, mine, theirs)


def _told(value: Any) -> str | None:
    """As a person would compare it: every text in it, one below the other."""
    if value is _ABSENT:
        return None
    if isinstance(value, str):
        return value
    texts = [place.text for place in places.walk(value)]
    return "\n".join(texts) if texts or places.below(value) else json.dumps(value, ensure_ascii=False)
