"""Burning: envelopes first, then the rows, then every mention in the journal."""

from datetime import date

from django.db import transaction

from offramp.journal.models import forget
from offramp.pairing.front_desk import UNDO
from offramp.pairing.models import Request
from offramp.people import storage
from offramp.people.models import Envelope
from offramp.threads import actions as threads


@transaction.atomic
def burn(*, request: Request) -> None:
    """Everything of one case is gone, its seeker too; twice is no error."""
    seeker = request.seeker
    objects = [request.card.pk, request.retention.pk]
    objects += request.pairings.exclude(handover=None).values_list("handover__pk", flat=True)
    objects += request.pairings.exclude(draft=None).values_list("draft__pk", flat=True)
    Envelope.objects.filter(object_id__in=objects).delete()
    for subject in (request.uuid, *request.offers.values_list("pk", flat=True)):
        forget(subject)
    threads.erase(request.thread)
    seeker.delete()


def is_at_once() -> bool:
    """Whether the engine can let go of a burned case while its seeker waits, or only at night."""
    return storage.forgets_at_once()


def burn_now(*, request: Request) -> bool:
    """What a seeker's button does. Says whether the engine's files hold nothing of it any more."""
    burn(request=request)
    if not is_at_once():
        return False
    try:
        storage.forget_deleted()
    except storage.StillHeld:
        return False  # purge tries again at night
    return True


def burn_due(*, on: date) -> int:
    """Everything past its day, and junk whose day to undo is over. Says how many."""
    due = Request.objects.filter(burns_on__lte=on) | Request.objects.filter(sweep__on__lt=on - UNDO)
    requests = list(due.select_related("seeker", "thread", "card", "retention").distinct())
    for request in requests:
        burn(request=request)
    return len(requests)
