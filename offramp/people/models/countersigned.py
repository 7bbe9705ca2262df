"""Acts that one organizer proposes and a different one approves."""

import uuid

from django.db import models
from django.db.models import F, Q

from offramp.people.models.member import Member, Role


class Countersigned(models.Model):
    """Proposed by one, approved by another; the database refuses the same person twice."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Null: somebody at the server's console, who counts as one person.
    proposed_by = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="+")
    proposed_on = models.DateField()
    approved_by = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="+")
    approved_on = models.DateField(null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_takes_two_people",
                condition=Q(approved_by=None) | Q(proposed_by=None) | ~Q(approved_by=F("proposed_by")),
            )
        ]

    @property
    def is_approved(self) -> bool:
        return self.approved_on is not None


class RoleChangeQuerySet(models.QuerySet["RoleChange"]):
    def pending(self) -> "RoleChangeQuerySet":
        return self.filter(approved_on=None, member__departure=None)

    def hanging_on(self, member: Member) -> "RoleChangeQuerySet":
        """What they proposed, or what is about them."""
        return self.filter(Q(proposed_by=member) | Q(member=member), approved_on=None)

    def for_organizer(self, member: Member) -> "RoleChangeQuerySet":
        return self.pending() if member.is_organizer else self.none()


class RoleChange(Countersigned):
    """An adviser who becomes an organizer, or the other way round."""

    CLASSIFIED = {
        "id": ("clear", "kept"),
        "proposed_by": ("clear", "kept"),
        "proposed_on": ("clear", "kept"),
        "approved_by": ("clear", "kept"),
        "approved_on": ("clear", "kept"),
        "member": ("clear", "kept"),
        "role": ("clear", "kept"),
    }

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="role_changes")
    role = models.CharField(max_length=10, choices=Role)

    objects = RoleChangeQuerySet.as_manager()
