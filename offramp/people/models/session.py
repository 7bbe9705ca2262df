"""A signed-in browser; found by a digest of its cookie, readable with the cookie alone."""

from django.db import models


class Session(models.Model):
    """No member stands here: who is signed in is part of what is sealed."""

    CLASSIFIED = {
        "digest": ("digest", "erased"),
        "sealed": ("sealed", "erased"),
        "idle_until": ("clear", "erased"),
        "ends_at": ("clear", "erased"),
    }

    digest = models.BinaryField(max_length=32, primary_key=True)
    sealed = models.BinaryField()
    idle_until = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
