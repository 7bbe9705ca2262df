"""What organizers do with requests besides offering them: read, close, sweep, pause."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from offramp.journal.models import Entry, note
from offramp.pairing import conversation, offers
from offramp.pairing.conversation import NotYours, lock
from offramp.pairing.models import Closing, Pause, Request, Sweep
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member

UNDO = timedelta(days=1)


class StillOffered(Exception):
    """An adviser was asked and has not answered; withdraw the offer first."""


class NotAllowed(Exception):
    """Only an organizer may close or open intake."""


@transaction.atomic
def mark_read(*, by: Member, request: Request) -> None:
    """From now on the seeker is told that we are looking. Raises NotYours."""
    if not Request.objects.for_front_desk(by).filter(pk=request.pk).update(is_read=True):
        raise NotYours


@transaction.atomic
def close(*, by: Keyholder, request: Request, text: str, on: date) -> None:
    """Say kindly why we cannot help, and close; the seeker's next message opens it again.

    Raises StillOffered, NotYours, NoFrontDesk.
    """
    locked = lock(request)
    offers.end_stale_on(locked, on=on)
    if locked.offers.live().exists():
        raise StillOffered
    conversation.write_as_front_desk(by=by, request=locked, text=text, on=on)
    Closing.objects.get_or_create(request=locked, defaults={"by": by.member})
    note(Entry.Kind.CLOSED, by=by.member.pk, subject=None, on=on)


@transaction.atomic
def sweep(*, by: Member, uuids: Iterable[UUID], on: date) -> int:
    """Put junk aside; it burns unless somebody undoes it by the end of tomorrow. Says how many."""
    # Locked before it is asked: an offer made in the same moment is seen, and left alone.
    locked = list(Request.objects.select_for_update(of=("self",)).filter(uuid__in=list(uuids)).order_by("pk"))
    for request in locked:
        offers.end_stale_on(request, on=on)
    junk = Request.objects.for_front_desk_waiting(by).filter(pk__in=[request.pk for request in locked])
    found = list(junk.exclude(offers__outcome=""))
    for request in found:
        Sweep.objects.create(request=request, by=by, on=on)
        note(Entry.Kind.SWEPT, by=by.pk, subject=None, on=on)
    return len(found)


@transaction.atomic
def undo_sweep(*, by: Member, request: Request, on: date) -> None:
    """Raises NotYours."""
    if not Request.objects.for_front_desk(by).filter(pk=request.pk).exists():
        raise NotYours
    undone, _ = Sweep.objects.filter(request=request).delete()
    if undone:
        note(Entry.Kind.SWEEP_UNDONE, by=by.pk, subject=None, on=on)


@transaction.atomic
def pause(*, by: Member, text: str, on: date) -> None:
    """Close intake for a while; everybody who wrote before gets in as always. Raises NotAllowed."""
    if not by.is_organizer:
        raise NotAllowed
    Pause.objects.update_or_create(defaults={"by": by, "on": on, "text": text})
    note(Entry.Kind.PAUSED, by=by.pk, subject=None, on=on)


@transaction.atomic
def resume(*, by: Member, on: date) -> None:
    """Raises NotAllowed."""
    if not by.is_organizer:
        raise NotAllowed
    resumed, _ = Pause.objects.all().delete()
    if resumed:
        note(Entry.Kind.RESUMED, by=by.pk, subject=None, on=on)


def paused() -> Pause | None:
    """The pause that stands, with its public text."""
    return Pause.objects.first()
