"""A subscription that somebody ended, so that nobody's old list brings them back."""

from django.db import models


class Ending(models.Model):
    """The address is gone; what is left cannot be turned back into it without this installation's key."""

    CLASSIFIED = {"id": ("clear", "kept"), "whose": ("digest", "kept"), "on": ("clear", "kept")}

    id = models.BigAutoField(primary_key=True)
    whose = models.BinaryField(max_length=32, unique=True)
    on = models.DateField()
