"""One entry of a section: found, written back into its content, and put where it belongs."""

from copy import deepcopy
from typing import Any

from offramp.documents.places import ID, Content, Items
from offramp.paper import contents

Item = dict[str, Any]


def find(content: Content, section: str, entry_id: str) -> Item | None:
    return next((item for item in content[section] if item[ID] == entry_id), None)


def begun(section: str, entry_id: str, *, beside: Item | None = None) -> Item:
    """A new one; another position at an employer begins with what both have in common."""
    blank = contents.blank_entry(section, entry_id)
    shared = ("name", "location", "organization", "x-location", "institution")
    return blank | {key: beside[key] for key in shared if beside and key in beside and key in blank}


def is_blank(item: Item) -> bool:
    return not any(value for key, value in item.items() if key != ID)


def put(content: Content, section: str, entry: Item, *, after: str = "") -> Content:
    """In place of what it was; a new one behind the one it belongs to, else by its date."""
    changed = deepcopy(content)
    items: Items = changed[section]
    ids = [item[ID] for item in items]
    if entry[ID] in ids:
        items[ids.index(entry[ID])] = entry
    else:
        items.insert(ids.index(after) + 1 if after in ids else _spot(items, entry), entry)
    return changed


def _spot(items: Items, entry: Item) -> int:
    """Before the first that is older; where nothing is known of it, at the end."""
    since = _since(entry)
    older = (number for number, item in enumerate(items) if since and "" < _since(item) < since)
    return next(older, len(items))


def _since(entry: Item) -> str:
    found = (entry.get(key) for key in ("startDate", "date", "releaseDate"))
    return str(next(filter(None, found), ""))
