"""What an owner does with a document: begin, save, restore, delete. Nobody else writes a version."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction

from offramp.documents import amounts, epochs, kinds, merging, places, versions
from offramp.documents.deeds import Act, What
from offramp.documents.epochs import NotYours
from offramp.documents.merging import Conflict
from offramp.documents.models import Desk, Document, Epoch
from offramp.documents.places import Content
from offramp.documents.versions import Opened, Writing
from offramp.people import envelopes
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member


class Changed(Exception):
    """The same place was changed here and elsewhere; both texts are in it, and nothing was written.

    To go on: let the person choose, and save again on top of `theirs.number`.
    """

    def __init__(self, *, base: Opened, theirs: Opened, mine: Content, merged: merging.Merged) -> None:
        super().__init__()
        self.base = base
        self.theirs = theirs
        self.mine = mine
        self.merged = merged.content
        self.conflicts: tuple[Conflict, ...] = merged.conflicts


@dataclass(frozen=True)
class Saved:
    """How it stands now; not new when nothing had changed, as with a double click."""

    number: int
    content: Content = field(repr=False)
    is_new: bool = True
    was_merged: bool = False


@transaction.atomic
def begin(
    *, by: Keyholder, kind: str, content: Content, on: date, act: Act | None = None, draft: UUID | None = None
) -> Document:
    """A new document of the owner's alone. The same draft sent twice begins one.

    Raises NotYours, a kind of Refused.
    """
    lock_or_make_desk(by.member)
    number = epochs.next_number(Document.objects.filter(desk=by.member.pk))
    document, is_new = Document.objects.get_or_create(
        pk=draft or uuid4(), defaults={"desk_id": by.member.pk, "number": number}
    )
    if not document.is_owned_by(by.member):
        raise NotYours
    if is_new:
        kept_as = kinds.of(kind)
        if not kept_as.is_private:  # the one of a desk has room on a full one too
            amounts.check_document(document.desk)
        first = Writing(kept_as, places.tidy(content), act or Act(What.BEGUN), on, before={})
        versions.write(document, first, by=by)
    return document


@transaction.atomic
def save(*, by: Keyholder, document: Document, content: Content, base: int, on: date) -> Saved:
    """A new version; where another one came in between, other places are merged and none is lost.

    Raises Changed, NotYours, NoSuchVersion, a kind of Refused.
    """
    locked = epochs.lock_as_owner(document, by)
    newest = versions.read(by=by, document=locked)
    mine = places.tidy(content)
    if base == newest.number:
        return write(newest, mine, Act(What.SAVED), by=by, on=on)
    newest.kind.check(mine)  # before it meets another
    start = versions.read_version(by=by, document=locked, number=base)
    merged = merging.merge(base=start.content, mine=mine, theirs=newest.content)
    if merged.conflicts:
        raise Changed(base=start, theirs=newest, mine=mine, merged=merged)
    return write(newest, merged.content, Act(What.MERGED), by=by, on=on)


@transaction.atomic
def rename(*, by: Keyholder, document: Document, title: str, on: date) -> Saved:
    """Raises NotYours, a kind of Refused."""
    newest = versions.read(by=by, document=epochs.lock_as_owner(document, by))
    return write(newest, newest.content | {"title": title}, Act(What.SAVED), by=by, on=on)


@transaction.atomic
def restore(*, by: Keyholder, document: Document, number: int, on: date) -> Saved:
    """An earlier content once more, as a new version. Raises NotYours, NoSuchVersion."""
    locked = epochs.lock_as_owner(document, by)
    earlier = versions.read_version(by=by, document=locked, number=number)
    newest = versions.read(by=by, document=locked)
    return write(newest, earlier.content, Act(What.RESTORED, of=number), by=by, on=on)


@transaction.atomic
def delete(*, by: Keyholder, document: Document) -> None:
    """Envelopes first, then the rows; nobody can bring it back. Raises NotYours."""
    locked = epochs.lock_as_owner(document, by)
    envelopes.of_all(Epoch.KIND, locked.epochs.values_list("pk", flat=True)).delete()
    locked.delete()


def write(newest: Opened, content: Content, act: Act, *, by: Keyholder, on: date) -> Saved:
    """On top of the newest version, unless it says the same already. Call under the lock."""
    was_merged = act.what == What.MERGED
    if content == newest.content:
        return Saved(newest.number, content, is_new=False, was_merged=was_merged)
    writing = Writing(newest.kind, content, act, on, before=newest.content)
    return Saved(versions.write(newest.document, writing, by=by), content, was_merged=was_merged)


def lock_or_make_desk(owner: Member) -> None:
    """The first document makes the desk. Raises NotYours to staff, and to somebody who burned meanwhile."""
    if not owner.is_seeker:
        raise NotYours
    Desk.objects.bulk_create([Desk(owner=owner)], ignore_conflicts=True)
    epochs.lock(owner.pk)
    # Burning takes this lock too: whoever comes second finds nobody, or everything.
    if not Member.objects.select_for_update().filter(pk=owner.pk).exists():
        raise NotYours
