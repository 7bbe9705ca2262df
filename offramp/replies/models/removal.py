"""That a reply was taken back by whoever wrote it."""

from django.db import models


class Removal(models.Model):
    """For a day or two, so that the same form, sent again by a reload, brings nothing back."""

    CLASSIFIED = {"id": ("clear", "kept"), "on": ("clear", "kept")}

    id = models.UUIDField(primary_key=True)  # the reply's own
    on = models.DateField()
