"""The room in a desk's private document: where it ends, what was kept longest ago is forgotten.

Nothing that is done elsewhere may fail because of what is kept here.
"""

import json
from collections.abc import Iterable

from offramp.documents.places import Content

# In bytes, of all papers together. A contact takes 35,000 at most, and the numbers of all papers that a desk
# can hold 25,000: with them it stays below the 200,000 of a document.
FOR_DISMISSED, FOR_REFUSED, FOR_LEFT, FOR_POSTINGS = 20_000, 18_000, 15_000, 85_000


def fitting(content: Content) -> Content:
    """The same, but for what there is no room for; the papers stand in the order in which they changed."""
    papers = content["papers"]
    refused = _share(FOR_REFUSED, [one["refused"] for one in papers])
    left = _share(FOR_LEFT, [one["left"] for one in papers])
    postings = _share(FOR_POSTINGS, [[one["posting"]] for one in papers])
    return content | {
        "dismissed": _newest(content["dismissed"], FOR_DISMISSED)[0],
        "papers": [
            paper | {"refused": refused[at], "left": left[at], "posting": "".join(postings[at])}
            for at, paper in enumerate(papers)
        ],
    }


def is_too_long(posting: str) -> bool:
    """Even where no other one is kept."""
    return _size(posting) > FOR_POSTINGS


def _share(room: int, lists: Iterable[list[str]]) -> list[list[str]]:
    """The last list takes first what it needs."""
    shared = []
    for lines in reversed(list(lists)):
        kept, room = _newest(lines, room)
        shared.append(kept)
    return shared[::-1]


def _newest(lines: list[str], room: int) -> tuple[list[str], int]:
    """As many from the end as there is room for, and the room that is left."""
    kept: list[str] = []
    for line in reversed(lines):
        size = _size(line)
        if size > room:
            return kept[::-1], 0
        kept.append(line)
        room -= size
    return kept[::-1], room


def _size(line: str) -> int:
    """As it is kept, with what stands between two."""
    return len(json.dumps(line, ensure_ascii=False).encode(errors="replace")) + 2
