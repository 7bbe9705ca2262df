"""Places in a content: named by a short path, read, changed, put in and taken out, always in a copy."""

import re
import secrets
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

Content = dict[str, Any]
Items = list[dict[str, Any]]

# In a list every item has an "id"; an item that is one text has it under "text", and its path is the item's.
# A list of anything else is one value to us: never looked into, and changed as a whole.
ID = "id"
TEXT = "text"
HIDDEN = "hidden"
_ID = re.compile(r"[a-z0-9]{1,16}")


class NoSuchPlace(Exception):
    """The path leads nowhere in this content, or to something that is no text."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class Place:
    """One text and where it stands; its pattern is the path with a star for each id."""

    path: str
    pattern: str
    position: int  # in its list, from 1; 0 where there is none
    text: str = field(repr=False)
    above: tuple[int, ...] = field(default=(), compare=False)  # the same of what it stands in


TOP = Place("", "", 0, "")


def new_id() -> str:
    return secrets.token_hex(4)


def is_id(value: object) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def is_list_of_items(node: object) -> bool:
    return isinstance(node, list) and all(isinstance(item, dict) and ID in item for item in node)


def below(node: Any) -> list[tuple[str, Any]]:
    """What stands under a node, by its step of the path."""
    if is_list_of_items(node):
        return [(item[ID], item) for item in node]
    return list(node.items()) if isinstance(node, dict) else []


def joined(path: str, step: str) -> str:
    return f"{path}/{step}" if path else step


def walk(node: Any) -> Iterator[Place]:
    """Every text below, in the order of its content. Ids are no texts."""
    return (replace(at, text=inner) for at, inner in nodes(node) if isinstance(inner, str))


def nodes(node: Any, at: Place = TOP, *, beside: Any = None) -> Iterator[tuple[Place, Any]]:
    """Everything below but ids, and where it stands; nothing that stands just so in a content beside it."""
    yield at, node
    if isinstance(node, str):
        return
    is_list = isinstance(node, list)
    for number, step, inner, other in unlike(node, beside):
        if is_list:
            yield from nodes(inner, item_at(at, step, number), beside=other)
        elif step == TEXT and ID in node:
            yield from nodes(inner, at, beside=other)
        elif step != ID:
            deeper = replace(at, path=joined(at.path, step), pattern=joined(at.pattern, step))
            yield from nodes(inner, deeper, beside=other)


def unlike(node: Any, beside: Any) -> list[tuple[int, str, Any, Any]]:
    """What stands under a node, counted, and what has its step beside it; without what is the same there."""
    inside = enumerate(below(node), 1)
    others = dict(below(beside)) if beside else {}
    if not others:
        return [(number, step, inner, None) for number, (step, inner) in inside]
    paired = ((number, step, inner, others.get(step)) for number, (step, inner) in inside)
    return [one for one in paired if one[2] != one[3]]


def item_at(at: Place, item_id: str, number: int) -> Place:
    """The place of one item of the list at a place."""
    above = (*at.above, at.position) if at.position else at.above
    return Place(joined(at.path, item_id), joined(at.pattern, "*"), number, "", above)


def pattern_of(content: Content, path: str) -> str:
    """Raises NoSuchPlace."""
    steps: list[str] = []
    node: Any = content
    for step in path.split("/"):
        steps.append("*" if isinstance(node, list) else step)
        node = _found(node, step)
    return "/".join(steps)


def place_of(content: Content, path: str) -> Place:
    """Where anything stands, though it may be no text: a list, or an item with fields. Raises NoSuchPlace."""
    _found(content, path)
    at, node = TOP, content
    for step in path.split("/"):
        names = [name for name, _inner in below(node)]
        deeper = replace(at, path=joined(at.path, step), pattern=joined(at.pattern, step))
        at = item_at(at, step, names.index(step) + 1) if is_list_of_items(node) else deeper
        node = _found(node, step)
    return at


def node_at(content: Content, path: str) -> Any:
    """Whatever stands there. Raises NoSuchPlace."""
    return _found(content, path)


def end_of(content: Content, list_path: str) -> str:
    """The last item of a list, or the list itself while it is empty. Raises NoSuchPlace."""
    inner = below(_found(content, list_path))
    return joined(list_path, inner[-1][0]) if inner else list_path


def is_there(content: Content, path: str) -> bool:
    """Whether anything stands there, a text or something with texts in it."""
    try:
        _found(content, path)
    except NoSuchPlace:
        return False
    return True


def text_at(content: Content, path: str) -> str | None:
    """What is written there, or None where there is no such text."""
    if not is_there(content, path):
        return None
    node = _found(content, path)
    text = node.get(TEXT) if isinstance(node, dict) and ID in node else node
    return text if isinstance(text, str) else None


def put(content: Content, path: str, text: str) -> Content:
    """The same content with another text at a place. Raises NoSuchPlace."""
    if text_at(content, path) is None:
        raise NoSuchPlace(path)
    changed = deepcopy(content)
    node = _found(changed, path)
    if isinstance(node, dict):
        node[TEXT] = text
    else:
        above, _, name = path.rpartition("/")
        _found(changed, above)[name] = text
    return changed


def insert(content: Content, after: str, text: str, item_id: str = "") -> Content:
    """One more item that is a text: after another one, or first where a list is named. Raises NoSuchPlace."""
    changed = deepcopy(content)
    items, position = _spot(changed, after)
    items.insert(position, {ID: item_id or new_id(), TEXT: text})
    return changed


def remove(content: Content, path: str) -> Content:
    """The same content without one item of a list. Raises NoSuchPlace."""
    changed = deepcopy(content)
    items, position = _spot(changed, path)
    if not position:
        raise NoSuchPlace(path)
    del items[position - 1]
    return changed


def move(content: Content, path: str, by: int) -> Content:
    """The same content with one item further up (by -1) or down, within its list. Raises NoSuchPlace."""
    changed = deepcopy(content)
    items, position = _spot(changed, path)
    if not position:
        raise NoSuchPlace(path)
    item = items.pop(position - 1)
    items.insert(max(0, position - 1 + by), item)
    return changed


def mark(content: Content, path: str, name: str, *, value: Any) -> Content:
    """The same content with something said of an item that is no text, as that it is hidden.

    Raises NoSuchPlace.
    """
    changed = deepcopy(content)
    item = _found(changed, path)
    if not isinstance(item, dict) or name not in item:
        raise NoSuchPlace(path)
    item[name] = value
    return changed


def said_of(content: Content, path: str, name: str) -> Any:
    """What such a mark is; None where there is no such item."""
    item = _found(content, path) if is_there(content, path) else None
    return item.get(name) if isinstance(item, dict) else None


def tidy(node: Any) -> Any:
    """Browsers end lines with two characters; no text must differ by that."""
    if isinstance(node, str):
        return node.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(node, list):
        return [tidy(item) for item in node]
    return {name: tidy(value) for name, value in node.items()} if isinstance(node, dict) else node


def _spot(content: Content, path: str) -> tuple[Items, int]:
    """A list, and the position behind the item that a path names; 0 where it names the list."""
    node = _found(content, path)
    above, _, item_id = path.rpartition("/")
    items = node if is_list_of_items(node) else _found(content, above)
    if not is_list_of_items(items):
        raise NoSuchPlace(path)
    return items, 0 if items is node else 1 + [item[ID] for item in items].index(item_id)


def _found(node: Any, path: str) -> Any:
    for step in path.split("/") if path else []:
        inner = dict(below(node))
        if step not in inner or (step == ID and isinstance(node, dict)):
            raise NoSuchPlace(path)
        node = inner[step]
    return node
