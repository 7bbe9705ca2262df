"""Words about a place, by the owner or the reader: put, answered, resolved and opened again."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from offramp.documents import amounts, epochs, places, sealing, versions
from offramp.documents.epochs import NotYours
from offramp.documents.kinds.kind import TooLong
from offramp.documents.models import Comment, Document, Epoch
from offramp.documents.places import NoSuchPlace
from offramp.documents.versions import Opened
from offramp.people.keyholders import Keyholder

A_FILE = "files/*"
LONGEST = 4_000  # characters
_QUOTED = 200


class OtherKeys(Exception):
    """It was made while the document was shared otherwise: who reads now could not read what is answered."""


@dataclass(frozen=True)
class Remark:
    """One comment, opened, with the answers under it."""

    comment: Comment
    path: str  # empty: about the whole document
    quote: str = field(repr=False)  # the beginning of what stood there
    text: str = field(repr=False)
    author: str  # what an adviser is called; a seeker has no name here
    day: date
    answers: tuple["Remark", ...] = ()

    @property
    def is_by_owner(self) -> bool:
        return self.comment.is_by_owner

    @property
    def is_resolved(self) -> bool:
        return self.comment.is_resolved

    @property
    def may_be_answered(self) -> bool:
        return self.comment.epoch.is_open


@transaction.atomic
def put(*, by: Keyholder, document: Document, path: str, text: str, on: date) -> Comment:
    """On a place, or with an empty path on all of it; the same twice is one.

    Raises NotYours, NoSuchPlace, TooLong, TooMuchSaid.
    """
    locked = epochs.lock_as_either(document, by)
    opened = versions.read(by=by, document=locked)
    if not may_stand_at(opened, path):
        raise NoSuchPlace(path)
    place = opened.place(path)
    about = {"path": path, "quote": place.text[:_QUOTED] if place else ""}
    return _write(Comment(document=locked), about, text, by=by, on=on)


def may_stand_at(opened: Opened, path: str) -> bool:
    """All of it, a text or a file; not what lies within one, which nobody could name on a page."""
    if not path or opened.place(path):
        return True
    return places.is_there(opened.content, path) and places.pattern_of(opened.content, path) == A_FILE


@transaction.atomic
def answer(*, by: Keyholder, comment: Comment, text: str, on: date) -> Comment:
    """Under a comment; a resolved one is opened again. Raises NotYours, OtherKeys, TooLong, TooMuchSaid."""
    locked, root = _locked(comment, by)
    if not root.epoch.is_open:
        raise OtherKeys
    Comment.objects.filter(pk=root.pk).update(is_resolved=False)
    about = {"path": "", "quote": ""}
    return _write(Comment(document=locked, under=root), about, text, by=by, on=on)


@transaction.atomic
def resolve(*, by: Keyholder, comment: Comment) -> None:
    """By either. Raises NotYours."""
    _, root = _locked(comment, by)
    Comment.objects.filter(pk=root.pk).update(is_resolved=True)


@transaction.atomic
def reopen(*, by: Keyholder, comment: Comment) -> None:
    """By either. Raises NotYours."""
    _, root = _locked(comment, by)
    Comment.objects.filter(pk=root.pk).update(is_resolved=False)


def read(*, by: Keyholder, document: Document) -> list[Remark]:
    """Those one's keys open, in the order in which they were put, answers under them."""
    rows = list(document.comments.select_related("epoch").order_by("number"))
    keys = by.keys_of(Epoch.KIND, {row.epoch_id for row in rows})
    opened = [row for row in rows if row.epoch_id in keys]
    under: dict[object, list[Remark]] = {}
    for row in opened:
        if row.under_id:
            under.setdefault(row.under_id, []).append(_opened(row, keys[row.epoch_id]))
    return [
        _opened(row, keys[row.epoch_id], tuple(under.get(row.pk, ()))) for row in opened if not row.under_id
    ]


def _locked(comment: Comment, by: Keyholder) -> tuple[Document, Comment]:
    """The comment that others stand under, read anew by somebody who can open it."""
    locked = epochs.lock_as_either(comment.document, by)
    roots = locked.comments.select_related("epoch").filter(pk=comment.under_id or comment.pk)
    root = roots.first()
    if root is None:
        raise NotYours
    epochs.key(root.epoch, by)
    return locked, root


def _write(row: Comment, about: dict[str, str], text: str, *, by: Keyholder, on: date) -> Comment:
    if len(text) > LONGEST:
        raise TooLong("text", LONGEST)
    document = row.document
    last = document.comments.filter(under=row.under).select_related("epoch").order_by("-number").first()
    row.epoch, key = epochs.to_write(document, by)
    row.number = epochs.next_number(document.comments.all())
    row.is_by_owner = document.is_owned_by(by.member)
    content = {**about, "text": places.tidy(text), "author": by.member.name, "day": on.isoformat()}
    is_alike = last and (last.epoch, last.is_by_owner) == (row.epoch, row.is_by_owner)
    if last and is_alike and sealing.open(last.sealed, last, kind=Comment.KIND, key=key) == content:
        return last  # a double click without JavaScript really sends twice
    amounts.check_comment(document)
    row.sealed = sealing.seal(content, row, kind=Comment.KIND, key=key)
    row.save(force_insert=True)
    return row


def _opened(row: Comment, key: bytes, answers: tuple[Remark, ...] = ()) -> Remark:
    content = sealing.open(row.sealed, row, kind=Comment.KIND, key=key)
    return Remark(
        comment=row,
        path=content["path"],
        quote=content["quote"],
        text=content["text"],
        author=content["author"],
        day=date.fromisoformat(content["day"]),
        answers=answers,
    )
