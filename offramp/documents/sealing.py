"""What stands in a document's rows, sealed as JSON and bound to its document, epoch and number."""

import json
from typing import Any, Protocol
from uuid import UUID

from offramp.documents.models import Epoch
from offramp.sealed import objects
from offramp.sealed.bindings import Binding


class Numbered(Protocol):
    """A version, suggestion or comment; its number is one among its like in the document."""

    document_id: UUID
    epoch: Epoch
    number: int


def seal(content: dict[str, Any], row: Numbered, *, kind: str, key: bytes) -> bytes:
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return objects.seal(plain, key=key, binding=_binding(row, kind))


def open(sealed: bytes | memoryview, row: Numbered, *, kind: str, key: bytes) -> dict[str, Any]:  # noqa: A001 - read as sealing.open
    """Raises a kind of NotOpened for a row that was moved, swapped or altered."""
    content: dict[str, Any] = json.loads(objects.open(bytes(sealed), key=key, binding=_binding(row, kind)))
    return content


def _binding(row: Numbered, kind: str) -> Binding:
    parts = (row.document_id.bytes, row.epoch.pk.bytes, row.epoch.number, row.number, "server")
    return Binding(kind, parts)
