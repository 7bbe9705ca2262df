"""The staff's second factor: a number from an app, or a passkey; nothing of it is readable when stored."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pyotp
from django.db import transaction

from offramp.journal.models import Entry, note
from offramp.people import envelopes, front_desk
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member, SecondFactor
from offramp.people.passkeys import Assertion, Passkey
from offramp.sealed import objects

STEP = 30  # seconds; RFC 6238, section 4.1
MOST_PASSKEYS = 10


class WrongFactor(Exception):
    """The number or passkey was not right, was used before, or failed too often."""


class NotAllowed(Exception):
    """Only an organizer who holds the front desk's key may, and not for themself."""


class NameTaken(Exception):
    """Another passkey of this account goes by that name."""


class TooManyPasskeys(Exception):
    """More than anybody carries; one has to go first."""


@dataclass(frozen=True)
class Number:
    """Six digits as somebody typed them."""

    digits: str


def draw_secret() -> str:
    """160 bits in base 32 (RFC 4226, section 4, R6)."""
    return pyotp.random_base32()


def address(secret: str, *, name: str) -> str:
    """What an authenticator app reads from the drawing; the name is all it shows of us."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=name)


def matching_step(secret: str, number: Number, *, at: datetime, after: int = 0) -> int | None:
    """The time step a number belongs to: now or one step either side, and later than the last one used."""
    totp, now = pyotp.TOTP(secret), int(at.timestamp()) // STEP
    digits = "".join(number.digits.split())
    if not digits.isascii():  # other scripts have digits too, which cannot be compared
        return None
    steps = [step for step in (now, now - 1, now + 1) if step > after]
    matches = [step for step in steps if secrets.compare_digest(totp.generate_otp(step), digits)]
    return matches[0] if matches else None


def create(*, member: Member, secret: str, step: int) -> SecondFactor:
    """The factor of a new account, its first number already used up."""
    key = objects.new_key()
    factor = SecondFactor(member=member)
    factor.write({"secret": secret, "step": step, "passkeys": [], "asked_at": 0}, key=key)
    factor.save()
    envelopes.put(key, kind=SecondFactor.KIND, object_id=factor.pk, to=[member])
    return factor


def check(*, by: Keyholder, proof: Number | Assertion, at: datetime) -> None:
    """Accept a proof once. Raises WrongFactor, after counting the failure."""
    with transaction.atomic():
        factor, key = _opened(by)
        accepted = None if factor.is_locked else _accepted(factor.read(key=key), proof, at)
        if accepted is None:
            # Under the same lock: tries sent all at once would otherwise count as one.
            factor.failures = min(factor.failures + 1, SecondFactor.MOST_FAILURES)
        else:
            factor.write(accepted, key=key)
            factor.failures = 0
        factor.save()
    if accepted is None:
        raise WrongFactor


@transaction.atomic
def unlock(*, member: Member, by: Member, on: date) -> None:
    """Let somebody try again after too many failures. Raises NotAllowed."""
    if not front_desk.has_access(by) or by == member:
        raise NotAllowed
    SecondFactor.objects.filter(member=member).update(failures=0)
    note(Entry.Kind.UNLOCKED, by=by.pk, subject=member.pk, on=on)


@transaction.atomic
def add_passkey(*, by: Keyholder, passkey: Passkey, on: date) -> None:
    """Keep a passkey beside the number. Raises NameTaken, TooManyPasskeys."""
    factor, key = _opened(by)
    content = factor.read(key=key)
    if passkey.name in [kept["name"] for kept in content["passkeys"]]:
        raise NameTaken
    if len(content["passkeys"]) >= MOST_PASSKEYS:
        raise TooManyPasskeys
    factor.write({**content, "passkeys": [*content["passkeys"], passkey.as_json()]}, key=key)
    factor.save()
    note(Entry.Kind.PASSKEY_ADDED, by=by.member.pk, subject=by.member.pk, on=on)


@transaction.atomic
def remove_passkey(*, by: Keyholder, name: str) -> None:
    """From now on it opens nothing here; to remove it twice is no error."""
    factor, key = _opened(by)
    content = factor.read(key=key)
    passkeys = [kept for kept in content["passkeys"] if kept["name"] != name]
    factor.write({**content, "passkeys": passkeys}, key=key)
    factor.save()


def passkeys(*, by: Keyholder) -> list[Passkey]:
    factor = SecondFactor.objects.get(member=by.member)
    content = factor.read(key=by.key(SecondFactor.KIND, factor.pk))
    return [Passkey.from_json(kept) for kept in content["passkeys"]]


def _accepted(content: dict[str, Any], proof: Number | Assertion, at: datetime) -> dict[str, Any] | None:
    """The content to keep once the proof was right, so that it is never right again; else None."""
    if isinstance(proof, Number):
        step = matching_step(content["secret"], proof, at=at, after=content["step"])
        return None if step is None else {**content, "step": step}
    known = [Passkey.from_json(kept) for kept in content["passkeys"]]
    used = proof.verified_by(known) if proof.asked_at > content["asked_at"] else None
    if used is None:
        return None
    kept = [(used if passkey.id == used.id else passkey).as_json() for passkey in known]
    return {**content, "passkeys": kept, "asked_at": proof.asked_at}


def _opened(by: Keyholder) -> tuple[SecondFactor, bytes]:
    factor = SecondFactor.objects.select_for_update().get(member=by.member)
    return factor, by.key(SecondFactor.KIND, factor.pk)
