"""Signing a letter: asked on its page, counted once the mailbox has answered, gone when its owner says so."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from offramp.letters.models import Letter
from offramp.signatures import mails
from offramp.signatures.models import Signature, SigningRule

DAYS_TO_CONFIRM = 3


class NotOpen(Exception):
    """This letter takes no signatures now."""


class Gone(Exception):
    """Withdrawn, removed or never confirmed; or there never was one under this key."""


def is_open(letter: Letter, *, at: datetime) -> bool:
    return letter.is_public(at=at) and is_switched_on(letter)


def is_switched_on(letter: Letter) -> bool:
    return SigningRule.objects.filter(letter=letter).exists()


@transaction.atomic
def ask(*, letter: Letter, name: str, email: str, language: str, form: UUID, now: datetime) -> None:
    """Mail the link that signs, or leads to what is signed already. Raises NotOpen.

    Whoever typed the address learns nothing: this ends alike whether it has signed before or not. Pressed
    twice, one `form` is mailed once.
    """
    if not is_open(letter, at=now):
        raise NotOpen
    wanted = _wanted(name) | {"language": language}
    signature, is_new = Signature.objects.select_for_update().get_or_create(
        letter=letter, email=email, defaults=wanted | {"id": form, "asked_on": now.date()}
    )
    if signature.pk == form and not is_new:
        return
    if not (is_new or signature.confirmed_on):
        _change(signature, wanted)
    is_sent = mails.send_link(signature, on=now.date())
    if is_sent and not signature.confirmed_on:
        # As long as each mail says that its link holds.
        Signature.objects.filter(pk=signature.pk).update(asked_on=now.date())


@transaction.atomic
def settle(*, key: str, name: str, now: datetime) -> None:
    """Confirm it, or change how it is shown: with this name, or only counted. Raises Gone, NotOpen.

    A new name waits again for an organizer, or what was let stand could be turned into anything.
    """
    signature = Signature.objects.select_for_update().filter(key=key).first()
    if signature is None:
        raise Gone
    if not signature.confirmed_on:
        if not is_open(signature.letter, at=now):
            raise NotOpen
        _change(signature, _wanted(name) | {"confirmed_on": now.date()})
    elif signature.name != name:
        _change(signature, _wanted(name))


@transaction.atomic
def withdraw(*, key: str) -> None:
    """The row goes at once, with its address; a second time there is nothing left to do."""
    erase(Signature.objects.filter(key=key))


def erase(signatures: QuerySet[Signature]) -> int:
    """With the mails that were still to go to them; says how many there were. In somebody's transaction."""
    found = list(signatures.select_for_update())
    for signature in found:
        mails.forget_link(signature)
        signature.delete()
    return len(found)


def erase_old(*, on: date) -> int:
    """Forget addresses that were typed and never answered."""
    silent = Signature.objects.filter(confirmed_on=None, asked_on__lt=on - timedelta(days=DAYS_TO_CONFIRM))
    erased, _ = silent.delete()
    return erased


def _wanted(name: str) -> dict[str, object]:
    """Without a name it is only counted, and none is kept; a name waits until an organizer looked at it."""
    return {"name": name, "is_shown": bool(name), "is_held": bool(name)}


def _change(signature: Signature, columns: dict[str, object]) -> None:
    for column, value in columns.items():
        setattr(signature, column, value)
    signature.save(update_fields=list(columns))
