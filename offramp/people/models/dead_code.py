"""Codes that were burned or replaced, remembered until no form can bring them back."""

from django.db import models


class DeadCode(models.Model):
    """A first form gives the same code for twelve hours: sent again, it must not bring a case back."""

    CLASSIFIED = {"digest": ("digest", "erased"), "has_seen_a_purge": ("clear", "erased")}

    digest = models.BinaryField(max_length=32, primary_key=True)
    has_seen_a_purge = models.BooleanField(default=False)  # undated: the second nightly purge deletes it
