"""Files in a conversation: cleaned before they come here; whoever opens the message opens its file."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from offramp.people.models.sealed_file import Cleaned, Filed, NoSuchFile
from offramp.threads.models import Attachment, AttachmentPart, Thread

# A few a week, for a year; nobody who looks for a way out meets these.
MOST, MOST_BYTES = 50, 100_000_000


class TooManyFiles(Exception):
    """The conversation holds as many files, or as large ones, as it may."""


def keep(*, thread: Thread, cleaned: Cleaned) -> dict[str, Any]:
    """Seal a file under a key of its own; returns what its message says. Call under the thread's lock.

    Raises TooManyFiles.
    """
    parts = AttachmentPart.objects.filter(attachment__thread=thread)
    if thread.attachments.count() >= MOST or parts.total_bytes() + cleaned.size > MOST_BYTES:
        raise TooManyFiles
    filed = Filed.of(cleaned)
    thread.attachments.create(pk=filed.file_id).keep(cleaned, key=filed.key)
    return filed.pack() | {"id": filed.file_id.hex}


def told_by(content: dict[str, Any]) -> tuple[Filed, ...]:
    """The files that the content of a message names."""
    return tuple(Filed.unpack(item, file_id=item["id"]) for item in content.get("files", ()))


def is_same(filed: Filed, cleaned: Cleaned) -> bool:
    """Whether this very file came before, read from what is kept of it."""
    is_alike = (filed.name, filed.size) == (cleaned.name, len(cleaned.body))
    return is_alike and read_body(filed) == cleaned.body


def find(filed: Iterable[Filed], file_id: UUID) -> Filed:
    """Among the files of the messages that somebody opened. Raises NoSuchFile."""
    found = next((one for one in filed if one.file_id == file_id), None)
    if found is None:
        raise NoSuchFile
    return found


def read_body(filed: Filed) -> bytes:
    """The file itself. Raises NoSuchFile."""
    return _row(filed).read_body(filed)


def read_view(filed: Filed) -> list[Any]:
    """What is shown of it, page by page. Raises NoSuchFile."""
    return _row(filed).read_view(filed)


def read_picture(filed: Filed, *, page: int) -> bytes:
    """A page as it looks, counted from 1. Raises NoSuchFile."""
    return _row(filed).read_picture(filed, page=page)


def _row(filed: Filed) -> Attachment:
    row = Attachment.objects.filter(pk=filed.file_id).first()
    if row is None:
        raise NoSuchFile
    return row
