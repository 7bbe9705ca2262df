"""Copies of one main résumé: each takes what its tag asks for, and is offered what changes there later."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from uuid import UUID

from offramp.documents import editing, merging, places, versions
from offramp.documents.differences import How
from offramp.documents.editing import Saved
from offramp.documents.models import Document
from offramp.documents.places import ID, Content, Items, Place
from offramp.documents.versions import Opened
from offramp.people.keyholders import Keyholder

KIND = "resume"
_OWN = {"title", "purpose", "language", "design", "paper", "sections", "unread", "copy"}


class NotACopy(Exception):
    """It is no résumé, or was begun from none."""


class NoSuchOffer(Exception):
    """It was taken or declined before, or the main résumé says something else by now."""


@dataclass(frozen=True)
class Offer:
    """One place that says something else in the main résumé since; it fits while the copy left it alone."""

    place: Place
    how: How
    old: str = field(repr=False)
    new: str = field(repr=False)
    mine: str = field(repr=False)
    fits: bool
    stands_in: Content = field(repr=False, compare=False)  # the main résumé, as far as this place is there

    @property
    def key(self) -> str:
        """The same place with other words is another offer."""
        return f"{self.place.path} {sha256(f'{self.how} {self.new}'.encode()).hexdigest()[:16]}"


@dataclass(frozen=True)
class _Since:
    """The main résumé when the copy last looked at it, and now; both as the copy's tag takes them."""

    then: Content = field(repr=False)
    now: Content = field(repr=False)
    number: int


def begin(*, by: Keyholder, master: Opened, tag: str, title: str, on: date, draft: UUID) -> Document:
    """A copy with what this tag takes. Raises NotACopy for what is no résumé, NotYours, a kind of Refused."""
    if master.kind.name != KIND:
        raise NotACopy
    of = {"of": str(master.document.pk), "at": master.number, "tag": tag, "declined": []}
    content = taken(master.content, tag) | {"title": title, "copy": of}
    return editing.begin(by=by, kind=KIND, content=content, on=on, draft=draft)


def taken(content: Content, tag: str) -> Content:
    """What has tags is only for copies that carry one of them; without a tag a copy takes everything."""
    if not tag:
        return content
    chosen = deepcopy(content)
    for section in _sections(content):
        chosen[section] = _tagged(chosen[section], tag)
        for item in chosen[section]:
            if "highlights" in item:
                item["highlights"] = _tagged(item["highlights"], tag)
    return chosen


def offers(*, by: Keyholder, copy: Opened) -> list[Offer]:
    """What changed there and is not decided about here. Nothing where there is no main résumé any more."""
    since = _since(by, copy)
    declined = set(copy.content["copy"]["declined"]) if since else set()
    found = _offers(copy.content, since) if since else iter(())
    return [offer for offer in found if offer.key not in declined]


def accept(*, by: Keyholder, copy: Opened, key: str, on: date) -> Saved:
    """Raises NoSuchOffer, editing.Changed, NotYours, a kind of Refused."""
    offer, since = _chosen(by, copy, key)
    partly = _with(since, offer)
    merged = merging.merge(base=since.then, mine=_apart(copy.content, since.then), theirs=partly)
    content = merged.content if not merged.conflicts else _instead(copy.content, offer)
    own = {name: copy.content[name] for name in _OWN}
    return _settled(by, copy, content | own, on=on)


def decline(*, by: Keyholder, copy: Opened, key: str, on: date) -> Saved:
    """Remembered in the copy. Raises what accepting raises."""
    offer, _there = _chosen(by, copy, key)
    of = copy.content["copy"]
    content = copy.content | {"copy": of | {"declined": [*of["declined"], offer.key]}}
    return _settled(by, copy, content, on=on)


def _settled(by: Keyholder, copy: Opened, content: Content, *, on: date) -> Saved:
    """Where nothing is left to decide, the copy goes on from the main résumé as it is now."""
    since = _since(by, copy)
    of = content["copy"]
    if since and all(offer.key in of["declined"] for offer in _offers(content, since)):
        content = content | {"copy": of | {"at": since.number, "declined": []}}
    return editing.save(by=by, document=copy.document, content=content, base=copy.number, on=on)


