"""Files in a conversation: cleaned before they come here; whoever opens the message opens its file."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from offramp.sealed import objects
from offramp.sealed.bindings import Binding
from offramp.threads.models import Attachment, AttachmentPart, Thread


class NoSuchAttachment(Exception):
    """No message that was opened brought such a file, or the file has no such page."""


@dataclass(frozen=True)
class Enclosed:
    """A file as it may be kept: its bytes, what was removed from them, and its safe view."""

    name: str = field(repr=False)
    media: str
    body: bytes = field(repr=False)
    removed: tuple[Any, ...] = field(repr=False, default=())
    pictures: tuple[bytes, ...] = field(repr=False, default=())
    view: tuple[Any, ...] = field(repr=False, default=())


@dataclass(frozen=True)
class Attached:
    """What a message says of the file that came with it."""

    attachment_id: UUID
    key: bytes = field(repr=False)
    name: str = field(repr=False)
    media: str
    size: int
    pages: int
    removed: tuple[Any, ...] = field(repr=False)

    def is_like(self, enclosed: Enclosed) -> bool:
        """The same file once more, as far as its message tells."""
        return (self.name, self.size) == (enclosed.name, len(enclosed.body))


def keep(*, thread: Thread, enclosed: Enclosed) -> dict[str, Any]:
    """Seal a file under a key of its own; returns what its message says. Call inside a transaction."""
    attachment, key = Attachment.objects.create(thread=thread), objects.new_key()
    view = json.dumps(enclosed.view, ensure_ascii=False).encode()
    AttachmentPart.objects.bulk_create(
        (
            AttachmentPart(
                attachment=attachment,
                number=number,
                sealed=objects.seal(plain, key=key, binding=_binding(attachment, number)),
            )
            for number, plain in enumerate((enclosed.body, view, *enclosed.pictures))
        ),
        # One of them may have sixteen million bytes, and a statement is built in memory.
        batch_size=1,
    )
    return {
        "id": attachment.pk.hex,
        "key": key.hex(),
        "name": enclosed.name,
        "media": enclosed.media,
        "size": len(enclosed.body),
        "pages": len(enclosed.pictures),
        "removed": list(enclosed.removed),
    }


def told_by(content: dict[str, Any]) -> tuple[Attached, ...]:
    """The files that the content of a message names."""
    return tuple(
        Attached(
            attachment_id=UUID(item["id"]),
            key=bytes.fromhex(item["key"]),
            name=item["name"],
            media=item["media"],
            size=item["size"],
            pages=item["pages"],
            removed=tuple(item["removed"]),
        )
        for item in content.get("files", ())
    )


def find(attached: Iterable[Attached], attachment_id: UUID) -> Attached:
    """Among the files of the messages that somebody opened. Raises NoSuchAttachment."""
    found = next((one for one in attached if one.attachment_id == attachment_id), None)
    if found is None:
        raise NoSuchAttachment
    return found


def read_body(attached: Attached) -> bytes:
    """The file itself. Raises NoSuchAttachment."""
    return _part(attached, AttachmentPart.BODY)


def read_view(attached: Attached) -> list[Any]:
    """What is shown of it, page by page. Raises NoSuchAttachment."""
    view: list[Any] = json.loads(_part(attached, AttachmentPart.VIEW))
    return view


def read_picture(attached: Attached, *, page: int) -> bytes:
    """A page as it looks, counted from 1. Raises NoSuchAttachment."""
    if not 1 <= page <= attached.pages:
        raise NoSuchAttachment
    return _part(attached, AttachmentPart.FIRST_PICTURE + page - 1)


def _part(attached: Attached, number: int) -> bytes:
    parts = AttachmentPart.objects.select_related("attachment")
    part = parts.filter(attachment=attached.attachment_id, number=number).first()
    if part is None:
        raise NoSuchAttachment
    binding = _binding(part.attachment, number)
    return objects.open(bytes(part.sealed), key=attached.key, binding=binding)


def _binding(attachment: Attachment, number: int) -> Binding:
    parts = (attachment.thread_id.bytes, attachment.pk.bytes, number, "server")
    return Binding(AttachmentPart.KIND, parts)
