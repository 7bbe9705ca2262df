"""A document is written in epochs; whoever holds an epoch's key reads the versions in it."""

import uuid

from django.db import models
from django.db.models import Q

from offramp.documents.models.desk import Desk, Document
from offramp.people.models import SealedRows


class Epoch(models.Model):
    """One key. Closed when somebody loses access; whoever writes next begins another."""

    KIND = "document-epoch"  # the envelopes' kind

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "document": ("clear", "erased"),
        "number": ("clear", "erased"),
        "is_open": ("clear", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="epochs")
    number = models.PositiveIntegerField()
    is_open = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="document_epoch_number_once"),
            models.UniqueConstraint(
                fields=["document"], condition=Q(is_open=True), name="document_epoch_one_open"
            ),
        ]


class Version(models.Model):
    """The whole content as it was once, and beside it what was done, so that a history opens no content."""

    KIND = "document-version"
    DEED_KIND = "document-deed"

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "document": ("clear", "erased"),
        "epoch": ("clear", "erased"),
        "number": ("clear", "erased"),
        "written_at": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
        "sealed_deed": ("sealed", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="versions")
    epoch = models.ForeignKey(Epoch, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    # Who wrote it, by their desk: an adviser has none, so the database refuses a version of theirs.
    written_at = models.ForeignKey(Desk, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()
    sealed_deed = models.BinaryField()

    objects = SealedRows.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_number_once_a_document")
        ]
