"""A name below a letter."""

import secrets
import uuid

from django.db import models
from django.db.models import Q

from offramp.letters.models import Letter
from offramp.people.models import Member

LONGEST_NAME = 80
CONFIRMED = Q(confirmed_on__isnull=False)


def new_key() -> str:
    """Who holds it may confirm, change and withdraw the signature; it stands in one mail."""
    return secrets.token_urlsafe(24)


class SignatureQuerySet(models.QuerySet["Signature"]):
    def for_readers(self) -> "SignatureQuerySet":
        """What counts: those whose address has answered."""
        return self.filter(CONFIRMED)

    def for_owner(self, key: str) -> "SignatureQuerySet":
        return self.filter(key=key)

    def for_organizer(self, member: Member) -> "SignatureQuerySet":
        """Never one that nobody confirmed: it may be a stranger's address."""
        return self.for_readers() if member.is_organizer else self.none()

    def named(self) -> "SignatureQuerySet":
        """Names that stand below the letter, the newest first."""
        return self.for_readers().filter(is_shown=True, is_held=False).newest_first()

    def held(self) -> "SignatureQuerySet":
        return self.for_readers().filter(is_held=True)

    def newest_first(self) -> "SignatureQuerySet":
        """By day; who signed first on one day is nobody's business."""
        return self.order_by("-confirmed_on", "pk")


class Signature(models.Model):
    """It counts once its address has answered; its name is shown only if its owner wishes."""

    LEAVES_NO_TRACE = True
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

    objects = SignatureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["letter", "email"], name="signature_once_a_letter"),
            models.CheckConstraint(condition=Q(is_shown=False) | ~Q(name=""), name="signature_shown_by_name"),
            models.CheckConstraint(
                condition=Q(is_held=False) | Q(is_shown=True), name="signature_held_if_shown"
            ),
        ]
        # Every page of a letter counts them, and shows the newest names.
        indexes = [
            models.Index(fields=["letter"], condition=CONFIRMED, name="signature_counted"),
            models.Index(
                fields=["letter", "-confirmed_on", "id"],
                condition=CONFIRMED & Q(is_shown=True, is_held=False),
                name="signature_named",
            ),
        ]


class SigningRule(models.Model):
    """A letter that may be signed; without one it cannot."""

    CLASSIFIED = {"letter": ("clear", "kept")}

    letter = models.OneToOneField(
        Letter, on_delete=models.CASCADE, primary_key=True, related_name="signing_rule"
    )
