"""Burning: envelopes first, then the rows, then every mention in the journal."""

from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from offramp.journal.models import forget
from offramp.pairing.front_desk import UNDO
from offramp.pairing.models import Request
from offramp.people import storage
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
    request = (
        one.select_for_update(of=("self",)).select_related("seeker", "thread", "card", "retention").first()
    )
    if request is None:
        return False
    objects = [request.card.pk, request.retention.pk]
    objects += request.pairings.exclude(handover=None).values_list("handover__pk", flat=True)
    objects += request.pairings.exclude(draft=None).values_list("draft__pk", flat=True)
    Envelope.objects.filter(object_id__in=objects).delete()
    for subject in (request.uuid, *request.offers.values_list("pk", flat=True)):
        forget(subject)
    threads.erase(request.thread)
    request.seeker.delete()
    return True
