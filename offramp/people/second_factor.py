"""The staff's second factor: a number from an app, or a passkey; nothing of it is readable when stored."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyotp
from django.db import transaction
from django.db.models import F

from offramp.people import envelopes
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member, SecondFactor
from offramp.people.passkeys import Assertion, Passkey
from offramp.sealed import objects

STEP = 30  # seconds; RFC 6238, section 4.1


class WrongFactor(Exception):
    """The number or passkey was not right, was used before, or failed too often."""


@dataclass(frozen=True)
class Number:
    """Six digits as somebody typed them."""

    digits: str


def draw_secret() -> str:
    """160 bits in base 32 (RFC 4226, section 4, R6)."""
    return pyotp.random_base32()


def matching_step(secret: str, number: Number, *, at: datetime, after: int = 0) -> int | None:
    """The time step a number belongs to: now or one step either side, and later than the last one used."""
    totp, now = pyotp.TOTP(secret), int(at.timestamp()) // STEP
    digits = "".join(number.digits.split())
    steps = [step for step in (now, now - 1, now + 1) if step > after]
    matches = [step for step in steps if secrets.compare_digest(totp.generate_otp(step), digits)]
    return matches[0] if digits.isascii() and matches else None


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
        factor = SecondFactor.objects.select_for_update().get(member=by.member)
        key = by.key(SecondFactor.KIND, factor.pk)
        accepted = None if factor.is_locked else _accepted(factor.read(key=key), proof, at)
        if accepted is not None:
            factor.write(accepted, key=key)
            factor.failures = 0
            factor.save()
    if accepted is None:
        SecondFactor.objects.filter(pk=factor.pk).update(failures=F("failures") + 1)
        raise WrongFactor


def add_passkey(*, by: Keyholder, passkey: Passkey) -> None:
    """Keep a passkey beside the number."""
    _rewrite(by, lambda passkeys: [*passkeys, passkey.as_json()])


def remove_passkey(*, by: Keyholder, name: str) -> None:
    _rewrite(by, lambda passkeys: [kept for kept in passkeys if kept["name"] != name])


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


@transaction.atomic
def _rewrite(by: Keyholder, change: Any) -> None:
    factor = SecondFactor.objects.select_for_update().get(member=by.member)
    key = by.key(SecondFactor.KIND, factor.pk)
    content = factor.read(key=key)
    factor.write({**content, "passkeys": change(content["passkeys"])}, key=key)
    factor.save()
