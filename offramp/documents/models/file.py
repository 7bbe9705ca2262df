"""Files on a desk. Their keys stand in the sealed content of the document that shows them."""

from uuid import UUID

from django.db import models

from offramp.documents.models.desk import Document
from offramp.people.models import SealedFile, SealedPart


class File(SealedFile):
    """The cleaned file of a document, and its safe view."""

    KIND = "document-file"

    CLASSIFIED = {"id": ("clear", "erased"), "document": ("clear", "erased")}

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="files")

    @property
    def within(self) -> UUID:
        return self.document_id


class Part(SealedPart):
    CLASSIFIED = {
        "id": ("clear", "erased"),
        "file": ("clear", "erased"),
        "number": ("clear", "erased"),
        "sealed": ("sealed", "erased"),
    }

    file = models.ForeignKey(File, on_delete=models.CASCADE, related_name="parts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="part_number_once_a_file")]
