"""Enrollment links for staff: proposed by one organizer, approved by another, good once."""

from datetime import date, timedelta
from hashlib import sha256

from django.db import models
from django.db.models import Q

from offramp.people.models.countersigned import Countersigned
from offramp.people.models.member import Member, Role


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def usable(self, *, link: str, on: date) -> "InvitationQuerySet":
        digest = sha256(link.encode()).digest()
        return self.filter(link_digest=digest, enrolled=None, expires_on__gt=on)

    def pending(self) -> "InvitationQuerySet":
        return self.filter(enrolled=None)

    def expired(self, *, on: date) -> "InvitationQuerySet":
        return self.pending().filter(expires_on__lte=on)

    def for_organizer(self, member: Member) -> "InvitationQuerySet":
        return self.pending() if member.is_organizer else self.none()


class Invitation(Countersigned):
    """Somebody is asked onto the staff; `replaces` when they are known and lost their code."""

    LASTS = timedelta(days=3)

    CLASSIFIED = {
        "id": ("clear", "kept"),
        "proposed_by": ("clear", "kept"),
        "proposed_on": ("clear", "kept"),
        "approved_by": ("clear", "kept"),
        "approved_on": ("clear", "kept"),
        "role": ("clear", "kept"),
        "name": ("clear", "kept"),
        "replaces": ("clear", "kept"),
        "link_digest": ("digest", "kept"),
        "expires_on": ("clear", "kept"),
        "enrolled": ("clear", "kept"),
    }

    role = models.CharField(max_length=10, choices=[(Role.ADVISER, "adviser"), (Role.ORGANIZER, "organizer")])
    name = models.CharField(max_length=40)
    replaces = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="replacements")
    link_digest = models.BinaryField(max_length=32, null=True, unique=True)
    expires_on = models.DateField(null=True)
    enrolled = models.OneToOneField(Member, on_delete=models.CASCADE, null=True, related_name="invitation")

    objects = InvitationQuerySet.as_manager()

    class Meta(Countersigned.Meta):
        constraints = [
            *Countersigned.Meta.constraints,
            models.CheckConstraint(
                name="invitation_link_and_its_end_travel_together",
                condition=Q(link_digest=None, expires_on=None)
                | Q(link_digest__isnull=False, expires_on__isnull=False),
            ),
        ]

    @property
    def last_day(self) -> date | None:
        """The last day on which the link works; none before there is a link."""
        return self.expires_on - timedelta(days=1) if self.expires_on else None
