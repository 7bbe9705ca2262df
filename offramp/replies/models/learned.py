"""What organizers' decisions taught the filter: how often each token was met, and never the words."""

from django.db import models


class Learned(models.Model):
    """A token, under a digest that only this installation's secret can make; it goes with no reply."""

    CLASSIFIED = {
        "token": ("digest", "kept"),
        "spam": ("clear", "kept"),
        "ham": ("clear", "kept"),
        "on": ("clear", "kept"),
    }

    token = models.BinaryField(max_length=8, primary_key=True)
    spam = models.PositiveIntegerField(default=0)  # in how many replies that were refused as spam
    ham = models.PositiveIntegerField(default=0)  # in how many that were shown
    on = models.DateField()  # when it was last taught: what is rare and old is forgotten first
