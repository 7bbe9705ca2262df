"""One mail run at a time, or two would send the same mails. The lock dies with its process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

LOCK = int.from_bytes(b"ofr.mail")


@contextmanager
def alone() -> Iterator[bool]:
    """Whether nobody else is at it; it stays so until the end."""
    held = _in_postgresql() if connection.vendor == "postgresql" else _on_folder()
    with held as is_alone:
        yield is_alone


@contextmanager
def _on_folder() -> Iterator[bool]:
    """On the folder: to open and close SQLite's file ourselves would undo SQLite's own locks on it."""
    folder = os.open(Path(connection.settings_dict["NAME"]).absolute().parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        yield False
    else:
        yield True
    finally:
        os.close(folder)


@contextmanager
def _in_postgresql() -> Iterator[bool]:
    """It is our connection's, so it is kept open; another machine's run sees it too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        [[is_alone]] = cursor.fetchall()
        try:
            yield is_alone
        finally:
            if is_alone:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])
