"""The one private document of a desk: never listed, never shared, and without a history.

Each change is a new document under a new key, and the one before is deleted: what is forgotten is gone.
"""

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from offramp.documents import editing, private_room, versions
from offramp.documents.amounts import TooMuch
from offramp.documents.epochs import NotYours
from offramp.documents.kinds.kind import Refused, TooLong
from offramp.documents.kinds.private import LONGEST_POSTING, PRIVATE
from offramp.documents.models import Document, Version
from offramp.documents.places import ID, Content
from offramp.paper import contacts
from offramp.paper.contacts import Contact
from offramp.people.keyholders import Keyholder


@dataclass(frozen=True)
class Private:
    """What is kept; blank where nothing is."""

    content: Content = field(repr=False)

    @property
    def contact(self) -> Contact:
        """What stands in it, without what is empty."""
        return {key: value for key, value in self.content["contact"].items() if value}

    @property
    def dismissed(self) -> frozenset[str]:
        """The marks that were false alarms, by their traces."""
        return frozenset(self.content["dismissed"])

    def refused(self, document: UUID) -> frozenset[str]:
        """Wordings that were not wanted in a paper."""
        return frozenset(_paper(self.content, document)["refused"])

    def posting(self, document: UUID) -> str:
        """What a paper was laid beside."""
        return str(_paper(self.content, document)["posting"])

    def left(self, document: UUID) -> tuple[str, ...]:
        """Parts of a brought paper that its owner has not looked at yet."""
        return tuple(_paper(self.content, document)["left"])


def read(*, by: Keyholder) -> Private:
    found = _found(by)
    return Private(versions.read(by=by, document=found).content if found else PRIVATE.empty())


def keep_contact(*, by: Keyholder, contact: Contact, on: date) -> None:
    """In place of what was kept. Raises NotYours, a kind of Refused, TooMuch."""
    kept = {key: contact.get(key) or blank for key, blank in contacts.blank().items()}
    _change(by, on, lambda content: content | {"contact": kept})


def try_to_keep_contact(*, by: Keyholder, contact: Contact, on: date) -> bool:
    """The same for whoever goes on without; says whether it is kept."""
    try:
        keep_contact(by=by, contact=contact, on=on)
    except (NotYours, Refused, TooMuch):
        return False
    return True


def forget_contact(*, by: Keyholder, on: date) -> None:
    """Twice is no error. Raises NotYours."""
    keep_contact(by=by, contact={}, on=on)


def dismiss(*, by: Keyholder, traces: Iterable[str], on: date) -> None:
    """False alarms, everywhere on this desk. Raises NotYours, TooMuch."""
    new = tuple(traces)
    _change(by, on, lambda content: content | {"dismissed": _each_once(content["dismissed"], new)})


def forget_dismissed(*, by: Keyholder, on: date) -> None:
    """All of them are marked again. Raises NotYours."""
    _change(by, on, lambda content: content | {"dismissed": []})


def refuse(*, by: Keyholder, document: Document, wordings: Iterable[str], on: date) -> None:
    """Not to be offered again for this paper. Raises NotYours, TooMuch."""
    new = tuple(wordings)
    _change_paper(by, document, on, lambda paper: {"refused": _each_once(paper["refused"], new)})


def keep_posting(*, by: Keyholder, document: Document, text: str, on: date) -> None:
    """An empty one forgets it; for a new one those kept longest may have to go.

    Raises NotYours, TooMuch, a kind of Refused.
    """
    if private_room.is_too_long(text):
        raise TooLong("posting", LONGEST_POSTING)
    _change_paper(by, document, on, lambda _paper: {"posting": text})


def leave(*, by: Keyholder, document: Document, parts: Iterable[str], on: date) -> None:
    """Parts of a brought paper to look at. Raises NotYours, TooMuch."""
    left = list(parts)
    _change_paper(by, document, on, lambda _paper: {"left": left})


@transaction.atomic
def begin_brought(
    *, by: Keyholder, content: Content, parts: Iterable[str], on: date, draft: UUID
) -> Document:
    """A résumé as it was understood, with the parts to look at: both or neither, and of one draft one.

    Raises NotYours, TooMuch, a kind of Refused.
    """
    was_here = Document.objects.for_owner(by.member).filter(pk=draft).exists()
    document = editing.begin(by=by, kind="resume", content=content, on=on, draft=draft)
    if not was_here:
        leave(by=by, document=document, parts=parts, on=on)
    return document


def confirm(*, by: Keyholder, document: Document, parts: Iterable[str], on: date) -> None:
    """They were looked at; twice is no error. Raises NotYours."""
    seen = set(parts)
    _change_paper(
        by, document, on, lambda paper: {"left": [part for part in paper["left"] if part not in seen]}
    )


def _change_paper(by: Keyholder, document: Document, on: date, change: Callable[[Content], Content]) -> None:
    def changed(content: Content) -> Content:
        paper = _paper(content, document.pk)
        others = [one for one in content["papers"] if one["document"] != document.pk.hex]
        now = paper | change(paper)
        return content | {"papers": others if now == _blank(document.pk) else [*others, now]}

    _change(by, on, changed)


@transaction.atomic
def _change(by: Keyholder, on: date, change: Callable[[Content], Content]) -> None:
    editing.lock_or_make_desk(by.member)
    found = _found(by)
    before = versions.read(by=by, document=found).content if found else PRIVATE.empty()
    now = private_room.fitting(_without_deleted(by, change(deepcopy(before))))
    if now == before:
        return
    if found:
        editing.delete(by=by, document=found)
    if now != PRIVATE.empty():
        editing.begin(by=by, kind=PRIVATE.name, content=now, on=on)


def _found(by: Keyholder) -> Document | None:
    newest = Version.objects.filter(document__desk=by.member.pk, number=F("document__newest"))
    rows = list(newest.select_related("document", "epoch").defer("sealed"))
    deeds = versions.read_deeds(by, rows)
    return next((one.document for one, deed in deeds.items() if deed.kind == PRIVATE.name), None)


def _without_deleted(by: Keyholder, content: Content) -> Content:
    there = {pk.hex for pk in Document.objects.for_owner(by.member).values_list("pk", flat=True)}
    return content | {"papers": [one for one in content["papers"] if one["document"] in there]}


def _paper(content: Content, document: UUID) -> Content:
    found = (one for one in content["papers"] if one["document"] == document.hex)
    return next(found, _blank(document))


def _blank(document: UUID) -> Content:
    # A path needs a short id; the document's own number tells two papers apart.
    return {ID: document.hex[:16], "document": document.hex, "refused": [], "posting": "", "left": []}


def _each_once(before: list[str], new: Iterable[str]) -> list[str]:
    """What is said again is the newest, and forgotten last."""
    again = tuple(new)
    return [*(one for one in before if one not in again), *dict.fromkeys(again)]
