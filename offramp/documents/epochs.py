"""One act at a time on a desk, and the key it is written under; strangers are refused here."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from offramp.documents.models import Desk, Document, Epoch, Share
from offramp.documents.models.desk import DocumentQuerySet
from offramp.people import envelopes
from offramp.people.envelopes import NoKey
from offramp.people.keyholders import Keyholder
from offramp.people.models import Envelope, Member
from offramp.sealed import objects


class NotYours(Exception):
    """This document is not, or no longer, this member's to read or to change."""


def lock(owner_id: UUID) -> None:
    """Everything on one desk goes one at a time: after a request's lock, before any member's.

    Raises NotYours when it burned meanwhile.
    """
    if Desk.objects.select_for_update().filter(pk=owner_id).first() is None:
        raise NotYours


def lock_as_owner(document: Document, by: Keyholder) -> Document:
    """The document, read anew. Raises NotYours."""
    lock(document.desk_id)
    return _one(document, Document.objects.for_owner(by.member))


def lock_as_reader(document: Document, by: Keyholder) -> Document:
    """The same for whom it is shared with. Raises NotYours."""
    lock(document.desk_id)
    return _one(document, Document.objects.for_reader(by.member))


def lock_as_either(document: Document, by: Keyholder) -> Document:
    """Raises NotYours."""
    lock(document.desk_id)
    return _one(document, Document.objects.for_member(by.member))


def to_write(document: Document, by: Keyholder) -> tuple[Epoch, bytes]:
    """The open epoch and its key; where there is none its owner begins one. Call under the lock.

    Raises NotYours to a reader who holds no key.
    """
    epoch = in_order(document)
    if epoch:
        return epoch, key(epoch, by)
    if not document.is_owned_by(by.member):
        raise NotYours
    if document.reader:  # their account ended: nothing more is written under a key they may remember
        shut_out(document.reader, Document.objects.filter(pk=document.pk))
    return begin(document, to=[by.member])


def in_order(document: Document) -> Epoch | None:
    """The open epoch, if those who hold its key are exactly those who should."""
    epoch = document.epochs.filter(is_open=True).first()
    return epoch if epoch and _holders(epoch) == _entitled(document) else None


def begin(document: Document, *, to: Iterable[Member]) -> tuple[Epoch, bytes]:
    """A new key, sealed to these alone; the epoch before is closed. Call under the lock."""
    document.epochs.update(is_open=False)
    epoch = Epoch.objects.create(document=document, number=next_number(document.epochs.all()))
    fresh = objects.new_key()
    envelopes.put(fresh, kind=Epoch.KIND, object_id=epoch.pk, to=to)
    return epoch, fresh


def key(epoch: Epoch, by: Keyholder) -> bytes:
    """Raises NotYours."""
    try:
        return by.key(Epoch.KIND, epoch.pk)
    except NoKey:
        raise NotYours from None


def shut_out(member: Member, documents: DocumentQuerySet) -> None:
    """Take all keys of these documents from a member, and close what they could read. Call under the lock."""
    # Without it, a new code drawn in this moment would carry the keys on.
    list(Member.objects.select_for_update().filter(pk=member.pk))
    theirs = Epoch.objects.filter(document__in=documents)
    held = Envelope.objects.filter(member=member, kind=Epoch.KIND, object_id__in=theirs.values("pk"))
    shares = Share.objects.filter(document__in=documents, with_member=member)
    readable = Q(pk__in=held.values("object_id")) | Q(document__in=shares.values("document"))
    theirs.filter(readable).update(is_open=False)
    held.delete()
    shares.delete()


def next_number(rows: QuerySet) -> int:  # type: ignore[type-arg]
    """The order of anything in a document is a number. Call under the lock."""
    return 1 + (rows.aggregate(last=Max("number"))["last"] or 0)


def _one(document: Document, among: DocumentQuerySet) -> Document:
    found = among.filter(pk=document.pk).first()
    if found is None:
        raise NotYours
    return found


def _holders(epoch: Epoch) -> set[UUID | None]:
    return set(envelopes.of(Epoch.KIND, epoch.pk).values_list("member", flat=True))


def _entitled(document: Document) -> set[UUID]:
    return {document.desk_id, document.reader.pk} if document.reader else {document.desk_id}
