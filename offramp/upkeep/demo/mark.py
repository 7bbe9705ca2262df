"""The mark in a demonstration's database: its codes were printed on a screen, so nobody may rely on it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection

# SQLite keeps 32 bits for whoever made a file; copying or renaming the file does not take them off.
MARK = int.from_bytes(b"demo")


def make(path: Path) -> None:
    """An empty database that is marked before anything is in it."""
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA application_id = {MARK}")


def is_on(path: Path) -> bool:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        try:
            [[found]] = database.execute("PRAGMA application_id").fetchall()
        except sqlite3.DatabaseError:  # no database at all
            return False
    return bool(found == MARK)


def stands() -> bool:
    """Whether the database of this installation is a demonstration's."""
    if connection.vendor != "sqlite":
        return False
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA application_id")
        [[found]] = cursor.fetchall()
    return bool(found == MARK)
