"""The trait of a row whose content is sealed and whose key stands in envelopes."""

import json
import uuid
from typing import Any, ClassVar

from django.db import models

from offramp.sealed import objects
from offramp.sealed.bindings import Binding


class SealedRow(models.Model):
    """A row of sealed JSON; `KIND` and the id are bound into it, so that rows cannot be swapped."""

    KIND: ClassVar[str]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sealed = models.BinaryField()

    class Meta:
        abstract = True

    def write(self, content: dict[str, Any], *, key: bytes) -> None:
        plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        self.sealed = objects.seal(plain, key=key, binding=self._binding())

    def read(self, *, key: bytes) -> dict[str, Any]:
        """Raises a kind of NotOpened when the row or the key is not the one that was sealed."""
        content: dict[str, Any] = json.loads(
            objects.open(bytes(self.sealed), key=key, binding=self._binding())
        )
        return content

    def _binding(self) -> Binding:
        return Binding(self.KIND, (self.id.bytes, "server"))
