"""What organizers do: let a letter be signed, look at names, take a signature away."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from offramp.journal.models import Entry, note
from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.signatures import signing
from offramp.signatures.models import Signature, SigningRule


class AlreadySo(Exception):
    """It was done meanwhile, or what it was about is gone."""


@transaction.atomic
def open_signing(*, letter: Letter, by: Member, on: date) -> None:
    """From now on it can be signed. Raises AlreadySo."""
    _rule, is_new = SigningRule.objects.get_or_create(letter=letter)
    if not is_new:
        raise AlreadySo
    note(Entry.Kind.SIGNING_CHANGED, by=by.pk, subject=letter.pk, on=on)


@transaction.atomic
def close_signing(*, letter: Letter, by: Member, on: date) -> None:
    """Nobody signs it any more; who has signed stays, and may still withdraw. Raises AlreadySo."""
    deleted, _ = SigningRule.objects.filter(letter=letter).delete()
    if not deleted:
        raise AlreadySo
    note(Entry.Kind.SIGNING_CHANGED, by=by.pk, subject=letter.pk, on=on)


@transaction.atomic
def let_stand(*, letter: Letter, seen: list[tuple[UUID, str]]) -> int:
    """Show names as an organizer saw them; says how many. One that its owner changed since waits on."""
    return sum(
        Signature.objects.filter(letter=letter, pk=signature, name=name).held().update(is_held=False)
        for signature, name in seen
    )


@transaction.atomic
def remove(*, letter: Letter, signature: UUID, by: Member, on: date) -> None:
    """It counts no more, and nothing of it is kept. Raises AlreadySo."""
    _remove(Signature.objects.filter(letter=letter, pk=signature), letter, by=by, on=on)


@transaction.atomic
def remove_address(*, letter: Letter, email: str, by: Member, on: date) -> None:
    """For somebody who asks and has lost their link; also what waits for an answer. Raises AlreadySo."""
    _remove(Signature.objects.filter(letter=letter, email=email), letter, by=by, on=on)


def _remove(signatures: QuerySet[Signature], letter: Letter, *, by: Member, on: date) -> None:
    if not signing.erase(signatures):
        raise AlreadySo
    note(Entry.Kind.SIGNATURE_REMOVED, by=by.pk, subject=letter.pk, on=on)
