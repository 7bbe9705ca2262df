"""Envelopes: who can open what. There is no other table of keys."""

import uuid

from django.db import models
from django.db.models import Q

from offramp.people.models.front_desk import FrontDeskKey
from offramp.people.models.member import Member


class Envelope(models.Model):
    """The key of one object, sealed to one recipient; deleting it ends that recipient's access."""

    LEAVES_NO_TRACE = True
    CLASSIFIED = {
        "id": ("clear", "erased"),
        "kind": ("clear", "erased"),
        "object_id": ("clear", "erased"),
        "member": ("clear", "erased"),
        "front_desk": ("clear", "erased"),
        "key_version": ("clear", "erased"),
        "is_held": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=24)
    object_id = models.UUIDField()
    member = models.ForeignKey(Member, on_delete=models.CASCADE, null=True, related_name="envelopes")
    front_desk = models.ForeignKey(
        FrontDeskKey, on_delete=models.PROTECT, null=True, related_name="envelopes"
    )
    key_version = models.PositiveIntegerField()
    # Sealed to an adviser who has not accepted yet: the server opens it for nobody.
    is_held = models.BooleanField(default=False)
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="envelope_has_one_recipient",
                condition=Q(member=None, front_desk__isnull=False) | Q(member__isnull=False, front_desk=None),
            ),
            models.UniqueConstraint(fields=["object_id", "kind", "member"], name="envelope_once_a_member"),
            models.UniqueConstraint(fields=["object_id", "kind", "front_desk"], name="envelope_once_a_desk"),
        ]
