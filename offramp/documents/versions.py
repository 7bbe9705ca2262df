"""Versions: reading what one's keys open, telling the history, and writing the next one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models.functions import Length

from offramp.documents import amounts, deeds, differences, epochs, kinds, sealing
from offramp.documents.deeds import Act, Deed
from offramp.documents.kinds.kind import Kind
from offramp.documents.models import Document, Epoch, Version
from offramp.documents.places import Content, Place
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member


class NoSuchVersion(Exception):
    """There is none of that number, or it is from before the document was shared with whoever asks."""


@dataclass(frozen=True)
class Opened:
    """One version, opened."""

    document: Document
    deed: Deed
    content: Content = field(repr=False)

    @property
    def number(self) -> int:
        return self.deed.number

    @property
    def kind(self) -> Kind:
        return kinds.of(self.deed.kind)

    @property
    def title(self) -> str:
        return str(self.content["title"])

    @property
    def places(self) -> list[Place]:
        return self.kind.places(self.content)

    def place(self, path: str) -> Place | None:
        return next((place for place in self.places if place.path == path), None)


@dataclass(frozen=True)
class Writing:
    """What shall become the next version, and what it follows."""

    kind: Kind
    content: Content = field(repr=False)
    act: Act
    on: date
    before: Content = field(repr=False)

    def deed(self, number: int) -> Deed:
        touched, more = deeds.told(differences.compare(self.kind, self.before, self.content))
        title = str(self.content["title"])
        return Deed(number, self.on, self.act, self.kind.name, title, touched, more)


def read(*, by: Keyholder, document: Document) -> Opened:
    """The newest version. Raises NotYours."""
    newest = document.versions.select_related("epoch").order_by("-number").first()
    if newest is None:
        raise epochs.NotYours
    return _opened(newest, document, epochs.key(newest.epoch, by))


def read_version(*, by: Keyholder, document: Document, number: int) -> Opened:
    """Raises NoSuchVersion."""
    version = document.versions.select_related("epoch").filter(number=number).first()
    found = by.keys_of(Epoch.KIND, [version.epoch_id]) if version else {}
    if version is None or not found:
        raise NoSuchVersion
    return _opened(version, document, found[version.epoch_id])


def read_all(*, by: Keyholder, document: Document, first: int = 1) -> Iterator[Opened]:
    """Those that one's keys open, from a number on, the oldest first; few at a time, as all may be many."""
    rows = document.versions.select_related("epoch").filter(number__gte=first).order_by("number")
    keys = by.keys_of(Epoch.KIND, document.epochs.values_list("pk", flat=True))
    for version in rows.iterator(chunk_size=20):
        if version.epoch_id in keys:
            yield _opened(version, document, keys[version.epoch_id])


def sizes(owner: Member) -> dict[UUID, list[int]]:
    """Of each version on a desk, by document, in bytes; opens none."""
    rows = Version.objects.filter(document__desk=owner.pk).order_by("document__number", "number")
    found: dict[UUID, list[int]] = {}
    for document, size in rows.values_list("document", Length("sealed")):
        found.setdefault(document, []).append(size)
    return found


def history(*, by: Keyholder, document: Document) -> list[Deed]:
    """What was done, the newest first; a reader's begins with the day it was shared with them."""
    versions = document.versions.select_related("epoch").defer("sealed").order_by("-number")
    return list(read_deeds(by, list(versions)).values())


def read_deeds(by: Keyholder, versions: list[Version]) -> dict[Version, Deed]:
    """Those that one's keys open, in as many queries for many as for one."""
    found = by.keys_of(Epoch.KIND, {version.epoch_id for version in versions})
    return {
        version: _deed(version, found[version.epoch_id]) for version in versions if version.epoch_id in found
    }


def write(document: Document, writing: Writing, *, by: Keyholder) -> int:
    """One more version, in the open epoch; says its number. Call under the lock.

    Raises a kind of Refused, NotYours.
    """
    writing.kind.check(writing.content)
    epoch, key = epochs.to_write(document, by)
    number = document.newest + 1
    version = Version(document=document, epoch=epoch, number=number, written_at_id=by.member.pk)
    version.sealed = sealing.seal(writing.kind.kept(writing.content), version, kind=Version.KIND, key=key)
    deed = deeds.pack(writing.deed(number))
    version.sealed_deed = sealing.seal(deed, version, kind=Version.DEED_KIND, key=key)
    amounts.check_version(document, version.sealed)
    version.save(force_insert=True)
    document.newest = number
    document.save(update_fields=["newest"])
    return number


def _opened(version: Version, document: Document, key: bytes) -> Opened:
    content = sealing.open(version.sealed, version, kind=Version.KIND, key=key)
    return Opened(document, _deed(version, key), content)


def _deed(version: Version, key: bytes) -> Deed:
    packed = sealing.open(version.sealed_deed, version, kind=Version.DEED_KIND, key=key)
    return deeds.unpack(packed, number=version.number)
