"""Two doors: a seeker's opens with a code, a staff member's with a code and a second factor."""

import secrets
from datetime import datetime, timedelta
from typing import cast

from django.contrib.sessions.backends.base import SessionBase

from offramp.people import second_factor
from offramp.people.envelopes import NoKey
from offramp.people.keyholders import Keyholder
from offramp.people.models import Member, Role, SecondFactor
from offramp.people.models.member import STAFF
from offramp.people.passkeys import Assertion
from offramp.people.second_factor import Number, WrongFactor
from offramp.people.sessions import SessionStore
from offramp.sealed.codes import Code
from offramp.sealed.failures import NotOpened

STAFF_DAY = timedelta(hours=8)
# A new code or a removal in the moment between the two look-ups takes the factor away from these keys.
NOT_PROVED = (WrongFactor, NotOpened, NoKey, SecondFactor.DoesNotExist)


class NotKnown(Exception):
    """No such code at this door: never issued, burned, replaced, or another door's. Nobody is told which."""


def seeker(code: Code) -> Keyholder:
    """Raises NotKnown."""
    member = Member.objects.filter(locator_digest=code.locator_digest(), role=Role.SEEKER).first()
    if member is None:
        raise NotKnown
    return Keyholder.from_seed(member, code.seed())


def staff(code: Code, *, proof: Number | Assertion, at: datetime) -> Keyholder:
    """Raises NotKnown, whichever of the two was wrong."""
    found = Member.objects.active().filter(locator_digest=code.locator_digest(), role__in=STAFF)
    member = found.first()
    if member is None:
        raise NotKnown
    keyholder = Keyholder.from_seed(member, code.seed())
    prove(keyholder, proof=proof, at=at)
    return keyholder


def prove(keyholder: Keyholder, *, proof: Number | Assertion, at: datetime) -> None:
    """The second factor, at the door and again before what would lock its owner out. Raises NotKnown."""
    try:
        second_factor.check(by=keyholder, proof=proof, at=at)
    except NOT_PROVED:
        raise NotKnown from None


def has_code(keyholder: Keyholder, code: Code) -> bool:
    """Whether these are the words of somebody who is signed in; an open visit alone does not prove it."""
    return secrets.compare_digest(code.seed(), keyholder.seed)


def begin(session: SessionBase, keyholder: Keyholder) -> None:
    """Sign in: a new cookie, the seed sealed under it, and an end that no visit moves."""
    session.flush()
    session["member"] = str(keyholder.member.pk)
    session["seed"] = keyholder.seed.hex()
    session["key_version"] = keyholder.member.key_version
    if keyholder.member.is_staff:
        cast(SessionStore, session).end_after(STAFF_DAY)


def resume(session: SessionBase) -> Keyholder | None:
    """Who is signed in. A session from before the last new code is dead, wherever it is open."""
    if "member" not in session:
        return None
    member = Member.objects.active().filter(pk=session["member"], key_version=session["key_version"]).first()
    return Keyholder.from_seed(member, bytes.fromhex(session["seed"])) if member else None
