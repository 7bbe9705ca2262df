"""The trait of a file that is kept in sealed parts, and whose key stands in what a person can open."""

import json
import uuid
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Sum
from django.db.models.functions import Length

from offramp.sealed import objects
from offramp.sealed.bindings import Binding


class NoSuchFile(Exception):
    """Nothing that was opened shows such a file, or the file has no such page."""


@dataclass(frozen=True)
class Cleaned:
    """A file as it may be kept: its bytes, what was removed from them, and what is shown of it first."""

    name: str = field(repr=False)
    media: str
    body: bytes = field(repr=False)
    removed: tuple[Any, ...] = field(repr=False, default=())
    pictures: tuple[bytes, ...] = field(repr=False, default=())
    view: tuple[Any, ...] = field(repr=False, default=())

    @property
    def size(self) -> int:
        """With its pictures, in bytes."""
        return len(self.body) + sum(len(picture) for picture in self.pictures)


@dataclass(frozen=True)
class Filed:
    """What a document or a message says of its file."""

    file_id: uuid.UUID
    key: bytes = field(repr=False)
    name: str = field(repr=False)
    media: str
    size: int
    pages: int
    removed: tuple[Any, ...] = field(repr=False)

    @classmethod
    def of(cls, cleaned: Cleaned) -> Self:
        """A file that is about to be kept, under a number and a key of its own."""
        return cls(
            file_id=uuid.uuid4(),
            key=objects.new_key(),
            name=cleaned.name,
            media=cleaned.media,
            size=len(cleaned.body),
            pages=len(cleaned.pictures),
            removed=cleaned.removed,
        )

    @classmethod
    def unpack(cls, packed: dict[str, Any], *, file_id: str) -> Self:
        return cls(
            file_id=uuid.UUID(file_id),
            key=bytes.fromhex(packed["key"]),
            name=packed["name"],
            media=packed["media"],
            size=packed["size"],
            pages=packed["pages"],
            removed=tuple(packed["removed"]),
        )

    def pack(self) -> dict[str, Any]:
        """For a sealed content; where it stands there, its number is written in its own way."""
        return {
            "key": self.key.hex(),
            "name": self.name,
            "media": self.media,
            "size": self.size,
            "pages": self.pages,
            "removed": list(self.removed),
        }


class SealedRows(models.QuerySet[Any]):
    def total_bytes(self) -> int:
        """What they take on the disk; neither engine reads them for it."""
        return int(self.aggregate(total=Sum(Length("sealed")))["total"] or 0)


class SealedPart(models.Model):
    """The file itself, what is shown of it first, or the picture of one page."""

    BODY, VIEW, FIRST_PICTURE = range(3)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()

    objects = SealedRows.as_manager()

    class Meta:
        abstract = True


class SealedFile(models.Model):
    """Nothing of the file is known here, not even how large it is; its parts are called `parts`."""

    KIND: ClassVar[str]
    parts: Any

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True

    @property
    def within(self) -> uuid.UUID:
        """What it belongs to; bound into each part, so that none can be moved elsewhere."""
        raise NotImplementedError

    def keep(self, cleaned: Cleaned, *, key: bytes) -> None:
        """Call inside a transaction."""
        view = json.dumps(cleaned.view, ensure_ascii=False).encode()
        # One by one: each may have sixteen million bytes, and a statement is built in memory.
        for number, plain in enumerate((cleaned.body, view, *cleaned.pictures)):
            sealed = objects.seal(plain, key=key, binding=self._binding(number))
            self.parts.create(number=number, sealed=sealed)

    def read_body(self, filed: Filed) -> bytes:
        """The file itself. Raises NoSuchFile."""
        return self._open(SealedPart.BODY, filed)

    def read_view(self, filed: Filed) -> list[Any]:
        """What is shown of it, page by page, as it was given. Raises NoSuchFile."""
        view: list[Any] = json.loads(self._open(SealedPart.VIEW, filed))
        return view

    def read_picture(self, filed: Filed, *, page: int) -> bytes:
        """A page as it looks, counted from 1. Raises NoSuchFile."""
        if not 1 <= page <= filed.pages:
            raise NoSuchFile
        return self._open(SealedPart.FIRST_PICTURE + page - 1, filed)

    def _open(self, number: int, filed: Filed) -> bytes:
        part = self.parts.filter(number=number).first()
        if part is None:
            raise NoSuchFile
        return objects.open(bytes(part.sealed), key=filed.key, binding=self._binding(number))

    def _binding(self, number: int) -> Binding:
        return Binding(self.KIND, (self.within.bytes, self.pk.bytes, number, "server"))
