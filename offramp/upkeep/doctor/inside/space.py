"""Room on the disks: a full one loses the message that somebody is writing just now."""

import os
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import connection

from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good

LITTLE, HARDLY_ANY = 1_000_000_000, 200_000_000  # bytes
FEW_FILES, HARDLY_ANY_FILES = 10_000, 1_000
SEE_WHAT = """\
See what fills it; often the second and third are enough:
$ du -xh {mount} | sort -h | tail -20
$ apt-get clean
$ journalctl --vacuum-size=200M"""
WHY = "On a full disk no message is taken in, no case burns and no backup is made."


def checks() -> Checks:
    return {"space.disks": partial(disks, folders())}


def folders() -> list[Path]:
    kept = [Path(connection.settings_dict["NAME"]).parent] if connection.vendor == "sqlite" else []
    return [*kept, *([settings.BACKUPS] if settings.BACKUPS else []), Path(tempfile.gettempdir())]


def disks(folders: list[Path]) -> Iterator[Finding]:
    """Each disk once, whatever of ours lies on it."""
    there = {folder.stat().st_dev: folder for folder in reversed(folders) if folder.is_dir()}
    for folder in reversed(there.values()):
        yield from disk(folder)


def disk(folder: Path, *, little: int = LITTLE, hardly_any: int = HARDLY_ANY) -> Iterator[Finding]:
    left = os.statvfs(folder)
    free = left.f_bavail * left.f_frsize
    mend = SEE_WHAT.format(mount=mount(folder))
    if free < little:
        say = broken if free < hardly_any else advice
        yield say(f"The disk that holds {folder} has {in_words(free)} left.", why=WHY, mend=mend)
        return
    # File systems that make room for names as they go say that they have none at all.
    if left.f_files and left.f_favail < FEW_FILES:
        say = broken if left.f_favail < HARDLY_ANY_FILES else advice
        yield say(f"The disk that holds {folder} has room for {left.f_favail} files.", why=WHY, mend=mend)
        return
    yield good(f"The disk that holds {folder} has {in_words(free)} left.")


def mount(folder: Path) -> Path:
    return next(path for path in (folder.resolve(), *folder.resolve().parents) if path.is_mount())


def in_words(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= LITTLE else f"{count / 1e6:.0f} MB"
