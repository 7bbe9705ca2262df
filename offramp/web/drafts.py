"""A form's signed token: what its code will be drawn from, and when it was handed out."""

import secrets
import time
from dataclasses import dataclass

from django.core import signing

AT_LEAST = 3  # seconds; people read before they send
AT_MOST = 12 * 60 * 60
SIGNER = signing.Signer(salt="offramp.draft")


class Forged(Exception):
    """Not a token we signed."""


class TooFast(Exception):
    """Sent sooner than a person reads; give the same token back, so that its age goes on."""


class TooOld(Exception):
    """Handed out longer ago than a form stays open; give a fresh token with the text."""


@dataclass(frozen=True)
class Draft:
    draft: bytes  # 32 random bytes, as secret as the code they become
    age: int  # seconds

    def __repr__(self) -> str:
        return f"Draft(age={self.age})"


def issue(*, at: float | None = None) -> str:
    """A fresh token for a form that is about to be shown."""
    return SIGNER.sign(f"{secrets.token_hex(32)}.{int(time.time() if at is None else at)}")


def read(token: str, *, at: float | None = None) -> Draft:
    """The draft of a token. Raises Forged, TooFast, TooOld."""
    try:
        drawn, _, issued = SIGNER.unsign(token).partition(".")
    except signing.BadSignature:
        raise Forged from None
    age = int(time.time() if at is None else at) - int(issued)
    if age > AT_MOST:
        raise TooOld
    if age < AT_LEAST:
        raise TooFast
    return Draft(draft=bytes.fromhex(drawn), age=age)
