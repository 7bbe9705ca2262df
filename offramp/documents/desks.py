"""A desk as its owner, or a reader, sees it: what lies there and what waits for whom, in few queries."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet

from offramp.documents import kinds, versions
from offramp.documents.deeds import Deed
from offramp.documents.models import Comment, Desk, Document, Epoch, Share, Suggestion, Version
from offramp.people import envelopes
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member

Row = TypeVar("Row", Suggestion, Comment)


@dataclass(frozen=True)
class Listed:
    """One document on a desk, as it is told to whoever asked."""

    document: Document
    deed: Deed = field(repr=False)
    suggestions: int  # without an answer of the owner's
    comments: int  # unresolved, where it is the turn of whoever asked
    is_for_owner: bool

    @property
    def title(self) -> str:
        return self.deed.title

    @property
    def kind(self) -> str:
        return self.deed.kind

    @property
    def day(self) -> date:
        return self.deed.day

    @property
    def number(self) -> int:
        return self.deed.number

    @property
    def is_reviewed(self) -> bool:
        """Whether the reader went through the newest version."""
        return self.document.reader is not None and self.document.share.reviewed >= self.document.newest

    @property
    def waits(self) -> bool:
        """Whether something here waits for whoever asked."""
        if self.is_for_owner:
            return self.suggestions > 0 or self.comments > 0
        return self.comments > 0 or not self.is_reviewed


def read(*, by: Keyholder) -> list[Listed]:
    """The owner's own desk, the newest document first."""
    return _listed(by, Q(document__desk=by.member.pk), is_for_owner=True)


def read_shared(*, by: Keyholder, owner: UUID) -> list[Listed]:
    """What one seeker shares with whoever asks."""
    theirs = Q(document__desk=owner, document__share__with_member=by.member)
    return _listed(by, theirs, is_for_owner=False)


def waiting_for_owner(owner: UUID) -> int:
    """Suggestions without an answer, and comments where it is the owner's turn; opens nothing."""
    return _waiting_in(Q(document__desk=owner))


def waiting_on(document: Document) -> int:
    """The same of one document."""
    return _waiting_in(Q(document=document))


def waiting_for_reader(member: Member) -> Counter[UUID]:
    """By owner: documents that changed since they were gone through, and comments where it is one's turn."""
    shares = Share.objects.filter(with_member=member)
    owners = dict(shares.values_list("document", "document__desk"))
    unreviewed = shares.filter(reviewed__lt=F("document__newest")).values_list("document__desk", flat=True)
    waiting = Counter(unreviewed)
    turns = _turns(Q(document__share__with_member=member), is_for_owner=False)
    for document, count in turns.items():
        waiting[owners[document]] += count
    return waiting


@transaction.atomic
def erase(*, owner: Member) -> None:
    """Everything on a desk, envelopes first; twice is no error."""
    Desk.objects.select_for_update().filter(pk=owner.pk).first()
    # Who begins a document in this moment asks for this lock too, and finds nobody.
    list(Member.objects.select_for_update().filter(pk=owner.pk))
    of_owner = Epoch.objects.filter(document__desk=owner.pk)
    envelopes.of_all(Epoch.KIND, of_owner.values_list("pk", flat=True)).delete()
    Desk.objects.filter(pk=owner.pk).delete()


def _listed(by: Keyholder, theirs: Q, *, is_for_owner: bool) -> list[Listed]:
    newest = Version.objects.filter(theirs, number=F("document__newest")).order_by("-document__number")
    rows = newest.select_related("epoch", "document__share__with_member").defer("sealed")
    waiting = _readable(Suggestion.objects.waiting().filter(theirs), is_for_owner=is_for_owner)
    suggestions = Counter(dict(waiting.values_list("document").annotate(Count("pk"))))
    comments = _turns(theirs, is_for_owner=is_for_owner)
    return [
        Listed(
            document=version.document,
            deed=deed,
            suggestions=suggestions[version.document_id],
            comments=comments[version.document_id],
            is_for_owner=is_for_owner,
        )
        for version, deed in versions.read_deeds(by, list(rows)).items()
        if not kinds.of(deed.kind).is_private
    ]


def _waiting_in(theirs: Q) -> int:
    suggestions = Suggestion.objects.waiting().filter(theirs).count()
    return suggestions + sum(_turns(theirs, is_for_owner=True).values())


def _turns(theirs: Q, *, is_for_owner: bool) -> Counter[UUID]:
    """By document: unresolved comments where the other side wrote last."""
    unresolved = Q(under=None, is_resolved=False) | Q(under__is_resolved=False)
    comments = _readable(Comment.objects.filter(unresolved, theirs), is_for_owner=is_for_owner)
    rows = comments.order_by("number").values_list("document", "under", "pk", "is_by_owner")
    last = {under or pk: (document, is_by_owner) for document, under, pk, is_by_owner in rows}
    return Counter(document for document, is_by_owner in last.values() if is_by_owner != is_for_owner)


def _readable(rows: QuerySet[Row], *, is_for_owner: bool) -> QuerySet[Row]:
    """A reader holds the key of the open epoch alone; an owner every one."""
    return rows if is_for_owner else rows.filter(epoch__is_open=True)
