"""The parts of a brought résumé that its owner has not looked at: which come next, and what they hold."""

import json
from collections.abc import Iterable, Iterator

from offramp.documents.places import ID, Content, Items
from offramp.paper.outline import SECTIONS

BASICS, UNREAD = "basics", "unread"
# Of one page: what a phone shows with patience, and what fits into one form whatever its letters.
MOST_TOGETHER, MOST_LETTERS = 6, 12_000


def all_of(content: Content) -> Iterator[str]:
    """In the order in which they are asked about."""
    if any(content[BASICS].values()):
        yield BASICS
    for section in SECTIONS:
        yield from (f"{section.key}/{entry[ID]}" for entry in content[section.key])
    if content[UNREAD]:
        yield UNREAD


def next_section(content: Content, left: Iterable[str]) -> str:
    """Where to go on; empty when all is done. What was deleted elsewhere is no longer asked about."""
    there = set(all_of(content))
    return next((part for part in left if part in there), "").partition("/")[0]


def together(content: Content, section: str, left: Iterable[str]) -> Items:
    """The next entries of a section for one page."""
    if section == BASICS:
        return []
    waiting = set(left)
    entries = [entry for entry in content[section] if f"{section}/{entry[ID]}" in waiting]
    chosen: Items = []
    letters = 0
    for entry in entries[:MOST_TOGETHER]:
        letters += len(json.dumps(entry, ensure_ascii=False))
        if chosen and letters > MOST_LETTERS:
            break
        chosen.append(entry)
    return chosen
