"""What was done with a document, and what it said then, as it is taken along: each text where it came in.

One file to take along is made in memory and in one go. Beyond what it holds, the past of a document is saved
by itself, in parts if it must be.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from uuid import UUID

from offramp.documents import versions
from offramp.documents.differences import How
from offramp.documents.models import Document
from offramp.documents.versions import Opened
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member
from offramp.web.desk import deed_words, labels
from offramp.web.desk.deed_words import Around, Line

# Bytes of all versions that are opened for one file; however small one is, it takes as long as so many.
LARGEST_TOGETHER, EACH = 40_000_000, 13_000


@dataclass(frozen=True)
class Part:
    """Versions of one document that fit into one file, the first and the last of them."""

    document: UUID
    first: int
    last: int
    apart: bool


@dataclass(frozen=True)
class Step:
    """One version: what was done, and every text that it brought, under the name of its place."""

    line: Line
    texts: list[tuple[str, str]] = field(repr=False)


def parts(owner: Member) -> dict[UUID, list[Part]]:
    """By document, in the order in which they were begun; those that no file has room for stand apart."""
    found: dict[UUID, list[Part]] = {}
    together = 0
    for document, bare in versions.sizes(owner).items():
        sizes = [one + EACH for one in bare]
        size = sum(sizes)
        apart = together + size > LARGEST_TOGETHER
        together += 0 if apart else size
        found[document] = list(_cut(document, sizes, apart=apart))
    return found


def steps(owner: Keyholder, document: Document, part: Part) -> Iterator[Step]:
    """One by one, as a part is large."""
    read = versions.read_all(by=owner, document=document, first=max(1, part.first - 1))
    before = next(read, None) if part.first > 1 else None
    for opened in islice(read, part.last - part.first + 1):
        yield _step(opened, before)
        before = opened


def _step(opened: Opened, before: Opened | None) -> Step:
    kind, content = opened.kind.name, opened.content
    if before is None:
        begun = [(labels.label(kind, place, content), place.text) for place in opened.places if place.text]
        return Step(deed_words.line(opened.deed, today=None), begun)
    around = Around(opened, before)
    brought = [one for one in around.touched if one.how in (How.ADDED, How.CHANGED)]
    texts = [(labels.label(kind, one, content), one.new) for one in brought]
    return Step(deed_words.line(opened.deed, today=None, around=around), texts)


def _cut(document: UUID, sizes: list[int], *, apart: bool) -> Iterator[Part]:
    """Numbers of versions begin with 1, and none is left out."""
    first, room = 1, LARGEST_TOGETHER
    for number, size in enumerate(sizes, 1):
        if size > room and number > first:
            yield Part(document, first, number - 1, apart)
            first, room = number, LARGEST_TOGETHER
        room -= size
    yield Part(document, first, len(sizes), apart)
