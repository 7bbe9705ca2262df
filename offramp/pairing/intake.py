"""The first message: however often it is sent, it is one request with one code."""

from datetime import date
from enum import StrEnum

from django.db import IntegrityError, transaction

from offramp.pairing import cards, conversation, retention
from offramp.pairing.cards import Asked
from offramp.pairing.models import Farewell, Pause, Request
from offramp.people import codes, envelopes, front_desk
from offramp.people.keyholders import Keyholder
from offramp.people.models import FrontDeskKey, Member, Role
from offramp.sealed.codes import Code
from offramp.threads import actions as threads


class Intake(StrEnum):
    OPEN = "open"
    PAUSED = "paused"
    NOT_OPEN_YET = "not open yet"
    ENDED = "ended"  # a farewell was announced


class NotOpen(Exception):
    """No two organizers can read what would come in, or intake is paused, or closed for good."""


class AlreadyConfirmed(Exception):
    """This form was sent before and its code confirmed; the code is the way back, and is not shown again."""


def state() -> Intake:
    return _state(front_desk.key_when_open())


def pause_text() -> str:
    """What organizers wrote for those who find intake paused; empty when they wrote nothing."""
    return Pause.objects.values_list("text", flat=True).first() or ""


def send(*, code: Code, asked: Asked, text: str, retention_days: int) -> Keyholder:
    """Seal a first message and its card to the seeker and the front desk.

    A repeat with other text adds a message, a repeat with the same adds nothing.
    Raises NotOpen, AlreadyConfirmed.
    """
    desk = front_desk.key_when_open()
    if desk is None or _state(desk) != Intake.OPEN:
        raise NotOpen
    if codes.is_dead(code):
        raise AlreadyConfirmed
    keyholder = Keyholder.from_seed(_unsaved(code), code.seed())
    try:
        _create(keyholder, desk, asked, text, retention_days)
    except IntegrityError:  # the same draft again: look the first one up, outside the broken transaction
        return _repeat(code, text, asked.day)
    return keyholder


@transaction.atomic
def confirm(*, by: Keyholder) -> None:
    """The seeker repeated two words; from now on the code is never shown again."""
    Request.objects.filter(seeker=by.member).update(is_confirmed=True)


def _state(desk: FrontDeskKey | None) -> Intake:
    if Farewell.objects.exists():
        return Intake.ENDED
    if desk is None:
        return Intake.NOT_OPEN_YET
    return Intake.PAUSED if Pause.objects.exists() else Intake.OPEN


def _unsaved(code: Code) -> Member:
    return Member(role=Role.SEEKER, locator_digest=code.locator_digest())


@transaction.atomic
def _create(keyholder: Keyholder, desk: FrontDeskKey, asked: Asked, text: str, retention_days: int) -> None:
    seeker = keyholder.member
    seeker.public_key = keyholder.keys.public
    seeker.save(force_insert=True)
    thread, first = threads.begin_with(text, to=(seeker, desk), on=asked.day)
    burns_on = retention.burn_day(asked.day, retention_days)
    request = Request.objects.create(seeker=seeker, thread=thread, burns_on=burns_on)
    card = cards.create(request=request, asked=asked, to=(seeker, desk))
    kept = retention.create(request=request, days=retention_days)
    envelopes.put_all([first, card, kept], just_made=seeker)


def _repeat(code: Code, text: str, on: date) -> Keyholder:
    member = Member.objects.get(locator_digest=code.locator_digest(), role=Role.SEEKER)
    keyholder = Keyholder.from_seed(member, code.seed())
    request = Request.objects.get(seeker=member)
    if request.is_confirmed:
        raise AlreadyConfirmed
    said = threads.read(thread=request.thread, openers=[keyholder])
    if text not in [one.text for one in said]:
        conversation.write_as_seeker(by=keyholder, request=request, text=text, on=on)
    return keyholder
