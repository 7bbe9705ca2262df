"""A proof of a letter that is still to go, to the organizer who asked for it."""

from django.db import models

from offramp.letters.models import Letter
from offramp.people.models import Member


class Proof(models.Model):
    """The web service reaches no mail server, so a proof waits for `offramp mail` like everything else."""

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "letter": ("clear", "erased"),
        "member": ("clear", "erased"),
        "language": ("clear", "erased"),
        "asked_on": ("clear", "erased"),
    }

    id = models.BigAutoField(primary_key=True)
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=12)
    asked_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["letter", "member", "language"], name="proof_once_each"),
        ]
