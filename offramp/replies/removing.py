"""Whoever wrote a reply takes it back; the link in their mail is all they need."""

import time
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from offramp.replies import telling, threads
from offramp.replies.models import Removal, Reply
from offramp.replies.models.reply import new_key

# Nobody decided about it in so many days; an address is not kept for that.
UNREAD_FOR = timedelta(days=90)
# A form that was handed out is taken for a day.
REMEMBERED_FOR = timedelta(days=1)
# Erased in one transaction. Then a breath: who waits to write tries ten times a second on SQLite.
AT_ONCE, PAUSE = 25, 0.12


def by_key(key: str) -> Reply | None:
    return Reply.objects.filter(key=key).exclude(text="").first()


@transaction.atomic
def remove(*, key: str) -> None:
    """Gone at once, whatever became of it; a second time there is nothing left to do."""
    reply = Reply.objects.filter(key=key).first()
    if reply:
        Removal.objects.get_or_create(pk=reply.pk, defaults={"on": timezone.now().date()})
        erase(reply)


def is_removed(pk: UUID) -> bool:
    return Removal.objects.filter(pk=pk).exists()


def erase_old(*, on: date) -> int:
    """Forget who took something back, once no form of theirs is taken any more; says how many that were."""
    erased, _by_kind = Removal.objects.filter(on__lt=on - REMEMBERED_FOR).delete()
    return erased


def erase_unread(*, on: date) -> int:
    """What waited in vain goes; says how many did."""
    begin = on - UNREAD_FOR
    waiting = Reply.objects.filter(standing=Reply.Standing.WAITING, at__date__lt=begin)
    return erase_all(waiting.exclude(decisions__on__gte=begin))


def erase_all(replies: QuerySet[Reply]) -> int:
    """Thousands of them in parts, each of what belongs to them still; says how many went."""
    found, erased = list(replies.values_list("pk", flat=True)), 0
    for begin in range(0, len(found), AT_ONCE):
        time.sleep(PAUSE if begin else 0)
        erased += _erase_some(replies.filter(pk__in=found[begin : begin + AT_ONCE]))
    return erased


@transaction.atomic
def _erase_some(replies: QuerySet[Reply]) -> int:
    threads.hold(replies.values_list("pk", flat=True))
    some = list(replies.select_for_update(of=("self",)).order_by("pk"))
    for reply in some:
        erase(reply)
    return len(some)


@transaction.atomic
def erase(reply: Reply) -> None:
    """Name, address and text go. Where others answered it, an empty place keeps their words together."""
    if threads.held(reply) is None:
        return
    if _is_answered(reply):
        _empty(reply)
    else:
        reply.delete()
        _clear(reply.towards or reply.to)
    telling.call_back(reply)


def _is_answered(reply: Reply) -> bool:
    return Reply.objects.filter(Q(to=reply) | Q(towards=reply)).exists()


def _clear(place: Reply | None) -> None:
    """An empty place goes with the last answer to it, and so does the one in which it had answered."""
    while place and not place.text and not _is_answered(place):
        place.delete()
        place = place.towards or place.to


def _empty(reply: Reply) -> None:
    """No key opens it any more, and it waits for no organizer."""
    for said_of_it in (reply.reports, reply.decisions):
        said_of_it.all().delete()
    Reply.objects.filter(pk=reply.pk).update(
        name="",
        email="",
        text="",
        key=new_key(),
        standing=Reply.Standing.REFUSED,
        marks=[],
        likelihood=None,
        taught=None,
        is_told=False,
        changes=reply.changes + 1,
    )
