"""The files of an installation, as `offramp farewell finish` finds and deletes them."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from offramp.upkeep.backup import copies, key
from offramp.upkeep.demo import mark, surroundings

# SQLite's log, its index and its older kind of journal lie beside the file.
BESIDE = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Found:
    """A file that is there, and how large it is."""

    path: Path
    size: int

    def __str__(self) -> str:
        return f"{self.path}: {self.size:,} bytes"


def backups() -> list[Found]:
    """Sealed copies, one that was cut off, and the public half of their key."""
    folder = folder_of_backups()
    if folder is None:
        return []
    beside = [folder / name for name in (copies.UNFINISHED, key.NAME, f"{key.NAME}.new")]
    return found([*copies.there(folder), *beside])


def backup_copies() -> list[Path]:
    """Without the key: an installation that never began has one, and no copy."""
    folder = folder_of_backups()
    return list(copies.there(folder)) if folder else []


def strange() -> list[Path]:
    """What somebody else put into the folder of the backups."""
    folder, ours = folder_of_backups(), {one.path for one in backups()}
    return [path for path in sorted(folder.iterdir()) if path.absolute() not in ours] if folder else []


def folder_of_backups() -> Path | None:
    return settings.BACKUPS if settings.BACKUPS and settings.BACKUPS.is_dir() else None


def database() -> list[Found]:
    """None on PostgreSQL, whose files are not ours."""
    if connection.vendor != "sqlite":
        return []
    name = Path(connection.settings_dict["NAME"]).absolute()
    return found(name.with_name(name.name + ending) for ending in BESIDE)


def settings_file() -> list[Found]:
    return found([settings.SETTINGS_FILE] if settings.SETTINGS_FILE else [])


def demonstration() -> list[Found]:
    """What `make demo` left in this folder, if it is a demonstration's."""
    if not surroundings.DATABASE.is_file() or not mark.is_on(surroundings.DATABASE):
        return []
    name = surroundings.DATABASE
    return found([surroundings.NOTEBOOK, *(name.with_name(name.name + ending) for ending in BESIDE)])


def found(paths: Iterator[Path] | list[Path]) -> list[Found]:
    return [Found(path.absolute(), path.stat().st_size) for path in paths if path.is_file()]


def delete(one: Found) -> None:
    """And its folder, once it is empty."""
    one.path.unlink(missing_ok=True)
    with suppress(OSError):  # something else lies in it, or it is not ours to delete
        one.path.parent.rmdir()
