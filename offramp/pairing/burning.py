"""Burning: envelopes first, then the rows."""

from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from offramp.documents import desks
from offramp.pairing.front_desk import UNDO
from offramp.pairing.models import Request
from offramp.people import codes, front_desk, storage
from offramp.people.models import Envelope
from offramp.threads import actions as threads


@transaction.atomic
def burn(*, request: Request) -> None:
    """Everything of one case is gone, its seeker too; twice is no error."""
    _burn(Request.objects.filter(pk=request.pk))


def is_at_once() -> bool:
    """Whether the engine can let go of a burned case while its seeker waits, or only at night."""
    return storage.forgets_at_once()


def burn_now(*, request: Request) -> bool:
    """What a seeker's button does. Says whether the engine's files hold nothing of it any more."""
    burn(request=request)
    return storage.forget_now()


def burn_due(*, on: date) -> int:
    """Everything past its day, and junk whose day to undo is over. Says how many."""
    due = Request.objects.filter(Q(burns_on__lte=on) | Q(sweep__on__lt=on - UNDO))
    return sum(_burn(due.filter(pk=pk)) for pk in list(due.values_list("pk", flat=True)))


@transaction.atomic
def _burn(one: QuerySet[Request]) -> bool:
    """Asked anew under the lock: whoever came back in this moment moved the day, and is not burned."""
    front_desk.lock()  # or a key that is being moved to a new front desk key would stay behind
    # The lock alone first: what is joined to it would be of before the wait.
    locked = one.select_for_update(of=("self",)).first()
    if locked is None:
        return False
    request = Request.objects.select_related("seeker", "thread", "card", "retention").get(pk=locked.pk)
    objects = [request.card.pk, request.retention.pk]
    objects += request.pairings.exclude(handover=None).values_list("handover__pk", flat=True)
    objects += request.pairings.exclude(draft=None).values_list("draft__pk", flat=True)
    Envelope.objects.filter(object_id__in=objects).delete()
    desks.erase(owner=request.seeker)
    threads.erase(request.thread)
    codes.bury(request.seeker)
    request.seeker.delete()
    return True
