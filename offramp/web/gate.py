"""Keeps scripts out of the forms that strangers post: no JavaScript, no cookie of ours, no third party.

    refused = gate.refusal(request, "reply", per_minute=3)   # once the form is valid: a slip takes no turn
    if refused:
        return show(…, trouble=refused.words, status=refused.status)   # with everything that was typed

The page shows `partials/gate.html`, with `stamp` in its context: `gate.stamp("reply")` for an empty form,
`gate.stamp_again(request, "reply")` for one that goes back to whoever sent it.
"""

import hashlib
import secrets
import time
from dataclasses import dataclass
from uuid import UUID

from django.core import signing
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from offramp.web import limits

AT_LEAST = 4  # seconds; people read before they send
AT_MOST = 24 * 60 * 60
# Each worker of the server counts for itself, and forgets when it ends.
# One neighborhood goes on for ten minutes' worth, and then waits for the next hour.
AN_HOUR_NEAR = 10
# Everybody who comes through Tor is one neighborhood to us, and gets the share of several.
NOBODYS_OWN = 4
# Apart from what each neighborhood took: a flood from very many must not push it out of memory.
EVERYBODY = limits.Buckets()
SIGNER = signing.Signer(salt="offramp.gate")


@dataclass(frozen=True)
class Refusal:
    status: int
    words: Promise


# No person sees the field; a browser that fills it in all the same loses nothing.
FILLED = Refusal(400, _("Something filled in a field that must stay empty. Please send it once more."))
TOO_QUICK = Refusal(400, _("That was quicker than we expected. Nothing is lost: please press once more."))
TOO_OLD = Refusal(
    400, _("This page was open for a long time. Nothing is lost: look at it again, then press once more.")
)
TOO_OFTEN = Refusal(
    429, _("Much comes from where you are. Nothing is lost: wait a few minutes, then press once more.")
)
TOO_MANY = Refusal(
    429, _("More comes in now than we can take. Nothing is lost: keep a copy, and try again in an hour.")
)


def stamp(purpose: str, *, at: float | None = None) -> str:
    """When a form was handed out, and for what; each is another."""
    issued = int(time.time() if at is None else at)
    return SIGNER.sign(f"{purpose}.{secrets.token_hex(8)}.{issued}")


def stamp_again(request: HttpRequest, purpose: str) -> str:
    """The one that came with the form, so that its age goes on; a fresh one where that is of no use."""
    typed = request.POST.get("stamp", "")
    age = age_of(typed, purpose)
    return typed if age is not None and age <= AT_MOST else stamp(purpose)


def age_of(typed: str, purpose: str) -> int | None:
    """In seconds; None for what is not ours, or was handed out for another form."""
    try:
        ours, _, issued = SIGNER.unsign(typed).rpartition(".")
    except signing.BadSignature:
        return None
    return int(time.time()) - int(issued) if ours.rpartition(".")[0] == purpose else None


def once(request: HttpRequest, *said: str) -> UUID:
    """The same for each press of one form that says the same: a row under this id has no twin."""
    parts = "\0".join((request.POST.get("stamp", ""), *said))
    return UUID(bytes=hashlib.sha256(parts.encode()).digest()[:16], version=4)


def refusal(request: HttpRequest, purpose: str, *, per_minute: int, an_hour: int = 600) -> Refusal | None:
    """Why this form is not taken now; `an_hour` is for everybody together. None: let it in."""
    if request.POST.get("website"):
        return FILLED
    age = age_of(request.POST.get("stamp", ""), purpose)
    if age is None or age > AT_MOST:
        return TOO_OLD
    if age < AT_LEAST:
        return TOO_QUICK
    if not _has_turn(request, purpose, per_minute):
        return TOO_OFTEN
    # Such buckets count an hour's worth when their clock goes in minutes.
    has_room = EVERYBODY.take(purpose.encode(), per_minute=an_hour, at=time.monotonic() / 60)
    return None if has_room else TOO_MANY


def _has_turn(request: HttpRequest, purpose: str, per_minute: int) -> bool:
    """Whether where it comes from has anything left of its minute and of its hour."""
    near, share = limits.neighbourhood(request), per_minute
    if near is None:
        near, share = "nobody's own", NOBODYS_OWN * per_minute
    key = hashlib.blake2b(f"{purpose} {near}".encode(), key=limits.KEY).digest()
    minute, hour = key + b"minute", key + b"hour"
    now = time.monotonic()
    return limits.BUCKETS.take(minute, per_minute=share, at=now) and limits.BUCKETS.take(
        hour, per_minute=AN_HOUR_NEAR * share, at=now / 60
    )
