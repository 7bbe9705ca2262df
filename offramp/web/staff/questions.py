"""What a passkey is asked: a signed token with random bytes and the moment, so that nothing is stored."""

import secrets
import time
from dataclasses import dataclass

from django.core import signing

LASTS = 10 * 60 * 1000  # milliseconds
SIGNER = signing.Signer(salt="offramp.passkey-question")


class Forged(Exception):
    """Not a question of ours."""


class TooOld(Exception):
    """Asked longer ago than somebody needs to touch a key."""


@dataclass(frozen=True)
class Question:
    challenge: bytes
    asked_at: int  # milliseconds
    token: str  # what the form carries


def ask(*, at: float | None = None) -> Question:
    asked_at = _milliseconds(at)
    challenge = secrets.token_bytes(32)
    return Question(challenge, asked_at, SIGNER.sign(f"{challenge.hex()}.{asked_at}"))


def read(token: str, *, at: float | None = None) -> Question:
    """The question a form carried. Raises Forged, TooOld."""
    try:
        challenge, _, asked_at = SIGNER.unsign(token).partition(".")
    except signing.BadSignature:
        raise Forged from None
    if _milliseconds(at) - int(asked_at) > LASTS:
        raise TooOld
    return Question(bytes.fromhex(challenge), int(asked_at), token)


def _milliseconds(at: float | None) -> int:
    return int((time.time() if at is None else at) * 1000)
