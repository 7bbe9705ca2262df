"""Files on a desk: cleaned before they come here, sealed in parts, read as pages first."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from offramp.documents import editing, epochs, versions
from offramp.documents.deeds import Act, What
from offramp.documents.kinds.file import FILE, MOST_FILES
from offramp.documents.models import Document, File, Part
from offramp.documents.places import Content, new_id
from offramp.documents.versions import Opened
from offramp.people.keyholders import Keyholder
from offramp.sealed import objects
from offramp.sealed.bindings import Binding


class NotForFiles(Exception):
    """This kind of document holds no files."""


class TooManyFiles(Exception):
    """More files than one document may hold."""


class NoSuchFile(Exception):
    """The document does not show such a file, or the file no such page."""


@dataclass(frozen=True)
class Cleaned:
    """A file as it may be kept: its bytes, what was removed from them, and its safe view page by page."""

    name: str = field(repr=False)
    media: str
    body: bytes = field(repr=False)
    removed: tuple[Any, ...] = field(repr=False, default=())
    pictures: tuple[bytes, ...] = field(repr=False, default=())
    picture_media: str = "image/png"
    words: tuple[Any, ...] = field(repr=False, default=())


@dataclass(frozen=True)
class Filed:
    """What a document says of one of its files."""

    file_id: UUID
    key: bytes = field(repr=False)
    name: str = field(repr=False)
    media: str
    size: int
    pages: int
    picture_media: str
    removed: tuple[Any, ...] = field(repr=False)


@transaction.atomic
def begin(*, by: Keyholder, cleaned: Cleaned, title: str, on: date, draft: UUID | None = None) -> Document:
    """A new document with one file. The same draft sent twice begins one.

    Raises NotYours, a kind of Refused.
    """
    file_id, key = uuid4(), objects.new_key()
    content = {"title": title, "files": [_item(cleaned, file_id, key)]}
    document = editing.begin(by=by, kind=FILE.name, content=content, on=on, act=Act(What.FILED), draft=draft)
    if document.newest == 1 and not document.files.exists():
        _keep(document, file_id, cleaned, key)
    return document


@transaction.atomic
def add(*, by: Keyholder, document: Document, cleaned: Cleaned, on: date) -> None:
    """One more file in a document of files. Raises NotYours, NotForFiles, TooManyFiles, a kind of Refused."""
    newest = versions.read(by=by, document=epochs.lock_as_owner(document, by))
    if newest.kind != FILE:
        raise NotForFiles
    if len(newest.content["files"]) >= MOST_FILES:
        raise TooManyFiles
    file_id, key = uuid4(), objects.new_key()
    files = [*newest.content["files"], _item(cleaned, file_id, key)]
    editing.write(newest, newest.content | {"files": files}, Act(What.FILED), by=by, on=on)
    _keep(newest.document, file_id, cleaned, key)


def listed(opened: Opened) -> list[Filed]:
    """The files that a version shows, in their order."""
    return [
        Filed(
            file_id=UUID(item["file"]),
            key=bytes.fromhex(item["key"]),
            name=item["name"],
            media=item["media"],
            size=item["size"],
            pages=item["pages"],
            picture_media=item["picture_media"],
            removed=tuple(item["removed"]),
        )
        for item in opened.content.get("files", [])
    ]


def find(*, by: Keyholder, document: Document, file_id: UUID) -> Filed:
    """Raises NotYours, NoSuchFile."""
    filed = listed(versions.read(by=by, document=document))
    found = next((one for one in filed if one.file_id == file_id), None)
    if found is None:
        raise NoSuchFile
    return found


def read_body(*, document: Document, filed: Filed) -> bytes:
    """The file itself. Raises NoSuchFile."""
    return _part(document, filed, Part.BODY)


def read_picture(*, document: Document, filed: Filed, page: int) -> bytes:
    """A page as it looks, counted from 1. Raises NoSuchFile."""
    if not 1 <= page <= filed.pages:
        raise NoSuchFile
    return _part(document, filed, Part.FIRST_PICTURE + page - 1)


def read_words(*, document: Document, filed: Filed) -> list[Any]:
    """The words in it, page by page, as they were given. Raises NoSuchFile."""
    words: list[Any] = json.loads(_part(document, filed, Part.WORDS))
    return words


def _item(cleaned: Cleaned, file_id: UUID, key: bytes) -> Content:
    # The key lies in the sealed content: whoever reads the document reads its files, and nobody else does.
    return {
        "id": new_id(),
        "name": cleaned.name,
        "media": cleaned.media,
        "size": len(cleaned.body),
        "removed": list(cleaned.removed),
        "pages": len(cleaned.pictures),
        "picture_media": cleaned.picture_media,
        "file": file_id.hex,
        "key": key.hex(),
    }


def _keep(document: Document, file_id: UUID, cleaned: Cleaned, key: bytes) -> None:
    file = File.objects.create(pk=file_id, document=document)
    words = json.dumps(cleaned.words, ensure_ascii=False).encode()
    Part.objects.bulk_create(
        Part(file=file, number=number, sealed=objects.seal(plain, key=key, binding=_binding(file, number)))
        for number, plain in enumerate((cleaned.body, words, *cleaned.pictures))
    )


def _part(document: Document, filed: Filed, number: int) -> bytes:
    part = Part.objects.select_related("file").filter(file=filed.file_id, number=number)
    found = part.filter(file__document=document).first()
    if found is None:
        raise NoSuchFile
    return objects.open(bytes(found.sealed), key=filed.key, binding=_binding(found.file, number))


def _binding(file: File, number: int) -> Binding:
    return Binding(Part.KIND, (file.document_id.bytes, file.pk.bytes, number, "server"))
