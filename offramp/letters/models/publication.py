"""Who let a letter out and from when on it is public; who took it back."""

from django.db import models

from offramp.letters.models.letter import Letter
from offramp.people.models import Member


class Publication(models.Model):
    """In the future: scheduled. Nobody stands behind what came with the campaign's folder."""

    CLASSIFIED = {"letter": ("clear", "kept"), "at": ("clear", "kept"), "by": ("clear", "kept")}

    letter = models.OneToOneField(
        Letter, on_delete=models.CASCADE, primary_key=True, related_name="publication"
    )
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")


class Withdrawal(models.Model):
    """The letter was public, and is not any more; its address and its day wait for it."""

    CLASSIFIED = {"publication": ("clear", "kept"), "on": ("clear", "kept"), "by": ("clear", "kept")}

    publication = models.OneToOneField(
        Publication, on_delete=models.CASCADE, primary_key=True, related_name="withdrawal"
    )
    on = models.DateField()
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
