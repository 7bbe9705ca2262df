"""Changing a role takes two organizers, and an account that holds nobody's conversation."""

from datetime import date

from django.db import transaction

from offramp.journal.models import Entry, note
from offramp.people import front_desk
from offramp.people.models import Invitation, Member, Role, RoleChange


class NotAllowed(Exception):
    """Only an organizer who holds the front desk's key may, never about themself, and only while it waits."""


class AlreadyProposed(Exception):
    """It waits for another organizer's word already."""


@transaction.atomic
def propose(*, member: Member, role: Role, by: Member, on: date) -> RoleChange:
    """Raises NotAllowed, AlreadyProposed."""
    front_desk.lock()
    if not front_desk.has_access(by) or by == member or not member.is_staff or member.role == role:
        raise NotAllowed
    if RoleChange.objects.pending().filter(member=member).exists():
        raise AlreadyProposed
    return RoleChange.objects.create(member=member, role=role, proposed_by=by, proposed_on=on)


@transaction.atomic
def approve(*, change: RoleChange, by: Member, on: date) -> None:
    """Countersign; who stops organizing loses the front desk. Raises NotAllowed, TheLastTwo."""
    locked = _undecided(change, by)
    if locked.proposed_by == by:
        raise NotAllowed
    member = locked.member
    if front_desk.has_access(member):
        front_desk.withdraw_access(member=member, by=by, on=on)
    member.role = locked.role
    member.save()
    locked.approved_by, locked.approved_on = by, on
    locked.save()
    # What they vouched for as an organizer, and a new account that would do what they did before.
    Invitation.objects.hanging_on(member).delete()
    RoleChange.objects.hanging_on(member).delete()
    note(Entry.Kind.ROLE_CHANGED, by=by.pk, subject=member.pk, on=on)


@transaction.atomic
def withdraw(*, change: RoleChange, by: Member) -> None:
    """Any organizer takes it back, but for the one it is about. Raises NotAllowed."""
    _undecided(change, by).delete()


def _undecided(change: RoleChange, by: Member) -> RoleChange:
    front_desk.lock()
    locked = RoleChange.objects.select_for_update().filter(pk=change.pk, approved_on=None).first()
    if locked is None or locked.member == by or not front_desk.has_access(by):
        raise NotAllowed
    return locked
