"""A name below a letter."""

import secrets
import uuid

from django.db import models

from offramp.letters.models import Letter

LONGEST_NAME = 80


def new_key() -> str:
    """Who holds it may confirm, change and withdraw the signature; it stands in one mail."""
    return secrets.token_urlsafe(24)


class Signature(models.Model):
    """It counts once its address has answered; its name is shown only if its owner wishes."""

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "letter": ("clear", "erased"),
        "name": ("clear", "erased"),
        "is_shown": ("clear", "erased"),
        "is_held": ("clear", "erased"),
        "email": ("clear", "erased"),
        "language": ("clear", "erased"),
        "key": ("clear", "erased"),
        "asked_on": ("clear", "erased"),
        "confirmed_on": ("clear", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="signatures")
    name = models.CharField(max_length=LONGEST_NAME, blank=True)  # empty: only counted
    is_shown = models.BooleanField()
    is_held = models.BooleanField(default=False)  # an organizer looks at the name before anybody else does
    email = models.EmailField(max_length=254)
    language = models.CharField(max_length=12)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    asked_on = models.DateField()
    confirmed_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "email"], name="signature_once_a_letter")]


class SigningRule(models.Model):
    """A letter that may be signed; without one it cannot."""

    CLASSIFIED = {"letter": ("clear", "kept")}

    letter = models.OneToOneField(
        Letter, on_delete=models.CASCADE, primary_key=True, related_name="signing_rule"
    )
