"""Proofs: a letter as it would arrive, for one organizer alone, at the address of their daily mail."""

from datetime import date, datetime

from offramp.letters.models import Letter
from offramp.notices.actions import address_of
from offramp.notices.session import Outcome, Session
from offramp.people.models import Member
from offramp.subscribers import bodies
from offramp.subscribers.models import Proof

AT_ONCE = 20


class NoAddress(Exception):
    """They get no daily mail, so there is no address of theirs."""


def ask(*, letter: Letter, by: Member, language: str, on: date) -> None:
    """Pressed twice it comes once. Raises NoAddress."""
    if address_of(by) is None:
        raise NoAddress
    told = {"asked_on": on}
    Proof.objects.update_or_create(letter=letter, member=by, language=language, defaults=told)


def send_some(through: Session, *, now: datetime) -> int:
    """Those that wait; says how many were taken. Not taken on its day, a proof is dropped."""
    taken = 0
    for proof in Proof.objects.select_related("letter", "member").order_by("pk")[:AT_ONCE]:
        if not through.goes_on:
            break
        outcome = _send(proof, through, now)
        taken += outcome is Outcome.TAKEN
        if outcome in (None, Outcome.TAKEN, Outcome.REFUSED) or proof.asked_on < now.date():
            proof.delete()
    return taken


def _send(proof: Proof, through: Session, now: datetime) -> Outcome | None:
    """None: who asked has left meanwhile, or wants no mail any more."""
    address = address_of(proof.member)
    if address is None or not proof.member.is_active:
        return None
    mail = bodies.proof(letter=proof.letter, language=proof.language, to=address.email, at=now)
    return through.send(mail).outcome
