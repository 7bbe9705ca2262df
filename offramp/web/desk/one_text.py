"""A note as one text, as it is typed: the first line is its title, an empty line begins a paragraph.

One field is what a phone without JavaScript edits best, and what comes back whole from every page that keeps
a text. Suggestions and comments hang on a paragraph's id, so each typed paragraph finds its own again.
"""

import re
from collections import Counter
from hashlib import sha256
from itertools import zip_longest
from uuid import UUID

from offramp.documents.kinds.kind import MOST_PLACES, TITLE
from offramp.documents.places import ID, TEXT, Content, Items

LONGEST_TITLE = int(TITLE["maxLength"])
_BETWEEN = re.compile(r"\n(?:[^\S\n]*\n)+")
_ALIKE = 0.5  # of the words of both


def shown(content: Content) -> str:
    """What stands in the field."""
    paragraphs = [item[TEXT] for item in content.get("paragraphs", []) if item[TEXT].strip()]
    # Without a title the text begins with an empty line.
    return "\n\n".join([content["title"], *paragraphs]) if paragraphs else str(content["title"])


def read(text: str, *, base: Content, draft: UUID) -> Content:
    """What was typed, as a changed copy of the content it was typed on.

    New paragraphs get their ids from the form's draft: a double click adds each of them once.
    """
    typed = text.replace("\r\n", "\n").rstrip()
    if typed == shown(base).rstrip():
        return base  # a paragraph that holds an empty line of its own stays one
    title, paragraphs = _parted(typed)
    if "paragraphs" not in base:
        return base | {"title": " ".join([title, *paragraphs]).strip()}
    ids = found_again(base["paragraphs"], paragraphs[:MOST_PLACES])  # more are refused, so not compared
    items = [
        {ID: known or fresh(draft, number), TEXT: paragraph}
        for number, (paragraph, known) in enumerate(zip_longest(paragraphs, ids, fillvalue=""))
    ]
    if not items and not any(item[TEXT] for item in base["paragraphs"]):
        items = base["paragraphs"]
    return base | {"title": title, "paragraphs": items}


def _parted(text: str) -> tuple[str, list[str]]:
    """The title, and the paragraphs below it."""
    first, _, rest = text.partition("\n")
    title = first.strip()
    if len(title) > LONGEST_TITLE:
        title, rest = "", text
    return title, [part.strip("\n") for part in _BETWEEN.split(rest.strip("\n")) if part.strip()]


def found_again(before: Items, paragraphs: list[str]) -> list[str]:
    """For each paragraph the id of the one it was: unchanged, else most alike, else at the same spot."""
    found = [""] * len(paragraphs)
    left = {item[ID]: item[TEXT] for item in before}
    for number, paragraph in enumerate(paragraphs):
        found[number] = next((one for one, text in left.items() if text == paragraph), "")
        left.pop(found[number], None)
    for number, item_id in _most_alike(paragraphs, found, left):
        found[number] = item_id
        left.pop(item_id)
    order = ["", *(item[ID] for item in before)]
    for number, item_id in enumerate(found):
        neighbor = found[number - 1] if number else ""
        behind = order[order.index(neighbor) + 1 :][:1] if neighbor or not number else []
        if not item_id and behind and behind[0] in left:
            found[number] = behind[0]
            left.pop(behind[0])
    return found


def _most_alike(paragraphs: list[str], found: list[str], left: dict[str, str]) -> list[tuple[int, str]]:
    """Pairs of a typed and an earlier paragraph, the most alike first, each in one pair at most."""
    words = {item_id: Counter(text.split()) for item_id, text in left.items()}
    pairs = []
    for number, paragraph in enumerate(paragraphs):
        typed = Counter(paragraph.split()) if not found[number] else Counter()
        pairs += [(_likeness(typed, others), number, item_id) for item_id, others in words.items() if typed]
    numbers: set[int] = set()
    ids: set[str] = set()
    chosen = []
    for likeness, number, item_id in sorted(pairs, key=lambda pair: (-pair[0], pair[1])):
        if likeness >= _ALIKE and number not in numbers and item_id not in ids:
            numbers.add(number)
            ids.add(item_id)
            chosen.append((number, item_id))
    return chosen


def _likeness(some: Counter[str], others: Counter[str]) -> float:
    both = some.total() + others.total()
    return 2 * (some & others).total() / both if both else 0.0


def fresh(draft: UUID, number: int) -> str:
    return sha256(draft.bytes + number.to_bytes(4)).hexdigest()[:8]
