"""A pairing: one seeker and one adviser, until one of them, or we, end it."""

import uuid

from django.db import models
from django.db.models import Q

from offramp.pairing.models.request import Request
from offramp.people.models import Envelope, Member, SealedRow


class PairingQuerySet(models.QuerySet["Pairing"]):
    def live(self) -> "PairingQuerySet":
        return self.filter(ending="")

    def for_adviser(self, member: Member) -> "PairingQuerySet":
        return self.live().filter(adviser=member)


class Pairing(models.Model):
    """Undated: when somebody was paired is nobody's business but theirs."""

    class Ending(models.TextChoices):
        LIVE = "", "live"
        CHANGED = "changed"  # the seeker asked for another adviser
        HANDED_OVER = "handed over"
        LEFT = "left"  # the adviser stopped at once
        REMOVED = "removed"

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "request": ("clear", "erased"),
        "adviser": ("clear", "erased"),
        "ending": ("clear", "erased"),
        "may_read_earlier": ("clear", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="pairings")
    adviser = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="pairings")
    ending = models.CharField(max_length=12, choices=Ending, default=Ending.LIVE, blank=True)
    may_read_earlier = models.BooleanField(default=False)

    objects = PairingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(ending=""), name="pairing_one_live_a_request"
            )
        ]


class Handover(SealedRow):
    """An adviser wants to pass a seeker on; the summary waits for the seeker's word."""

    KIND = "handover"

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "pairing": ("clear", "erased"),
        "lapses_on": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
    }

    pairing = models.OneToOneField(Pairing, on_delete=models.CASCADE, related_name="handover")
    lapses_on = models.DateField()


class DraftQuerySet(models.QuerySet["Draft"]):
    def erase(self) -> None:
        """Envelopes first, as everywhere."""
        Envelope.objects.filter(
            kind=Draft.KIND, object_id__in=list(self.values_list("pk", flat=True))
        ).delete()
        self.delete()


class Draft(SealedRow):
    """An answer an adviser has not sent yet, sealed to them alone."""

    KIND = "draft"

    CLASSIFIED = {"id": ("clear", "erased"), "pairing": ("clear", "erased"), "sealed": ("sealed", "erased")}

    pairing = models.OneToOneField(Pairing, on_delete=models.CASCADE, related_name="draft")

    objects = DraftQuerySet.as_manager()
