"""Letting a letter out, now or on a day to come, and taking it back."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from offramp.journal.models import Entry, note
from offramp.letters.models import Letter, Publication, Withdrawal
from offramp.people.models import Member


class AlreadyPublic(Exception):
    """It is out, or was: its day stays what it was."""


class IsOver(Exception):
    """Nobody sets a day that has been: what was meant is another one."""


class NotOut(Exception):
    """There is nothing to take back."""


class NotWithdrawn(Exception):
    """There is nothing to put back."""


@transaction.atomic
def publish(*, letter: Letter, at: datetime, by: Member, now: datetime) -> Publication:
    """From this moment on anybody reads it. Raises IsOver, AlreadyPublic."""
    if at < now:
        raise IsOver
    letter = locked(letter)
    if not (letter.is_draft() or letter.is_scheduled(at=now)):
        raise AlreadyPublic
    told = {"at": at, "by": by}
    publication, _ = Publication.objects.update_or_create(letter=letter, defaults=told)
    note(Entry.Kind.LETTER_PUBLISHED, by=by.pk, subject=letter.pk, on=now.date())
    return publication


@transaction.atomic
def withdraw(*, letter: Letter, by: Member, now: datetime) -> None:
    """Nobody reads it any more; one that only waited for its day is a draft again. Raises NotOut."""
    letter = locked(letter)
    if letter.is_draft() or letter.is_withdrawn():
        raise NotOut
    if letter.is_scheduled(at=now):
        letter.publication.delete()
    else:
        Withdrawal.objects.create(publication=letter.publication, on=now.date(), by=by)
    note(Entry.Kind.LETTER_WITHDRAWN, by=by.pk, subject=letter.pk, on=now.date())


@transaction.atomic
def put_back(*, letter: Letter, by: Member, now: datetime) -> None:
    """Public again, under its old day. Raises NotWithdrawn."""
    letter = locked(letter)
    if not letter.is_withdrawn():
        raise NotWithdrawn
    letter.publication.withdrawal.delete()
    note(Entry.Kind.LETTER_PUT_BACK, by=by.pk, subject=letter.pk, on=now.date())


def note_change(*, letter_id: UUID, by: Member | None, on: date) -> None:
    """Whoever changes what everybody reads stands in the journal; a draft is nobody's business yet."""
    out = Publication.objects.filter(letter=letter_id, at__date__lte=on, withdrawal=None)
    if out.exists():
        note(Entry.Kind.LETTER_CHANGED, by=by.pk if by else None, subject=letter_id, on=on)


def locked(letter: Letter) -> Letter:
    """As it stands once nobody else changes it."""
    Letter.objects.select_for_update().get(pk=letter.pk)
    return Letter.objects.select_related("publication__withdrawal").get(pk=letter.pk)
