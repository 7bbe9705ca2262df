"""The copies in a folder: how they are called, how a new one comes to be, when an old one goes."""

import errno
import fcntl
import os
import pwd
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO

from offramp.upkeep.refusal import Refused

# The name says nothing of what it is a copy of; only the day, since by that it is deleted.
NAME = re.compile(r"offramp-(\d{4}-\d{2}-\d{2})(?:-\d+)?\.backup")
UNFINISHED = "offramp-unfinished"

MISSING = "there is no folder {folder}. Make it, or name another with --to."
FORBIDDEN = "{folder} may not be written by the account {account}: {trouble}."
FULL = "no room is left in {folder}: no backup was made. The older copies are still there."
BROKEN = "{folder} cannot be written: {trouble}. No backup was made."
RUNNING = "another backup is being written into {folder} just now. Wait until it is done."
NOT_YET = """\
{file} is of a day that has not come yet, so this machine's clock is wrong, or was wrong that day. \
Set the clock right, or move that file away; no backup was made."""


@contextmanager
def begin(folder: Path) -> Iterator[BinaryIO]:
    """A file that is no copy yet, and is gone when anything fails. Raises Refused, for the disk too."""
    path = folder / UNFINISHED
    try:
        with _opened(path) as file:
            _claim(file, path)
            try:
                yield file
            except BaseException:
                if _is_still(path, file):
                    path.unlink()
                raise
    except OSError as trouble:
        raise Refused(_sentence(trouble, folder)) from None


def keep(folder: Path, *, on: date) -> Path:
    """Give the file that was begun its name, for good."""
    taken = {path.name for path in folder.iterdir()}
    path = folder / next(name for name in _names(on) if name not in taken)
    (folder / UNFINISHED).rename(path)
    write_through(folder)
    return path


def write_through(folder: Path) -> None:
    """A name is safe once the folder it stands in is on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def there(folder: Path) -> dict[Path, date]:
    """Every copy and its day; other files are none of ours."""
    found = {path: NAME.fullmatch(path.name) for path in sorted(folder.iterdir())}
    return {path: date.fromisoformat(name[1]) for path, name in found.items() if name and _is_day(name[1])}


def check_days(folder: Path, *, on: date) -> None:
    """By the days in their names copies are deleted, so the days have to be right. Raises Refused."""
    for path, day in there(folder).items():
        if day > on + date.resolution:
            raise Refused(NOT_YET.format(file=path))


def forget_old(folder: Path, *, days: int, on: date) -> int:
    """Delete the copies that are that many days old: what burned since is dead then. Says how many."""
    old = [path for path, day in there(folder).items() if day <= on - timedelta(days=days)]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _opened(path: Path) -> BinaryIO:
    # One that a killed backup left behind is opened again, and begun anew.
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
    return os.fdopen(os.open(path, flags, 0o600), "r+b")


def _claim(file: BinaryIO, path: Path) -> None:
    """Hold the file until it is closed; a kill lets go of it too. Raises Refused."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Refused(RUNNING.format(folder=path.parent)) from None
    # Whoever held it may have given it its name meanwhile: emptied now, a good copy would be gone.
    if not _is_still(path, file):
        raise Refused(RUNNING.format(folder=path.parent))
    os.fchmod(file.fileno(), 0o600)
    file.truncate(0)


def _is_still(path: Path, file: BinaryIO) -> bool:
    return path.exists() and os.path.samestat(path.stat(), os.fstat(file.fileno()))


def _names(on: date) -> Iterator[str]:
    yield f"offramp-{on}.backup"
    number = 2
    while True:
        yield f"offramp-{on}-{number}.backup"
        number += 1


def _account() -> str:
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:  # a container's number without a name
        return str(os.geteuid())


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _sentence(trouble: OSError, folder: Path) -> str:
    match trouble.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return MISSING.format(folder=folder)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return FORBIDDEN.format(folder=folder, account=_account(), trouble=trouble.strerror)
        case errno.ENOSPC | errno.EDQUOT:
            return FULL.format(folder=folder)
    return BROKEN.format(folder=folder, trouble=trouble.strerror)
