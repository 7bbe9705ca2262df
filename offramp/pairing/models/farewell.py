"""The end of a campaign, announced before it comes."""

from django.db import models
from django.db.models import F, Q


class Farewell(models.Model):
    """There is at most one. It names nobody: it is announced at the server's console."""

    CLASSIFIED = {
        "id": ("clear", "kept"),
        "on": ("clear", "kept"),
        "last_day": ("clear", "kept"),
    }

    on = models.DateField()
    last_day = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(models.Value(1), name="farewell_at_most_one"),
            models.CheckConstraint(
                name="farewell_is_announced_beforehand", condition=Q(last_day__gt=F("on"))
            ),
        ]
