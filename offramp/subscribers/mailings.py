"""Letters by mail: asked for by an organizer, begun once the letter is public, stopped, taken up again.

A mailing goes to those who had confirmed by the time it began. To begin means to write one row for each of
them; a row that is gone again was served. Who wants one mail a month gets it on the first day of the next.
"""

import time
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from offramp.journal.models import Entry, note
from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.subscribers.models import Delivery, Mailing, Subscriber

# So many rows are written at once: on SQLite everybody else who writes waits meanwhile, and would go on to
# wait if the next ones came at once.
ROWS_AT_ONCE, PAUSE = 500, 0.05


class AlreadyAsked(Exception):
    """A letter is mailed once."""


class IsWithdrawn(Exception):
    """Nobody may read the letter, so nobody gets it."""


class IsOver(Exception):
    """It stands stopped already, or everybody has been served."""


class NotStopped(Exception):
    """It goes on as it is."""


@transaction.atomic
def ask(*, letter: Letter, by: Member, on: date) -> Mailing:
    """Let a letter go out by mail as soon as it is public. Raises AlreadyAsked, IsWithdrawn."""
    if letter.is_withdrawn():
        raise IsWithdrawn
    mailing, created = Mailing.objects.get_or_create(letter=letter, defaults={"by": by, "asked_on": on})
    if not created:
        raise AlreadyAsked
    note(Entry.Kind.MAILING_ASKED, by=by.pk, subject=letter.pk, on=on)
    return mailing


@transaction.atomic
def stop(*, mailing: Mailing, by: Member, on: date) -> None:
    """Nobody else gets it until it is taken up again; a mail that is half out goes. Raises IsOver."""
    if not Mailing.objects.going().filter(pk=mailing.pk).update(stopped_on=on):
        raise IsOver
    note(Entry.Kind.MAILING_STOPPED, by=by.pk, subject=mailing.letter_id or mailing.pk, on=on)


@transaction.atomic
def resume(*, mailing: Mailing, by: Member, on: date) -> None:
    """Go on with those who were not served yet. Raises NotStopped, IsWithdrawn."""
    if mailing.letter and mailing.letter.is_withdrawn():
        raise IsWithdrawn
    if not Mailing.objects.filter(pk=mailing.pk).exclude(stopped_on=None).update(stopped_on=None):
        raise NotStopped
    note(Entry.Kind.MAILING_RESUMED, by=by.pk, subject=mailing.letter_id or mailing.pk, on=on)


def letters(mailing: Mailing, *, at: datetime) -> list[Letter]:
    """What it says: its letter, or those that were mailed in its month and before; only what is public."""
    public = Letter.objects.for_readers(at=at)
    if mailing.month is None:
        return list(public.filter(mailing=mailing))
    before = Mailing.objects.filter(month__lt=mailing.month).order_by("-month").first()
    since = _month_after(before.month) if before and before.month else date.min
    mailed = public.filter(mailing__begun_on__gte=since, mailing__begun_on__lt=_month_after(mailing.month))
    return list(mailed.order_by("mailing__begun_on", "publication__at"))


def next_digest(on: date) -> date:
    """The day on which those who want one mail a month get the next, if there is something to tell."""
    return _month_after(on)


def begin_due(now: datetime) -> int:
    """Says how many mailings began."""
    _add_digest(now)
    public = Q(letter__publication__at__lte=now, letter__publication__withdrawal=None)
    due = Mailing.objects.filter(public | ~Q(month=None), begun_on=None, stopped_on=None)
    return sum(_begin(mailing, on=now.date()) for mailing in due.order_by("asked_on", "pk"))


def stop_withdrawn(now: datetime) -> None:
    """A letter that nobody may read any more is mailed to nobody any more."""
    on = now.date()
    withdrawn = Mailing.objects.going().filter(letter__publication__withdrawal__isnull=False)
    withdrawn.update(stopped_on=on)
    for digest in Mailing.objects.going().exclude(month=None):
        if not letters(digest, at=now):
            Mailing.objects.filter(pk=digest.pk).update(stopped_on=on)


def stop_all(*, now: datetime) -> int:
    """The campaign ends, or was brought back from a backup that does not know who was served since.

    What would begin by itself is begun here, to be stopped with the others.
    """
    _add_digest(now)
    return Mailing.objects.going().update(stopped_on=now.date())


def _begin(mailing: Mailing, *, on: date) -> bool:
    """A row for each; cut off in the middle it begins again, for nothing goes out before the last row."""
    rhythm = Subscriber.Rhythm.EACH if mailing.letter_id else Subscriber.Rhythm.MONTHLY
    wanting = Subscriber.objects.confirmed().filter(rhythm=rhythm).order_by("pk")
    some: list[UUID] = list(wanting.values_list("pk", flat=True)[:ROWS_AT_ONCE])
    while some:
        rows = [Delivery(mailing=mailing, subscriber_id=pk) for pk in some]
        Delivery.objects.bulk_create(rows, ignore_conflicts=True)
        some = list(wanting.filter(pk__gt=some[-1]).values_list("pk", flat=True)[:ROWS_AT_ONCE])
        time.sleep(PAUSE if some else 0)
    total = mailing.deliveries.count()
    return bool(Mailing.objects.filter(pk=mailing.pk).update(begun_on=on, total=total))


def _add_digest(now: datetime) -> None:
    """For the month before this one, unless there was nothing to tell."""
    month = _month_before(now.date())
    if Mailing.objects.filter(month=month).exists():
        return
    if letters(Mailing(month=month), at=now):
        Mailing.objects.create(month=month, asked_on=now.date())


def _month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def _month_after(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