def _chosen(by: Keyholder, copy: Opened, key: str) -> tuple[Offer, _Since]:
    since = _since(by, copy)
    found = next((one for one in offers(by=by, copy=copy) if one.key == key), None)
    if since is None or found is None:
        raise NoSuchOffer
    return found, since


def _since(by: Keyholder, copy: Opened) -> _Since | None:
    of = copy.content.get("copy")
    master = Document.objects.for_owner(by.member).filter(pk=of["of"]).first() if of else None
    if of is None or master is None or not copy.document.is_owned_by(by.member):
        return None
    now = versions.read(by=by, document=master)
    then = versions.read_version(by=by, document=master, number=of["at"])
    return _Since(taken(then.content, of["tag"]), taken(now.content, of["tag"]), now.number)


def _offers(mine: Content, since: _Since) -> Iterator[Offer]:
    for path, how in _changed(since.then, since.now):
        here = places.is_there(mine, path)
        if here != (how is not How.ADDED):
            continue  # the copy took it out itself, or has it already
        stands_in = since.then if how is How.REMOVED else since.now
        at = places.place_of(stands_in, path)
        old, new, own = (_told(content, path) for content in (since.then, since.now, mine))
        if own != new or how is not How.CHANGED:
            yield Offer(at, how, old, new, own, own == old, stands_in)


def _changed(then: Content, now: Content) -> Iterator[tuple[str, How]]:
    """Text by text at the top and within entries and bullets that both have; others as a whole."""
    yield from _texts("basics", then, now)
    for section in _sections(now):
        yield from _items(section, then, now)


def _items(path: str, then: Content, now: Content) -> Iterator[tuple[str, How]]:
    before, after = (dict(places.below(places.node_at(content, path))) for content in (then, now))
    for item_id in after:
        at = places.joined(path, item_id)
        if item_id in before:
            yield from _texts(at, then, now)
        else:
            yield at, How.ADDED
    yield from ((places.joined(path, gone), How.REMOVED) for gone in before if gone not in after)


def _texts(path: str, then: Content, now: Content) -> Iterator[tuple[str, How]]:
    if places.text_at(now, path) != places.text_at(then, path):
        yield path, How.CHANGED
    for name, value in places.below(places.node_at(now, path)):
        at = places.joined(path, name)
        if isinstance(value, str) and name not in (ID, places.TEXT) and value != places.text_at(then, at):
            yield at, How.CHANGED
        elif places.is_list_of_items(value) and name != "tags":
            yield from _items(at, then, now)


def _with(since: _Since, offer: Offer) -> Content:
    """The main résumé as it was then, with this one change."""
    path = offer.place.path
    if offer.how is How.CHANGED:
        return places.put(since.then, path, offer.new)
    if offer.how is How.REMOVED:
        return places.remove(since.then, path)
    above, _, item_id = path.rpartition("/")
    partly = deepcopy(since.then)
    known = {item[ID]: item for item in places.node_at(partly, above)}
    order: Items = places.node_at(since.now, above)
    places.node_at(partly, above)[:] = [
        known.get(item[ID], item) for item in order if item[ID] in known or item[ID] == item_id
    ] + [item for item in known.values() if item[ID] not in {one[ID] for one in order}]
    return partly


def _apart(copy: Content, then: Content) -> Content:
    """Without what is a copy's own in any case."""
    return copy | {name: then[name] for name in _OWN}


def _instead(copy: Content, offer: Offer) -> Content:
    """In place of the copy's own words, which its owner saw beside it."""
    path = offer.place.path
    return places.remove(copy, path) if offer.how is How.REMOVED else places.put(copy, path, offer.new)


def _told(content: Content, path: str) -> str:
    if not places.is_there(content, path):
        return ""
    node = places.node_at(content, path)
    return "\n".join(place.text for place in places.walk(node) if place.text)


def _tagged(items: Items, tag: str) -> Items:
    return [item for item in items if not item["tags"] or tag in item["tags"]]


def _sections(content: Content) -> list[str]:
    return [one[ID] for one in content["sections"]]
