"""A thread is written in epochs; an epoch has one key, and whoever holds it reads the epoch."""

import uuid

from django.db import models
from django.db.models import Q

from offramp.people.models import SealedFile, SealedPart


class Author(models.TextChoices):
    SEEKER = "seeker"
    ADVISER = "adviser"
    FRONT_DESK = "front desk"


class Thread(models.Model):
    """One conversation; whose it is stands in the room that began it."""

    CLASSIFIED = {"id": ("clear", "erased")}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)


class Epoch(models.Model):
    """The messages under one key. Closed when somebody loses access; the next writer begins another."""

    KIND = "epoch"  # the envelopes' kind

    class Audience(models.TextChoices):
        FIRST = "first"  # K1: the first message alone
        DESK = "desk"  # K0: the seeker and the front desk, never an adviser
        PAIRING = "pairing"  # K2 and on: the seeker and the adviser
        ADVICE = "advice"  # an adviser and the front desk, about nobody by name

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "thread": ("clear", "erased"),
        "audience": ("clear", "erased"),
        "number": ("clear", "erased"),
        "is_open": ("clear", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="epochs")
    audience = models.CharField(max_length=8, choices=Audience)
    number = models.PositiveIntegerField()
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="epoch_number_once_a_thread"),
            models.UniqueConstraint(
                fields=["thread", "audience"], condition=Q(is_open=True), name="epoch_one_open_an_audience"
            ),
        ]


class Message(models.Model):
    """One text. The day it was written is sealed with it; the order is a number."""

    KIND = "message"

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "thread": ("clear", "erased"),
        "epoch": ("clear", "erased"),
        "number": ("clear", "erased"),
        "author": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="messages")
    epoch = models.ForeignKey(Epoch, on_delete=models.CASCADE, related_name="messages")
    number = models.PositiveIntegerField()
    author = models.CharField(max_length=10, choices=Author)
    sealed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thread", "number"], name="message_number_once_a_thread")
        ]


class Attachment(SealedFile):
    """A file that came with a message: with which, and what it is, stands sealed in that message."""

    KIND = "attachment"

    CLASSIFIED = {"id": ("clear", "erased"), "thread": ("clear", "erased")}

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="attachments")

    @property
    def within(self) -> uuid.UUID:
        return self.thread_id


class AttachmentPart(SealedPart):
    CLASSIFIED = {
        "id": ("clear", "erased"),
        "attachment": ("clear", "erased"),
        "number": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
    }

    attachment = models.ForeignKey(Attachment, on_delete=models.CASCADE, related_name="parts")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attachment", "number"], name="part_number_once_an_attachment")
        ]
