"""A handover: the adviser writes a summary, the seeker decides what becomes of it."""

from datetime import date, timedelta

from django.db import transaction

from offramp.pairing import endings
from offramp.pairing.conversation import NotYours, lock
from offramp.pairing.models import Handover, Pairing, Request
from offramp.people import envelopes
from offramp.people.keyholders import Keyholder
from offramp.sealed import objects

LAPSES = timedelta(days=14)


class AlreadyProposed(Exception):
    """A summary waits for the seeker's answer already."""


@transaction.atomic
def propose(*, by: Keyholder, pairing: Pairing, text: str, on: date) -> Handover:
    """Seal a summary to the seeker and this adviser. Raises NotYours, AlreadyProposed."""
    locked = lock(pairing.request)
    live = locked.pairings.for_adviser(by.member).filter(pk=pairing.pk).first()
    if live is None:
        raise NotYours
    if Handover.objects.filter(pairing=live).exists():
        raise AlreadyProposed
    key = objects.new_key()
    handover = Handover(pairing=live, lapses_on=on + LAPSES)
    handover.write({"text": text}, key=key)
    handover.save()
    envelopes.put(key, kind=Handover.KIND, object_id=handover.pk, to=[locked.seeker, by.member])
    return handover


def waiting(*, request: Request) -> Handover | None:
    """The one the seeker has not answered, if there is one."""
    return Handover.objects.filter(pairing__request=request, pairing__ending="").first()


def read(*, by: Keyholder, handover: Handover) -> str:
    """Raises NoKey."""
    return str(handover.read(key=by.key(Handover.KIND, handover.pk))["text"])


@transaction.atomic
def refuse(*, by: Keyholder, handover: Handover) -> None:
    """The seeker says no: the summary is gone, the pairing stays. Raises NotYours."""
    locked = lock(handover.pairing.request)
    if locked.seeker_id != by.member.pk:
        raise NotYours
    envelopes.of(Handover.KIND, handover.pk).delete()
    Handover.objects.filter(pk=handover.pk).delete()


@transaction.atomic
def end_lapsed(*, on: date) -> int:
    """Unanswered for fourteen days: as if the adviser had left. Says how many."""
    lapsed = list(Handover.objects.filter(lapses_on__lte=on).select_related("pairing__request"))
    for handover in lapsed:
        lock(handover.pairing.request)
        endings.end(pairing=handover.pairing, ending=Pairing.Ending.LEFT)
    return len(lapsed)
