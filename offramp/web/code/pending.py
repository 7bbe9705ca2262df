"""A code that was drawn and not yet confirmed: it stands in the sealed session and nowhere else."""

from dataclasses import dataclass
from enum import StrEnum

from django.contrib.sessions.backends.base import SessionBase

from offramp.people.models import Member
from offramp.sealed.codes import Code

WORDS = 8


class Purpose(StrEnum):
    FIRST = "first"
    NEW = "new"
    ENROLLMENT = "enrollment"


@dataclass(frozen=True)
class Pending:
    code: Code
    purpose: Purpose
    is_confirmed: bool

    @property
    def asked(self) -> tuple[int, int]:
        """Which two words are asked back, counted from one: the same however often the page is shown."""
        digest = self.code.locator_digest()
        first = digest[0] % WORDS
        second = (first + 1 + digest[1] % (WORDS - 1)) % WORDS
        return min(first, second) + 1, max(first, second) + 1

    @property
    def is_first(self) -> bool:
        return self.purpose == Purpose.FIRST

    @property
    def is_new(self) -> bool:
        return self.purpose == Purpose.NEW


def begin(session: SessionBase, code: Code, purpose: Purpose) -> None:
    session["pending"] = {"code": str(code), "for": purpose.value}


def of(session: SessionBase) -> Pending | None:
    kept = session.get("pending")
    if kept is None:
        return None
    return Pending(Code.read(kept["code"]), Purpose(kept["for"]), bool(kept.get("confirmed")))


def home_of(member: Member) -> str:
    """The page on which somebody who is signed in goes on."""
    return "place" if member.is_seeker else "account"
