"""Files on a desk. Their keys stand in the sealed content of the document that shows them."""

import uuid

from django.db import models

from offramp.documents.models.desk import Document


class File(models.Model):
    """One cleaned file and its safe view, in parts; nothing of it is known here, not even how large it is."""

    CLASSIFIED = {"id": ("clear", "erased"), "document": ("clear", "erased")}

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="files")


class Part(models.Model):
    """The file itself, the words in it, or the picture of one page."""

    KIND = "document-file"
    BODY = 0
    WORDS = 1
    FIRST_PICTURE = 2

    CLASSIFIED = {
        "id": ("clear", "erased"),
        "file": ("clear", "erased"),
        "number": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
    }

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="part_number_once_a_file")]
