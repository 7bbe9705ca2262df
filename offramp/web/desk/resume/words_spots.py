"""Words at a place of a paper that a page asks about: shown in their line, and changed only when chosen."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby, pairwise
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from offramp.documents import editing, places
from offramp.documents.editing import Saved
from offramp.documents.places import Content, Place
from offramp.documents.versions import Opened
from offramp.web.desk import labels, mine
from offramp.web.doors import MemberRequest

AROUND = 160  # characters of the line, on either side
MOST_ON_A_PAGE = 60  # a form of ours holds three times as many fields

_KEY = re.compile("[0-9a-f]{16}")
Change = Callable[[str], str]


@dataclass(frozen=True)
class Spot:
    """Where the words stand; its key tells whether they still stand there when the answer comes."""

    place: Place
    start: int
    end: int
    label: str = field(repr=False)

    @property
    def key(self) -> str:
        named = f"{self.place.path} {self.start} {self.end} {self.place.text}"
        return sha256(named.encode()).hexdigest()[:16]

    @property
    def words(self) -> str:
        return self.place.text[self.start : self.end]

    @property
    def before(self) -> str:
        kept = self.place.text[max(0, self.start - AROUND) : self.start]
        return f"… {kept}" if self.start > AROUND else kept

    @property
    def after(self) -> str:
        kept = self.place.text[self.end : self.end + AROUND]
        return f"{kept} …" if self.end + AROUND < len(self.place.text) else kept


class Spotted(Protocol):
    """Something said of a spot."""

    @property
    def spot(self) -> Spot: ...


One = TypeVar("One", bound=Spotted)


@dataclass(frozen=True)
class Line(Generic[One]):
    """A line, and all that is said of spots in it."""

    ones: list[One] = field(repr=False)

    @property
    def label(self) -> str:
        return self.ones[0].spot.label

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """The words, and whether they are a spot. Of two that overlap the first is shown as one."""
        apart = [self.ones[0].spot]
        for one in self.ones[1:]:
            if one.spot.start >= apart[-1].end:
                apart.append(one.spot)
        text, last = apart[0].place.text, apart[-1]
        made = [(apart[0].before, False)]
        for here, following in pairwise(apart):
            made += [(here.words, True), (text[here.end : following.start], False)]
        return [*made, (last.words, True), (last.after, False)]


def by_line(ones: Iterable[One]) -> list[Line[One]]:
    """In the order of the paper, as they come."""
    grouped = groupby(ones, key=lambda one: one.spot.place.path)
    return [Line(sorted(some, key=lambda one: one.spot.start)) for _path, some in grouped]


def spot(opened: Opened, place: Place, start: int, end: int) -> Spot:
    return Spot(place, start, end, labels.label(opened.kind.name, place, opened.content))


def opened_paper(request: MemberRequest, uuid: UUID, *, kinds: Iterable[str]) -> Opened:
    """404 for a document of another kind."""
    opened = mine.opened(request, uuid)
    if opened.kind.name not in kinds:
        raise Http404
    return opened


def shown_places(opened: Opened) -> list[Place]:
    """What stands on the paper when it goes out: no title, nothing hidden, no evidence, nothing unread."""
    return [place for place in opened.places if _is_shown(opened.content, place)]


def changed(content: Content, changes: Iterable[tuple[Spot, Change]]) -> Content:
    """With each change made in its place, from the end of a line to its beginning."""
    by_path: dict[str, list[tuple[Spot, Change]]] = defaultdict(list)
    for one in changes:
        by_path[one[0].place.path].append(one)
    for path, ones in by_path.items():
        text = ones[0][0].place.text
        for _spot, change in sorted(ones, key=lambda one: -one[0].start):
            text = change(text)
        content = places.put(content, path, text)
    return content


def outcome(request: MemberRequest, *, is_done: bool, told: str) -> str:
    """What the page says then. After a double click nothing is left to do, and nothing is wrong."""
    chose = any(value for name, value in request.POST.items() if _KEY.fullmatch(name))
    return told if is_done else "words-over" if chose else "words-left"


def save(request: MemberRequest, opened: Opened, content: Content) -> Saved:
    """Raises Changed, a kind of Refused."""
    today = timezone.now().date()
    with mine.or_404():
        return editing.save(
            by=request.keyholder, document=opened.document, content=content, base=opened.number, on=today
        )


def _is_shown(content: Content, place: Place) -> bool:
    top = place.path.partition("/")[0]
    if top in ("title", "unread", "posting") or place.pattern.endswith("/evidence"):
        return False
    if any(one[places.ID] == top and one[places.HIDDEN] for one in content.get("sections", [])):
        return False
    node: object = content
    for step in place.path.split("/"):
        node = dict(places.below(node)).get(step)
        if isinstance(node, dict) and node.get(places.HIDDEN):
            return False
    return True
