"""When each of the nightly chores was last done."""

from django.db import models


class Chore(models.Model):
    """One row a chore, with its last day only; of everything before nothing is kept."""

    CLASSIFIED = {
        "name": ("clear", "kept"),
        "done_on": ("clear", "kept"),
    }

    name = models.CharField(max_length=24, primary_key=True)
    done_on = models.DateField()
