"""A reader proposes changes with a reason, and may take them back; who may read them reads them."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from offramp.documents import amounts, epochs, proposals, sealing, versions, words
from offramp.documents.kinds.kind import TooLong
from offramp.documents.models import Document, Epoch, Suggestion
from offramp.documents.places import Content, Place
from offramp.documents.proposals import Insertion, PlaceChanged, PlaceGone, Proposal
from offramp.documents.versions import Opened
from offramp.documents.words import Piece
from offramp.people.keyholders import Keyholder

LONGEST_REASON = 2_000  # characters
MOST_WAITING = 200


class NothingChanged(Exception):
    """The new text is the old one."""


class TooManyWaiting(Exception):
    """The seeker should answer some of what waits first."""


class AlreadyAnswered(Exception):
    """It was accepted, declined or withdrawn before."""

    def __init__(self, outcome: str) -> None:
        super().__init__(outcome)
        self.outcome = Suggestion.Outcome(outcome)


@dataclass(frozen=True)
class Suggested:
    """One suggestion, opened; its place as it was when it was made."""

    suggestion: Suggestion
    proposal: Proposal
    place: Place
    reason: str = field(repr=False)
    author: str
    day: date
    answer: str = field(repr=False, default="")  # why it was declined

    @property
    def pieces(self) -> list[Piece]:
        return words.changes(self.proposal.old, self.proposal.new)

    @property
    def is_waiting(self) -> bool:
        return self.suggestion.outcome == Suggestion.Outcome.WAITING

    def fits(self, content: Content) -> bool:
        """Whether it can be taken as it is; if not, a person puts the texts together."""
        try:
            self.proposal.apply(content)
        except (PlaceChanged, PlaceGone):
            return False
        return True


@transaction.atomic
def propose(*, by: Keyholder, document: Document, proposal: Proposal, reason: str, on: date) -> Suggestion:
    """Only the reader proposes; the same twice is one.

    Raises NotYours, NothingChanged, NoSuchPlace, PlaceChanged, TooManyWaiting, a kind of Refused.
    """
    locked = epochs.lock_as_reader(document, by)
    opened = versions.read(by=by, document=locked)
    tidied = proposals.tidy(proposal)
    place = tidied.place(opened.kind, opened.content)
    _check(tidied, reason, opened)
    waiting = read(by=by, document=locked, waiting_only=True)
    for suggested in waiting:
        if suggested.reason == reason and proposals.is_same(suggested.proposal, tidied):
            return suggested.suggestion
    if len(waiting) >= MOST_WAITING:
        raise TooManyWaiting
    amounts.check_suggestion(locked)
    row = Suggestion(document=locked, number=epochs.next_number(locked.suggestions.all()))
    _seal(row, tidied, place, reason=reason, by=by, on=on)
    row.save(force_insert=True)
    return row


def read(*, by: Keyholder, document: Document, waiting_only: bool = False) -> list[Suggested]:
    """Those one's keys open, in the order in which they were made."""
    rows = document.suggestions.select_related("epoch").order_by("number")
    some = list(rows.waiting() if waiting_only else rows)
    keys = by.keys_of(Epoch.KIND, {row.epoch_id for row in some})
    return [_opened(row, keys[row.epoch_id]) for row in some if row.epoch_id in keys]


def read_one(*, by: Keyholder, suggestion: Suggestion) -> Suggested:
    """Raises NotYours."""
    return _opened(suggestion, epochs.key(suggestion.epoch, by))


@transaction.atomic
def withdraw(*, by: Keyholder, suggestion: Suggestion) -> None:
    """Take it back, which only its author can: no other reader holds its key.

    Raises NotYours, AlreadyAnswered.
    """
    row = reread(suggestion, epochs.lock_as_reader(suggestion.document, by))
    epochs.key(row.epoch, by)
    if row.outcome not in (Suggestion.Outcome.WAITING, Suggestion.Outcome.WITHDRAWN):
        raise AlreadyAnswered(row.outcome)
    Suggestion.objects.filter(pk=row.pk).update(outcome=Suggestion.Outcome.WITHDRAWN)


def reread(suggestion: Suggestion, document: Document) -> Suggestion:
    """As it is under the lock. Raises NotYours."""
    row = document.suggestions.select_related("epoch").filter(pk=suggestion.pk).first()
    if row is None:
        raise epochs.NotYours
    return row


def _check(proposal: Proposal, reason: str, opened: Opened) -> None:
    """What the seeker could not accept is not proposed."""
    if len(reason) > LONGEST_REASON:
        raise TooLong("reason", LONGEST_REASON)
    result = opened.kind.completed(proposal.apply(opened.content))
    is_empty = isinstance(proposal, Insertion) and not proposal.new.strip()
    if result == opened.content or is_empty:
        raise NothingChanged
    opened.kind.check(result)


def _seal(row: Suggestion, proposal: Proposal, place: Place, *, reason: str, by: Keyholder, on: date) -> None:
    row.epoch, key = epochs.to_write(row.document, by)
    content = {
        "proposal": proposals.pack(proposal),
        "pattern": place.pattern,
        "position": place.position,
        "above": list(place.above),
        "reason": reason,
        "author": by.member.name,
        "day": on.isoformat(),
    }
    row.sealed = sealing.seal(content, row, kind=Suggestion.KIND, key=key)


def _opened(row: Suggestion, key: bytes) -> Suggested:
    content = sealing.open(row.sealed, row, kind=Suggestion.KIND, key=key)
    answer = ""
    if row.sealed_answer is not None:
        answer = sealing.open(row.sealed_answer, row, kind=Suggestion.ANSWER_KIND, key=key)["text"]
    proposal = proposals.unpack(content["proposal"])
    position, above = content["position"], tuple(content.get("above", ()))
    return Suggested(
        suggestion=row,
        proposal=proposal,
        place=Place(proposal.path, content["pattern"], position, proposal.old, above),
        reason=content["reason"],
        author=content["author"],
        day=date.fromisoformat(content["day"]),
        answer=answer,
    )
