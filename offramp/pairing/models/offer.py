"""An offer: an adviser is asked whether they would take somebody, by the card alone."""

import uuid
from datetime import date, timedelta

from django.db import models
from django.db.models import Q

from offramp.pairing.models.request import Request
from offramp.people.models import Member


class OfferQuerySet(models.QuerySet["Offer"]):
    def live(self) -> "OfferQuerySet":
        return self.filter(outcome="")

    def for_adviser(self, member: Member, *, on: date) -> "OfferQuerySet":
        return self.live().filter(adviser=member, ends_on__gt=on)

    def for_asked(self, member: Member) -> "OfferQuerySet":
        """Whatever became of it: only the adviser who was asked is told that it ended."""
        return self.filter(adviser=member)

    def for_organizer(self, member: Member) -> "OfferQuerySet":
        """Ended ones too: who was asked, and what came of it, is the front desk's business."""
        return self.all() if member.is_organizer else self.none()

    def stale(self, *, on: date) -> "OfferQuerySet":
        """Past their last day, or made to somebody who is no longer there."""
        return self.live().filter(Q(ends_on__lte=on) | Q(adviser__departure__isnull=False))


class Offer(models.Model):
    """One live offer a request; it ends at midnight UTC of the third day."""

    LASTS = timedelta(days=3)

    class Outcome(models.TextChoices):
        LIVE = "", "live"
        ACCEPTED = "accepted"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"
        EXPIRED = "expired"

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "request": ("clear", "erased"),
        "adviser": ("clear", "erased"),
        "ends_on": ("clear", "erased"),
        "outcome": ("clear", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="offers")
    adviser = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="offers")
    ends_on = models.DateField(null=True)  # gone with the end: when somebody was asked is nobody's business
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.LIVE, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(outcome=""), name="offer_one_live_a_request"
            ),
            models.CheckConstraint(
                name="offer_dated_while_it_lives",
                condition=Q(outcome="", ends_on__isnull=False) | (~Q(outcome="") & Q(ends_on=None)),
            ),
        ]

    def is_live(self, *, on: date) -> bool:
        return self.ends_on is not None and on < self.ends_on

    def days_left(self, *, on: date) -> int:
        return (self.ends_on - on).days if self.ends_on else 0
