"""Members and everything that is sealed to them."""

from offramp.people.models.countersigned import Countersigned, RoleChange
from offramp.people.models.dead_code import DeadCode
from offramp.people.models.envelope import Envelope
from offramp.people.models.front_desk import FrontDeskKey
from offramp.people.models.invitation import Invitation
from offramp.people.models.member import Departure, Member, Role
from offramp.people.models.sealed_file import SealedFile, SealedPart, SealedRows
from offramp.people.models.sealed_row import SealedRow
from offramp.people.models.second_factor import SecondFactor
from offramp.people.models.session import Session

__all__ = [
    "Countersigned",
    "DeadCode",
    "Departure",
    "Envelope",
    "FrontDeskKey",
    "Invitation",
    "Member",
    "Role",
    "RoleChange",
    "SealedFile",
    "SealedPart",
    "SealedRow",
    "SealedRows",
    "SecondFactor",
    "Session",
]
