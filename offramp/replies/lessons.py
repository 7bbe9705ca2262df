"""What the filter takes from decisions: once they stand, a reply at a time, so that nobody waits for it."""

import time
from collections.abc import Iterable
from uuid import UUID

from django.db import connection, transaction

from offramp.replies import judging
from offramp.replies.models import Decision, Reply
from offramp.replies.reasons import UNDONE, Reason

Lesson = bool | None  # that such a one is spam, that it is not, or nothing
# Of each kind: what one click decides says much the same again and again, and every lesson takes its time.
MOST_OF_A_CLICK = 20
# After so many, a breath: who waits to write tries ten times a second on SQLite.
AT_ONCE, PAUSE = 5, 0.12


def keep_up(replies: Iterable[UUID]) -> None:
    """Teach what was decided about them, and take back what was taught and holds no more.

    What is missed where this is cut off in the middle is made good by the next decision about it.
    """
    room, changed = dict.fromkeys((True, False), MOST_OF_A_CLICK), 0
    for pk in replies:
        before, after = _keep_up(pk, room)
        if before == after:
            continue
        if after is not None:
            room[after] -= 1
        changed += 1
        if changed % AT_ONCE == 0 and connection.vendor == "sqlite":
            time.sleep(PAUSE)


@transaction.atomic
def _keep_up(pk: UUID, room: dict[bool, int]) -> tuple[Lesson, Lesson]:
    """What the filter had from it, and what it has now."""
    reply = Reply.objects.select_for_update().filter(pk=pk).exclude(text="").first()
    if reply is None:
        return None, None
    before, after = reply.taught, _lesson(reply)
    if after is not None and before != after and not room[after]:
        after = None
    if before != after:
        _teach(reply, after)
    return before, after


def _teach(reply: Reply, lesson: Lesson) -> None:
    if reply.taught is not None:
        judging.unlearn(reply, is_spam=reply.taught)
    if lesson is not None:
        judging.learn(reply, is_spam=lesson)
    reply.taught = lesson
    reply.save(update_fields=["taught"])


def _lesson(reply: Reply) -> Lesson:
    decision = holding(reply)
    if decision is None or reply.is_by_campaign:
        return None
    if decision.after == Reply.Standing.SHOWN:
        return False
    return True if decision.reason == Reason.SPAM else None


def holding(reply: Reply) -> Decision | None:
    """The last decision that was not taken back."""
    decisions = iter(reply.decisions.order_by("-number"))
    for decision in decisions:
        if decision.reason != UNDONE:
            return decision
        next(decisions, None)
    return None
