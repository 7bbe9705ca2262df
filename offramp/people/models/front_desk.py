"""The front desk's key: what seekers seal to before somebody is found for them."""

import uuid

from django.db import models
from django.db.models import Q


class FrontDeskKeyQuerySet(models.QuerySet["FrontDeskKey"]):
    def current(self) -> "FrontDeskKey | None":
        return self.filter(retired_on=None).first()


class FrontDeskKey(models.Model):
    """A public key whose seed is sealed to every organizer with access, and stands nowhere else."""

    CLASSIFIED = {
        "id": ("clear", "kept"),
        "number": ("clear", "kept"),
        "public_key": ("public key", "kept"),
        "made_on": ("clear", "kept"),
        "retired_on": ("clear", "kept"),
    }
    SEED = "front-desk-seed"  # the envelopes' kind
    key_version = 1  # a new key is a new row

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField(unique=True)
    public_key = models.BinaryField(max_length=1216)
    made_on = models.DateField()
    retired_on = models.DateField(null=True)

    objects = FrontDeskKeyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                models.Value(1), condition=Q(retired_on=None), name="front_desk_one_current_key"
            )
        ]
