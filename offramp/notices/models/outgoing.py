"""A single mail that is still to go: an answer to something that somebody did on a page."""

from django.db import models


class Outgoing(models.Model):
    """Deleted as soon as the mail server has it."""

    LEAVES_NO_TRACE = True
    CLASSIFIED = {
        "id": ("clear", "erased"),
        "to": ("clear", "erased"),
        "subject": ("clear", "erased"),
        "text": ("clear", "erased"),
        "about": ("clear", "erased"),
        "on": ("clear", "erased"),
        "tries": ("clear", "erased"),
        "not_before": ("clear", "erased"),
    }

    id = models.BigAutoField(primary_key=True)
    to = models.EmailField(max_length=254, db_index=True)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    about = models.CharField(
        max_length=24
    )  # the kind of mail, for counting how many of a kind an address got
    on = models.DateField()
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(null=True)
