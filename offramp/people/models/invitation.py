"""Enrollment links for staff: proposed by one organizer, approved by another, good once."""

import secrets
from datetime import date, timedelta
from hashlib import sha256

from django.db import models
from django.db.models import Q

from offramp.people import six_words
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

    def hanging_on(self, member: Member) -> "InvitationQuerySet":
        """What they proposed or approved, or what would take their place."""
        theirs = Q(proposed_by=member) | Q(approved_by=member) | Q(replaces=member)
        return self.pending().filter(theirs)

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
        "words_digest": ("digest", "kept"),
        "link_digest": ("digest", "kept"),
        "expires_on": ("clear", "kept"),
        "enrolled": ("clear", "kept"),
    }

    role = models.CharField(max_length=10, choices=[(Role.ADVISER, "adviser"), (Role.ORGANIZER, "organizer")])
    name = models.CharField(max_length=40)
    replaces = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="replacements")
    # Null: from the console, where whoever hands the link over is the only one there.
    words_digest = models.BinaryField(max_length=32, null=True)
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
            models.CheckConstraint(
                name="invitation_words_come_from_who_proposed",
                condition=Q(proposed_by=None, words_digest=None)
                | Q(proposed_by__isnull=False, words_digest__isnull=False),
            ),
        ]

    @property
    def asks_for_words(self) -> bool:
        return self.words_digest is not None

    def takes(self, words: str) -> bool:
        """Whether these are the words that whoever proposed it was shown."""
        kept = self.words_digest
        return kept is None or secrets.compare_digest(bytes(kept), six_words.digest(words))

    @property
    def last_day(self) -> date | None:
        """The last day on which the link works; none before there is a link."""
        return self.expires_on - timedelta(days=1) if self.expires_on else None
