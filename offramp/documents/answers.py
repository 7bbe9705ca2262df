"""The owner answers what a reader proposed: takes it as it is, in own words, or declines it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from offramp.documents import editing, epochs, sealing, suggestions, versions
from offramp.documents.deeds import Act, What
from offramp.documents.kinds.kind import Refused, TooLong
from offramp.documents.models import Document, Suggestion
from offramp.documents.places import tidy
from offramp.documents.proposals import PlaceChanged, PlaceGone, Proposal
from offramp.documents.suggestions import LONGEST_REASON, AlreadyAnswered, Suggested
from offramp.documents.versions import Opened
from offramp.people.keyholders import Keyholder

Outcome = Suggestion.Outcome


@dataclass(frozen=True)
class Accepted:
    """How many were taken at once, and those that no longer fit: a person must look at each."""

    count: int
    left: tuple[Suggested, ...]


@transaction.atomic
def accept(*, by: Keyholder, suggestion: Suggestion, on: date) -> int:
    """Into a new version that names its author; says the newest version's number. Twice is no error.

    Raises PlaceChanged, PlaceGone, AlreadyAnswered, NotYours, a kind of Refused.
    """
    row, newest = _opened(suggestion, by)
    if row.outcome != Outcome.ACCEPTED:
        suggested = _waiting(row, by)
        _take(newest, suggested, suggested.proposal, outcome=Outcome.ACCEPTED, by=by, on=on)
    return newest.document.newest


@transaction.atomic
def accept_edited(*, by: Keyholder, suggestion: Suggestion, text: str, now: str, on: date) -> int:
    """In the seeker's own words, on top of what they saw at the place.

    Raises PlaceChanged when it moved on again, and what accepting raises.
    """
    row, newest = _opened(suggestion, by)
    if row.outcome != Outcome.EDITED:
        suggested = _waiting(row, by)
        proposal = suggested.proposal.edited(tidy(text), now=tidy(now))
        _take(newest, suggested, proposal, outcome=Outcome.EDITED, by=by, on=on)
    return newest.document.newest


@transaction.atomic
def accept_all(*, by: Keyholder, document: Document, up_to: int | None = None, on: date) -> Accepted:
    """Everything that waits and fits, in the order it was made, in one version.

    Up to the number of the last one that was seen: what came since is nobody's decision yet. Raises NotYours.
    """
    locked = epochs.lock_as_owner(document, by)
    newest = versions.read(by=by, document=locked)
    content, taken, left = newest.content, [], []
    for suggested in suggestions.read(by=by, document=locked, waiting_only=True):
        if up_to is not None and suggested.suggestion.number > up_to:
            break
        try:
            result = newest.kind.completed(suggested.proposal.apply(content))
            newest.kind.check(result)
        except (PlaceChanged, PlaceGone, Refused):
            left.append(suggested)
        else:
            content = result
            taken.append(suggested)
    if taken:
        names = tuple(dict.fromkeys(suggested.author for suggested in taken))
        editing.write(newest, content, Act(What.ACCEPTED, names), by=by, on=on)
        _settle([suggested.suggestion for suggested in taken], Outcome.ACCEPTED)
    return Accepted(len(taken), tuple(left))


@transaction.atomic
def decline(*, by: Keyholder, suggestion: Suggestion, on: date, reason: str = "") -> None:
    """Twice is no error. A reason is kept while its author can still read it.

    Raises AlreadyAnswered, NotYours, TooLong.
    """
    if len(reason) > LONGEST_REASON:
        raise TooLong("reason", LONGEST_REASON)
    row = suggestions.reread(suggestion, epochs.lock_as_owner(suggestion.document, by))
    if row.outcome == Outcome.DECLINED:
        return
    if row.outcome:
        raise AlreadyAnswered(row.outcome)
    if reason and row.epoch.is_open:
        answer = {"text": reason, "day": on.isoformat()}
        key = epochs.key(row.epoch, by)
        row.sealed_answer = sealing.seal(answer, row, kind=Suggestion.ANSWER_KIND, key=key)
        row.save(update_fields=["sealed_answer"])
    _settle([row], Outcome.DECLINED)


@transaction.atomic
def decline_all(*, by: Keyholder, document: Document, up_to: int | None = None) -> int:
    """All that were seen; says how many. Raises NotYours."""
    waiting = epochs.lock_as_owner(document, by).suggestions.waiting()
    seen = waiting if up_to is None else waiting.filter(number__lte=up_to)
    return seen.update(outcome=Outcome.DECLINED)


def _opened(suggestion: Suggestion, by: Keyholder) -> tuple[Suggestion, Opened]:
    """The row under the lock, and the newest version."""
    locked = epochs.lock_as_owner(suggestion.document, by)
    return suggestions.reread(suggestion, locked), versions.read(by=by, document=locked)


def _waiting(row: Suggestion, by: Keyholder) -> Suggested:
    if row.outcome:
        raise AlreadyAnswered(row.outcome)
    return suggestions.read_one(by=by, suggestion=row)


def _take(
    newest: Opened, suggested: Suggested, proposal: Proposal, *, outcome: Outcome, by: Keyholder, on: date
) -> None:
    what = What.ACCEPTED if outcome == Outcome.ACCEPTED else What.EDITED
    content = newest.kind.completed(proposal.apply(newest.content))
    editing.write(newest, content, Act(what, names=(suggested.author,)), by=by, on=on)
    _settle([suggested.suggestion], outcome)


def _settle(rows: list[Suggestion], outcome: Outcome) -> None:
    Suggestion.objects.filter(pk__in=[row.pk for row in rows]).update(outcome=outcome)
