"""How long a case is kept after its seeker's last visit."""

from datetime import date, timedelta

from django.db import transaction

from offramp.pairing.models import Request, Retention
from offramp.people.envelopes import Sealing
from offramp.people.keyholders import Keyholder
from offramp.sealed import objects

WEEKLY = (7, 14)  # days; these end on a Monday, longer ones on the 1st or 15th


def burn_day(visit: date, days: int) -> date:
    """The day a case burns, rounded up so that it does not tell the day of the visit."""
    end = visit + timedelta(days=days)
    if days in WEEKLY:
        return end + timedelta(days=-end.weekday() % 7)
    if end.day == 1:
        return end
    if end.day <= 15:
        return end.replace(day=15)
    return (end.replace(day=1) + timedelta(days=32)).replace(day=1)


def create(*, request: Request, days: int) -> Sealing:
    """The seeker's own choice, and its key to put to them alone."""
    key = objects.new_key()
    retention = Retention(request=request)
    retention.write({"days": days}, key=key)
    retention.save(force_insert=True)
    return Sealing(key, Retention.KIND, retention.pk, (request.seeker,))


def days(*, by: Keyholder, request: Request) -> int:
    retention = request.retention
    return int(retention.read(key=by.key(Retention.KIND, retention.pk))["days"])


@transaction.atomic
def choose(*, by: Keyholder, request: Request, days: int, on: date) -> None:
    """Keep it shorter or longer from now on."""
    retention = Retention.objects.select_for_update().get(request=request)
    retention.write({"days": days}, key=by.key(Retention.KIND, retention.pk))
    retention.save()
    Request.objects.filter(pk=request.pk).update(burns_on=burn_day(on, days))


def note_visit(*, by: Keyholder, on: date) -> None:
    """Every sign-in moves the burning day, and whoever typed the code has it; what stays writes nothing."""
    request = Request.objects.select_related("retention").get(seeker=by.member)
    burns_on = burn_day(on, days(by=by, request=request))
    if burns_on != request.burns_on or not request.is_confirmed:
        Request.objects.filter(pk=request.pk).update(burns_on=burns_on, is_confirmed=True)
