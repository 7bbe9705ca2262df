"""The three things a reader may propose, and what becomes of a content that takes one."""

from dataclasses import asdict, dataclass, field, replace
from typing import Any

from offramp.documents import places
from offramp.documents.kinds.kind import Kind
from offramp.documents.places import Content, NoSuchPlace, Place


class PlaceChanged(Exception):
    """The place says something else by now; a person must put the three texts together."""

    def __init__(self, *, now: str, old: str, new: str) -> None:
        super().__init__()
        self.now = now
        self.old = old
        self.new = new


class PlaceGone(Exception):
    """The place was taken out meanwhile; the words are still here, to be put elsewhere by hand."""

    def __init__(self, *, old: str, new: str) -> None:
        super().__init__()
        self.old = old
        self.new = new


@dataclass(frozen=True)
class Change:
    """Another text at a place."""

    path: str
    old: str = field(repr=False)
    new: str = field(repr=False)

    def place(self, kind: Kind, content: Content) -> Place:
        """Where it stands. Raises NoSuchPlace."""
        return _place(kind, content, self.path)

    def apply(self, content: Content) -> Content:
        """Raises PlaceChanged, PlaceGone."""
        now = _text_now(content, self)
        if now not in (self.old, self.new):
            raise PlaceChanged(now=now, old=self.old, new=self.new)
        return places.put(content, self.path, self.new)

    def edited(self, text: str, *, now: str) -> "Proposal":
        """In other words, on top of what the person saw there."""
        return replace(self, old=now, new=text)


@dataclass(frozen=True)
class Insertion:
    """One more place: behind another one, or first where a list is named."""

    path: str
    new: str = field(repr=False)
    # Drawn with the proposal, so that taking it twice cannot put it in twice.
    item_id: str = field(default_factory=places.new_id)

    @property
    def old(self) -> str:
        return ""

    def place(self, kind: Kind, content: Content) -> Place:
        """Where it would stand. Raises NoSuchPlace."""
        before = next((place for place in kind.places(content) if place.path == self.path), None)
        at = before or places.item_at(places.place_of(content, self.path), "", 0)
        if not kind.may_grow(at.pattern):
            raise NoSuchPlace(self.path)
        return Place(self.path, at.pattern, 1 + at.position, "", at.above)

    def apply(self, content: Content) -> Content:
        """At the end where its neighbor is gone. Raises PlaceGone."""
        above = self.path.rpartition("/")[0]
        try:
            spot = self.path if places.is_there(content, self.path) else places.end_of(content, above)
            return places.insert(content, spot, self.new, self.item_id)
        except NoSuchPlace:
            raise PlaceGone(old="", new=self.new) from None

    def edited(self, text: str, *, now: str) -> "Proposal":  # noqa: ARG002 - there is nothing there yet
        return replace(self, new=text)


@dataclass(frozen=True)
class Removal:
    """One place less."""

    path: str
    old: str = field(repr=False)

    @property
    def new(self) -> str:
        return ""

    def place(self, kind: Kind, content: Content) -> Place:
        """Raises NoSuchPlace."""
        place = _place(kind, content, self.path)
        if not kind.may_grow(place.pattern):
            raise NoSuchPlace(self.path)
        return place

    def apply(self, content: Content) -> Content:
        """Gone already is as good. Raises PlaceChanged."""
        now = places.text_at(content, self.path)
        if now is None:
            return content
        if now != self.old:
            raise PlaceChanged(now=now, old=self.old, new="")
        return places.remove(content, self.path)

    def edited(self, text: str, *, now: str) -> "Proposal":
        """With words of one's own it stays; without any it still goes."""
        return Change(self.path, old=now, new=text) if text else replace(self, old=now)


Proposal = Change | Insertion | Removal
_FORMS: dict[str, type[Change] | type[Insertion] | type[Removal]] = {
    "change": Change,
    "insertion": Insertion,
    "removal": Removal,
}


def pack(proposal: Proposal) -> dict[str, Any]:
    return {"form": type(proposal).__name__.lower(), **asdict(proposal)}


def is_same(proposal: Proposal, other: Proposal) -> bool:
    """Sent twice, or made twice: an insertion draws another id each time."""
    apart = {"item_id": None}
    return pack(proposal) | apart == pack(other) | apart


def tidy(proposal: Proposal) -> Proposal:
    return unpack(places.tidy(pack(proposal)))


def unpack(packed: dict[str, Any]) -> Proposal:
    return _FORMS[packed["form"]](**{name: value for name, value in packed.items() if name != "form"})


def _place(kind: Kind, content: Content, path: str) -> Place:
    found = next((place for place in kind.places(content) if place.path == path), None)
    if found is None:
        raise NoSuchPlace(path)
    return found


def _text_now(content: Content, change: Change) -> str:
    now = places.text_at(content, change.path)
    if now is None:
        raise PlaceGone(old=change.old, new=change.new)
    return now
