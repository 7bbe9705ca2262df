"""The journal: staff acts, ids only, never what a seeker does or anybody writes."""

from datetime import date, timedelta
from uuid import UUID

from django.db import models


class Entry(models.Model):
    """One act of one staff member; it says about which of the staff, and never about which case."""

    KEPT = timedelta(days=365)

    class Kind(models.TextChoices):
        ENROLLED = "enrolled"
        INVITED = "invited"
        APPROVED = "approved"
        WITHDRAWN = "withdrawn"
        RECOVERY_LINK = "recovery link"
        ACCESS_GIVEN = "access given"
        REMOVED = "removed"
        ROLE_CHANGED = "role changed"
        CODE_REPLACED = "code replaced"
        PASSKEY_ADDED = "passkey added"
        UNLOCKED = "unlocked"
        FRONT_DESK_KEY_MADE = "front desk key made"
        OFFERED = "offered"
        OFFER_WITHDRAWN = "offer withdrawn"
        CLOSED = "closed"
        SWEPT = "swept"
        SWEEP_UNDONE = "sweep undone"
        PAUSED = "paused"
        RESUMED = "resumed"
        FAREWELL_ANNOUNCED = "farewell announced"
        FAREWELL_RECALLED = "farewell recalled"
        CHAIN_BEGUN = "chain begun"
        LETTER_PUBLISHED = "letter published"
        LETTER_WITHDRAWN = "letter withdrawn"
        LETTER_PUT_BACK = "letter put back"
        LETTER_CHANGED = "letter changed"
        REPLY_RULE_CHANGED = "reply rule changed"
        SIGNING_CHANGED = "signing changed"
        SIGNATURE_REMOVED = "signature removed"
        MAILING_ASKED = "mailing asked"
        MAILING_STOPPED = "mailing stopped"
        MAILING_RESUMED = "mailing resumed"
        SUBSCRIBERS_EXPORTED = "subscribers exported"
        SUBSCRIBERS_BROUGHT_IN = "subscribers brought in"
        SUBSCRIBER_LOOKED_UP = "subscriber looked up"
        SUBSCRIBER_ERASED = "subscriber erased"

    CLASSIFIED = {
        "number": ("clear", "erased"),
        "kind": ("clear", "erased"),
        "actor_id": ("clear", "erased"),
        "subject_id": ("clear", "erased"),
        "on": ("clear", "erased"),
        "link": ("digest", "erased"),
    }

    number = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=24, choices=Kind)
    actor_id = models.UUIDField(null=True)  # null: somebody at the server's console
    subject_id = models.UUIDField(null=True)
    on = models.DateField()
    link = models.BinaryField(max_length=32, default=b"")  # empty until the night; see chain.py


class Tally(models.Model):
    """How far the journal is chained; one row, sealed with a key that is not in the database."""

    CLASSIFIED = {
        "id": ("clear", "kept"),
        "begun_on": ("clear", "kept"),
        "key_mark": ("digest", "kept"),
        "root": ("digest", "kept"),
        "last_number": ("clear", "kept"),
        "last_link": ("digest", "kept"),
        "seal": ("digest", "kept"),
    }

    begun_on = models.DateField()
    key_mark = models.BinaryField(max_length=32)
    root = models.BinaryField(max_length=32)  # what the oldest entry follows
    last_number = models.BigIntegerField()
    last_link = models.BinaryField(max_length=32)
    seal = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(models.Value(1), name="tally_at_most_one")]


def note(kind: Entry.Kind, *, by: UUID | None, subject: UUID | None, on: date) -> None:
    """Write one act down, in the transaction of whoever calls."""
    Entry.objects.create(kind=kind, actor_id=by, subject_id=subject, on=on)
