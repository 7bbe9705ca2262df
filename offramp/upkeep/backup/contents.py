"""What a backup says, whatever engine it came from: a CBOR sequence (RFC 8742).

A header (a map), then the rows (each an array: the number of its table in the header, its values), then
the campaign's files (each an array: its path, its bytes), then a trailer (a map) with the counts.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Self

import cbor2

from offramp.sealed.bindings import Binding
from offramp.sealed.failures import NotOpened

FORMAT = 1
BINDING = Binding("backup", ())


class Unfit(Exception):
    """What was opened is not what a backup says; a sentence's end tells what."""


class FromTheFuture(Exception):
    """A later version of Offramp wrote it; `version` says which."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


@dataclass(frozen=True)
class Header:
    """What stands before everything else."""

    version: str  # Offramp's
    day: date
    migrations: tuple[tuple[str, str], ...]
    tables: Mapping[str, tuple[str, ...]]  # the columns of each, in the order in which they were written

    def encode(self) -> bytes:
        tables = [[label, list(columns)] for label, columns in self.tables.items()]
        migrations = [list(one) for one in self.migrations]
        return cbor2.dumps(
            {
                "format": FORMAT,
                "version": self.version,
                "day": self.day,
                "migrations": migrations,
                "tables": tables,
            }
        )

    @classmethod
    def read(cls, item: Any) -> Self:
        """Raises Unfit, FromTheFuture."""
        match item:
            case {"format": int(form), "version": str(version)} if form > FORMAT:
                raise FromTheFuture(version)
            case {"format": 1, "version": str(version), "day": date() as day}:
                try:
                    migrations = tuple((_text(room), _text(name)) for room, name in item["migrations"])
                    tables = {_text(label): tuple(map(_text, columns)) for label, columns in item["tables"]}
                except (KeyError, TypeError, ValueError):
                    raise Unfit("its beginning is not whole") from None
                return cls(version, day, migrations, tables)
        raise Unfit("it does not begin as one")


@dataclass(frozen=True)
class Row:
    label: str
    values: list[Any]


@dataclass(frozen=True)
class CampaignFile:
    path: PurePosixPath
    content: bytes


@dataclass
class Counts:
    """How many rows of each table and how many files; written at the end, counted by whoever reads."""

    rows: dict[str, int]
    files: int = 0

    @property
    def all_rows(self) -> int:
        return sum(self.rows.values())

    def encode(self) -> bytes:
        return cbor2.dumps({"rows": self.rows, "files": self.files})


class Contents:
    """The items of a backup, from the front to the back, once."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        """Raises NotOpened, Unfit, FromTheFuture."""
        self._text = io.BufferedReader(_Joined(chunks))
        self._decoder = cbor2.CBORDecoder(self._text)
        self.header = Header.read(self._next())
        self._labels = list(self.header.tables)
        self.counts = Counts(dict.fromkeys(self._labels, 0))

    def __iter__(self) -> Iterator[Row | CampaignFile]:
        """Yield every row and file; `counts` is whole at the end. Raises NotOpened, Unfit."""
        while isinstance(item := self._next(), list):
            if not item:
                raise Unfit("it holds an empty item")
            yield self._file(*item) if isinstance(item[0], str) else self._row(*item)
        if item != {"rows": self.counts.rows, "files": self.counts.files}:
            raise Unfit("its counts are not those of what it holds")
        # Also the stream has to come to its end: only there it shows that nothing was cut off.
        if self._text.read(1):
            raise Unfit("it goes on after its end")

    def _row(self, number: object, *values: object) -> Row:
        if not isinstance(number, int) or not 0 <= number < len(self._labels):
            raise Unfit("it holds a row of no table")
        label = self._labels[number]
        if len(values) != len(self.header.tables[label]):
            raise Unfit(f"a row of {label} has too few or too many columns")
        self.counts.rows[label] += 1
        return Row(label, list(values))

    def _file(self, path: str, content: object = None, *more: object) -> CampaignFile:
        where = PurePosixPath(path)
        # It will be written below a folder; an absolute path, or one upwards, would end elsewhere.
        leads_out = where.is_absolute() or ".." in where.parts or not where.parts or "\0" in path
        if more or leads_out or not isinstance(content, bytes):
            raise Unfit("it holds a file that is none")
        self.counts.files += 1
        return CampaignFile(where, content)

    def _next(self) -> object:
        try:
            return self._decoder.decode()
        except cbor2.CBORDecodeError as wrong:
            # What the stream itself refused comes wrapped.
            if isinstance(wrong.__cause__, NotOpened):
                raise wrong.__cause__ from None
            raise Unfit("it breaks off, or says nothing that can be read") from None


def _text(item: object) -> str:
    if not isinstance(item, str):
        raise TypeError
    return item


class _Joined(io.RawIOBase):
    """Chunks, read as one file."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left = memoryview(chunk)
        room = memoryview(buffer).cast("B")
        taken = min(len(room), len(self._left))
        room[:taken], self._left = self._left[:taken], self._left[taken:]
        return taken
