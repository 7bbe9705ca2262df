"""A desk as its owner, or a reader, sees it: what lies there and what waits for whom, in few queries."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet

from offramp.documents import versions
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
    mine = Document.objects.for_owner(by.member)
    return _listed(by, list(mine.order_by("-number")), is_for_owner=True)


def read_shared(*, by: Keyholder, owner: UUID) -> list[Listed]:
    """What one seeker shares with whoever asks."""
    shared = Document.objects.for_reader(by.member).filter(desk=owner)
    return _listed(by, list(shared.order_by("-number")), is_for_owner=False)


def waiting_for_owner(owner: UUID) -> int:
    """Suggestions without an answer, and comments where it is the owner's turn; opens nothing."""
    documents = list(Document.objects.filter(desk=owner).values_list("pk", flat=True))
    suggestions = Suggestion.objects.waiting().filter(document__desk=owner).count()
    return suggestions + sum(_turns(documents, is_for_owner=True).values())


def waiting_for_reader(member: Member) -> Counter[UUID]:
    """By owner: documents that changed since they were gone through, and comments where it is one's turn."""
    shares = Share.objects.filter(with_member=member)
    owners = dict(shares.values_list("document", "document__desk"))
    unreviewed = shares.filter(reviewed__lt=F("document__newest")).values_list("document__desk", flat=True)
    waiting = Counter(unreviewed)
    for document, count in _turns(owners, is_for_owner=False).items():
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


def _listed(by: Keyholder, documents: list[Document], *, is_for_owner: bool) -> list[Listed]:
    newest = Version.objects.filter(document__in=documents, number=F("document__newest"))
    rows = list(newest.select_related("epoch").defer("sealed"))
    deeds = {version.document_id: deed for version, deed in versions.read_deeds(by, rows).items()}
    waiting = _readable(
        Suggestion.objects.waiting().filter(document__in=documents), is_for_owner=is_for_owner
    )
    suggestions = Counter(waiting.values_list("document", flat=True))
    comments = _turns([document.pk for document in documents], is_for_owner=is_for_owner)
    return [
        Listed(
            document=document,
            deed=deeds[document.pk],
            suggestions=suggestions[document.pk],
            comments=comments[document.pk],
            is_for_owner=is_for_owner,
        )
        for document in documents
        if document.pk in deeds
    ]


def _turns(documents: Iterable[UUID], *, is_for_owner: bool) -> Counter[UUID]:
    """By document: unresolved comments where the other side wrote last."""
    unresolved = Q(under=None, is_resolved=False) | Q(under__is_resolved=False)
    comments = _readable(
        Comment.objects.filter(unresolved, document__in=list(documents)), is_for_owner=is_for_owner
    )
    rows = comments.order_by("number").values_list("document", "under", "pk", "is_by_owner")
    last = {under or pk: (document, is_by_owner) for document, under, pk, is_by_owner in rows}
    return Counter(document for document, is_by_owner in last.values() if is_by_owner != is_for_owner)


def _readable(rows: QuerySet[Row], *, is_for_owner: bool) -> QuerySet[Row]:
    """A reader holds the key of the open epoch alone; an owner every one."""
    return rows if is_for_owner else rows.filter(epoch__is_open=True)
