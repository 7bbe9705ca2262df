"""Somebody who gets the letters by mail."""

import secrets
import uuid

from django.db import models

from offramp.people.models import Member


def new_key() -> str:
    """Who holds it may confirm, change and end the subscription; it stands in each mail to this address."""
    return secrets.token_urlsafe(24)


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def for_key(self, key: str) -> "SubscriberQuerySet":
        """Theirs who holds this key, which has only ever stood in a mail to their address."""
        return self.filter(key=key)

    def for_organizer(self, member: Member) -> "SubscriberQuerySet":
        return self if member.is_organizer else self.none()

    def confirmed(self) -> "SubscriberQuerySet":
        return self.filter(confirmed_on__isnull=False)


class Subscriber(models.Model):
    """An address, and what it asked for; it gets nothing but one question before it has said yes."""

    class Rhythm(models.TextChoices):
        EACH = "each"
        MONTHLY = "monthly"

    LEAVES_NO_TRACE = True
    CLASSIFIED = {
        "id": ("clear", "erased"),
        "email": ("clear", "erased"),
        "language": ("clear", "erased"),
        "rhythm": ("clear", "erased"),
        "key": ("clear", "erased"),
        "asked_on": ("clear", "erased"),
        "confirmed_on": ("clear", "erased"),
        "was_brought": ("clear", "erased"),
        "bounces": ("clear", "erased"),
        "bounced_on": ("clear", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254, unique=True)  # as notices.addresses.normal writes it
    language = models.CharField(max_length=12)
    rhythm = models.CharField(max_length=7, choices=Rhythm)
    key = models.CharField(max_length=32, unique=True, default=new_key)
    asked_on = models.DateField()
    confirmed_on = models.DateField(null=True)
    # Their yes stands in a list that an organizer brought in: we never asked them.
    was_brought = models.BooleanField(default=False)
    bounces = models.PositiveSmallIntegerField(default=0)  # mails in a row that came back for good
    bounced_on = models.DateField(null=True)

    objects = SubscriberQuerySet.as_manager()
