"""How many mails an address got on a day or in a week, kept without the address."""

from django.db import models


class Share(models.Model):
    """Forgotten when its day is over; a week has its last day here."""

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "whose": ("digest", "erased"),
        "about": ("clear", "erased"),
        "on": ("clear", "erased"),
        "taken": ("clear", "erased"),
    }

    id = models.BigAutoField(primary_key=True)
    whose = models.BinaryField(max_length=32)  # under a key that is not in the database
    about = models.CharField(max_length=24)  # a kind of mail, or empty for all of a day, or "week"
    on = models.DateField(db_index=True)
    taken = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["whose", "about", "on"], name="share_once_each")]
