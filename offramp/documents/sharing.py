"""With whom a document is shared: from now on with one reader, or with nobody any more."""

from datetime import date

from django.db import transaction

from offramp.documents import epochs, versions
from offramp.documents.deeds import Act, What
from offramp.documents.epochs import NotYours
from offramp.documents.models import Document, Share
from offramp.documents.versions import Writing
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member


@transaction.atomic
def share(*, by: Keyholder, document: Document, reader: Member, on: date) -> None:
    """As it is now and what changes from now on, never what came before; an earlier reader is out.

    Whether this reader is the right one is for the caller to say. Again is no error. Raises NotYours.
    """
    locked = epochs.lock_as_owner(document, by)
    if locked.reader == reader and epochs.in_order(locked):
        return
    newest = versions.read(by=by, document=locked)
    if newest.kind.is_private:
        raise NotYours
    if locked.reader:
        epochs.shut_out(locked.reader, Document.objects.filter(pk=locked.pk))
    epochs.begin(locked, to=[by.member, reader])
    Share.objects.create(document=locked, with_member=reader)
    act = Act(What.SHARED, names=(reader.name,))
    versions.write(locked, Writing(newest.kind, newest.content, act, on, newest.content), by=by)


@transaction.atomic
def unshare(*, by: Keyholder, document: Document) -> None:
    """Nothing of it opens for the reader any more; the next word is under a new key. Raises NotYours."""
    locked = epochs.lock_as_owner(document, by)
    if locked.reader:
        epochs.shut_out(locked.reader, Document.objects.filter(pk=locked.pk))


@transaction.atomic
def lock_out(*, owner: Member, member: Member) -> None:
    """The same for everything on a desk, when what made somebody its reader ended. Needs no key."""
    try:
        epochs.lock(owner.pk)
    except NotYours:
        return  # no desk, and nothing shared
    epochs.shut_out(member, Document.objects.filter(desk=owner.pk))


@transaction.atomic
def review(*, by: Keyholder, document: Document, number: int) -> bool:
    """The reader says that they went through everything up to this version; whether it is the newest.

    Raises NotYours.
    """
    locked = epochs.lock_as_reader(document, by)
    share = locked.share
    share.reviewed = max(share.reviewed, min(number, locked.newest))
    share.save(update_fields=["reviewed"])
    return share.reviewed == locked.newest
