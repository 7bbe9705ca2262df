"""Changing a role takes two organizers, and an account that holds nobody's conversation."""

from datetime import date

from django.db import transaction

from offramp.journal.models import Entry, note
from offramp.people import front_desk
from offramp.people.models import Member, Role, RoleChange


class NotAllowed(Exception):
    """Only an organizer may, and not the one who proposed it or the one it is about."""


class AlreadyProposed(Exception):
    """It waits for another organizer's word already."""


@transaction.atomic
def propose(*, member: Member, role: Role, by: Member, on: date) -> RoleChange:
    """Raises NotAllowed, AlreadyProposed."""
    if not by.is_organizer or by == member or not member.is_staff or member.role == role:
        raise NotAllowed
    if RoleChange.objects.pending().filter(member=member).exists():
        raise AlreadyProposed
    return RoleChange.objects.create(member=member, role=role, proposed_by=by, proposed_on=on)


@transaction.atomic
def approve(*, change: RoleChange, by: Member, on: date) -> None:
    """Countersign; who stops organizing loses the front desk. Raises NotAllowed, TheLastTwo."""
    front_desk.lock()
    locked = RoleChange.objects.select_for_update().get(pk=change.pk)
    if not by.is_organizer or by in (locked.proposed_by, locked.member) or locked.is_approved:
        raise NotAllowed
    member = locked.member
    if front_desk.has_access(member):
        front_desk.withdraw_access(member=member, by=by, on=on)
    member.role = locked.role
    member.save()
    locked.approved_by, locked.approved_on = by, on
    locked.save()
    note(Entry.Kind.ROLE_CHANGED, by=by.pk, subject=member.pk, on=on)
