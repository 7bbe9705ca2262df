"""What organizers decide about replies: many at once, none overwritten, undone with one click."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F

from offramp.people.models import Member
from offramp.replies import lessons, removing, telling, threads
from offramp.replies.models import Decision, Reply, Report
from offramp.replies.reasons import UNDONE, Reason

REFUSED_FOR = timedelta(days=30)
Standing = Reply.Standing
Seen = tuple[UUID, int]  # a reply, and its `changes` as they were on the organizer's page


class NoReason(Exception):
    """Whoever refuses a reply says why; the other organizers will ask."""


@dataclass
class Outcome:
    decided: int = 0
    overtaken: list[UUID] = field(default_factory=list)  # somebody else was there first
    gone: int = 0  # deleted meanwhile by whoever wrote it

    def forget_repeated(self, **decided: object) -> None:
        """A button that was pressed twice is no quarrel with oneself."""
        last = Decision.objects.filter(reply__in=self.overtaken, number=F("reply__changes"), **decided)
        repeated = set(last.values_list("reply", flat=True))
        self.overtaken = [pk for pk in self.overtaken if pk not in repeated]


@dataclass(frozen=True)
class Click:
    """What one press of a button does to each of its replies."""

    together: UUID
    by: Member
    at: datetime


@dataclass(frozen=True)
class LastClick:
    together: UUID
    after: Standing
    reason: str
    count: int  # of those that still stand as it left them


def decide(*, replies: list[Seen], after: Standing, reason: str, by: Member, now: datetime) -> Outcome:
    """Whatever changed since it was seen stays as it is. Raises NoReason."""
    if after == Standing.REFUSED and reason not in Reason.values:
        raise NoReason
    outcome = _decide(replies, after, reason, Click(uuid4(), by, now))
    lessons.keep_up(sorted(pk for pk, _ in replies))
    return outcome


@transaction.atomic
def _decide(replies: list[Seen], after: Standing, reason: str, click: Click) -> Outcome:
    outcome = Outcome()
    for reply in _still_as_seen(replies, outcome):
        decision = _change(reply, after, reason, click)
        reply.reports.filter(decision=None).update(decision=decision)
        outcome.decided += 1
    outcome.forget_repeated(by=click.by, after=after, reason=reason)
    return outcome


def undo(*, together: UUID, by: Member, now: datetime) -> Outcome:
    """All that one click of theirs decided stands as before, unless it was decided anew since."""
    mine = Decision.objects.filter(together=together, by=by).exclude(reason=UNDONE)
    decisions = {decision.reply_id: decision for decision in mine}
    outcome = _undo(decisions, Click(uuid4(), by, now))
    lessons.keep_up(sorted(decisions))
    return outcome


@transaction.atomic
def _undo(decisions: dict[UUID, Decision], undone: Click) -> Outcome:
    outcome = Outcome()
    for reply in _still_as_seen([(pk, one.number) for pk, one in decisions.items()], outcome):
        decision = decisions[reply.pk]
        _change(reply, Standing(decision.before), UNDONE, undone)
        Report.objects.filter(decision=decision).update(decision=None)
        outcome.decided += 1
    outcome.forget_repeated(by=undone.by, reason=UNDONE)
    return outcome


def last_click(*, by: Member) -> LastClick | None:
    """What they would undo now."""
    last = Decision.objects.filter(by=by).order_by("-pk").first()
    if last is None or last.reason == UNDONE:
        return None
    count = Decision.objects.filter(together=last.together, reply__changes=F("number")).count()
    return LastClick(last.together, Standing(last.after), last.reason, count) if count else None


def erase_old(*, on: date) -> int:
    """What was refused goes for good, with its address; an answer to it that is shown stays in its place."""
    refused = Reply.objects.filter(standing=Standing.REFUSED).exclude(text="")
    return removing.erase_all(refused.exclude(decisions__on__gt=on - REFUSED_FOR))


def _still_as_seen(replies: Iterable[Seen], outcome: Outcome) -> list[Reply]:
    """Under a lock, and always in the same order, so that two organizers never wait for each other."""
    seen = dict(replies)
    threads.hold(seen)
    found = list(Reply.objects.select_for_update().filter(pk__in=seen).exclude(text="").order_by("pk"))
    outcome.gone = len(seen) - len(found)
    outcome.overtaken = [reply.pk for reply in found if reply.changes != seen[reply.pk]]
    return [reply for reply in found if reply.changes == seen[reply.pk]]


def _change(reply: Reply, after: Standing, reason: str, click: Click) -> Decision:
    before, reply.standing = reply.standing, after
    reply.changes += 1
    reply.save(update_fields=["standing", "changes"])
    decision = Decision.objects.create(
        reply=reply,
        number=reply.changes,
        before=before,
        after=after,
        reason=reason,
        together=click.together,
        by=click.by,
        on=click.at.date(),
    )
    if after == Standing.SHOWN:
        telling.that_it_is_shown(reply, on=click.at.date(), not_before=click.at + telling.TIME_TO_UNDO)
    elif reply.is_told:
        telling.call_back(reply)
    return decision
