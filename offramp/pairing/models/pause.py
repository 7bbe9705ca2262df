"""Intake, closed for a while with a kind text."""

from django.db import models

from offramp.people.models import Member


class Pause(models.Model):
    """There is at most one; its text is public."""

    LONGEST = 600  # characters

    CLASSIFIED = {
        "id": ("clear", "kept"),
        "by": ("clear", "kept"),
        "on": ("clear", "kept"),
        "text": ("clear", "kept"),
    }

    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    on = models.DateField()
    text = models.CharField(max_length=LONGEST)

    class Meta:
        constraints = [models.UniqueConstraint(models.Value(1), name="pause_at_most_one")]
