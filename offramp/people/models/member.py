"""A member: seeker, adviser or organizer."""

import uuid

from django.db import models
from django.db.models import Q


class Role(models.TextChoices):
    SEEKER = "seeker"
    ADVISER = "adviser"
    ORGANIZER = "organizer"


STAFF = (Role.ADVISER, Role.ORGANIZER)


class MemberQuerySet(models.QuerySet["Member"]):
    def active(self) -> "MemberQuerySet":
        return self.filter(departure=None)

    def staff(self) -> "MemberQuerySet":
        return self.active().filter(role__in=STAFF)

    def advisers(self) -> "MemberQuerySet":
        return self.active().filter(role=Role.ADVISER)

    def organizers(self) -> "MemberQuerySet":
        return self.active().filter(role=Role.ORGANIZER)

    def for_organizer(self, member: "Member") -> "MemberQuerySet":
        """Every organizer sees who is on the staff, and nobody else does."""
        return self.staff() if member.role == Role.ORGANIZER else self.none()


class Member(models.Model):
    """Somebody with a code. Of a seeker nothing is kept here but the key."""

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "role": ("clear", "erased"),
        "name": ("clear", "erased"),
        "locator_digest": ("digest", "erased"),
        "public_key": ("public key", "erased"),
        "key_version": ("clear", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    role = models.CharField(max_length=10, choices=Role)
    name = models.CharField(max_length=40, default="")  # staff only: what the others call them
    locator_digest = models.BinaryField(max_length=32, unique=True)
    public_key = models.BinaryField(max_length=1216)
    key_version = models.PositiveIntegerField(default=1)

    objects = MemberQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="member_seekers_have_no_name_of_ours", condition=~Q(role="seeker") | Q(name="")
            ),
        ]

    @property
    def is_seeker(self) -> bool:
        return self.role == Role.SEEKER

    @property
    def is_adviser(self) -> bool:
        return self.role == Role.ADVISER

    @property
    def is_organizer(self) -> bool:
        return self.role == Role.ORGANIZER

    @property
    def is_staff(self) -> bool:
        return self.role in STAFF

    @property
    def is_active(self) -> bool:
        return not hasattr(self, "departure")


class Departure(models.Model):
    """A staff account that ended; the account stays as a name, without a single key."""

    class Kind(models.TextChoices):
        REMOVED = "removed"
        REPLACED = "replaced"

    CLASSIFIED = {
        "member": ("clear", "kept"),
        "kind": ("clear", "kept"),
        "by": ("clear", "kept"),
        "on": ("clear", "kept"),
    }

    member = models.OneToOneField(Member, on_delete=models.CASCADE, primary_key=True)
    kind = models.CharField(max_length=10, choices=Kind)
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    on = models.DateField()
