"""What one kind of document is: its shape, where a person reads text in it, and what it refuses."""

import json
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from offramp.documents import places
from offramp.documents.places import Content, Place

LONGEST_PLACE = 10_000  # characters
MOST_PLACES = 200
LARGEST = 200_000  # bytes

Schema = dict[str, Any]
TITLE: Schema = {"type": "string", "maxLength": 200}
_BLANKS: dict[str, type] = {"string": str, "array": list, "boolean": bool, "object": dict}


class Refused(Exception):
    """This content cannot be kept; the path says where, and is empty for the whole."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class WrongShape(Refused):
    """Something is missing, or stands where this kind has no place for it."""


class SameIdTwice(Refused):
    """Two items of a list would be one and the same to whoever changes them later."""


class NotText(Refused):
    """Halves of characters, which no reader could show."""


class TooManyPlaces(Refused):
    """More places than one document may have."""


class TooLarge(Refused):
    """More bytes than one document may have."""


class TooLong(Refused):
    """More characters than this place may have."""

    def __init__(self, path: str, most: int) -> None:
        super().__init__(path)
        self.most = most


@dataclass(frozen=True)
class Kind:
    """A name, a JSON Schema, what a new one looks like, and which paths lead to what people change."""

    name: str
    schema: Schema = field(repr=False)
    blank: Content = field(repr=False)
    patterns: tuple[str, ...] = field(repr=False)  # "title", "paragraphs/*", "work/*/position"
    most_places: int = MOST_PLACES
    forgets: tuple[str, ...] = ()  # patterns of texts that were kept once, and are written no more
    is_private: bool = False  # the program's own notes of a person: on no list, and never shared

    def empty(self) -> Content:
        return deepcopy(self.blank)

    def places(self, content: Content) -> list[Place]:
        """What a person reads and may change, in order; a key or a file's number is not among it."""
        return [place for place in places.walk(content) if place.pattern in self.patterns]

    def may_grow(self, pattern: str) -> bool:
        """Whether a place like this can be taken out, or get another one beside it."""
        return pattern in self.patterns and pattern.endswith("/*")

    def kept(self, content: Content) -> Content:
        """As it is written from now on."""
        for place in places.walk(content) if self.forgets else ():
            if place.pattern in self.forgets and place.text:
                content = places.put(content, place.path, "")
        return content

    def completed(self, content: Content) -> Content:
        """With everything an item of a list must have: one put in from a suggestion is a text alone."""
        whole: Content = _completed(content, self.schema)
        return whole

    def check(self, content: Content) -> None:
        """Raises a kind of Refused."""
        for error in self._validator.iter_errors(content):
            raise _refusal(content, error)
        _check_ids(content)
        _check_size(content)
        found = self.places(content)
        if len(found) > self.most_places:
            raise TooManyPlaces("")
        for place in found:
            if len(place.text) > LONGEST_PLACE:
                raise TooLong(place.path, LONGEST_PLACE)

    @cached_property
    def _validator(self) -> Draft202012Validator:
        return Draft202012Validator(self.schema)


def items(properties: dict[str, Schema], most: int | None = None) -> Schema:
    """The schema of a list of such things, each with an id and all of its properties."""
    item = {
        "type": "object",
        "properties": {places.ID: {"type": "string"}, **properties},
        "required": [places.ID, *properties],
        "additionalProperties": False,
    }
    return {"type": "array", "items": item} | ({} if most is None else {"maxItems": most})


def _completed(node: Any, schema: Schema) -> Any:
    if isinstance(node, list):
        return [_completed(item, schema.get("items", {})) for item in node]
    if not isinstance(node, dict):
        return node
    properties = schema.get("properties", {})
    lacking = (
        {name: _BLANKS[inner["type"]]() for name, inner in properties.items() if name not in node}
        if places.ID in node
        else {}
    )
    return {name: _completed(value, properties.get(name, {})) for name, value in node.items()} | lacking


def _refusal(content: Content, error: ValidationError) -> Refused:
    """The schema counts items from 0; we name them by their ids where they have one."""
    node: Any = content
    steps = []
    for step in error.absolute_path:
        node = node[step]
        named = node.get(places.ID) if isinstance(step, int) and isinstance(node, dict) else None
        steps.append(str(named if places.is_id(named) else step))
    if steps[-1:] == [places.TEXT] and len(steps) > 1:
        steps.pop()  # an item that is one text is named without it
    path = "/".join(steps)
    if error.validator == "maxLength":
        return TooLong(path, int(str(error.validator_value)))
    if error.validator == "maxItems":
        return TooManyPlaces(path)
    return WrongShape(path)


def _check_ids(node: Any, path: str = "") -> None:
    if places.is_list_of_items(node):
        ids = [item[places.ID] for item in node]
        if not all(places.is_id(one) for one in ids):
            raise WrongShape(path)
        if len(ids) > len(set(ids)):
            raise SameIdTwice(path)
    for name, inner in places.below(node):
        _check_ids(inner, places.joined(path, name))


def _check_size(content: Content) -> None:
    for place in places.walk(content):
        try:
            place.text.encode()
        except UnicodeEncodeError:
            raise NotText(place.path) from None
    if len(json.dumps(content, ensure_ascii=False).encode(errors="replace")) > LARGEST:
        raise TooLarge("")
