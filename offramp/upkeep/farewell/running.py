"""Whether anything else still holds the database: then nothing may be deleted under its hands."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from django.db import connection

from offramp.upkeep import settings_file
from offramp.upkeep.doctor.serving import APPLICATION
from offramp.upkeep.refusal import Refused

# The service's own role: others, such as the engine's housekeeping, do not serve anybody.
OTHER_SESSIONS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"""
PATIENCE = 1.0  # seconds; a timer's command may just be ending


def servers() -> Iterator[Path]:
    """Servers of this machine that use this database; one that nobody asked yet has not opened it."""
    ours = database_of(os.environ)
    for running in Path("/proc").glob("[0-9]*"):
        try:
            if (
                APPLICATION in (running / "cmdline").read_bytes()
                and database_of(environment_of(running)) == ours
            ):
                yield running
        except (OSError, Refused):  # it just ended, or is somebody else's
            continue


def environment_of(running: Path) -> dict[str, str]:
    lines = (running / "environ").read_text(errors="replace").split("\0")
    return dict(line.split("=", 1) for line in lines if "=" in line)


def database_of(environment: Mapping[str, str]) -> str:
    file = settings_file.find(environment)
    told = {**(settings_file.read(file) if file else {}), **environment}
    return told.get("DATABASE_URL", "")


def is_ours_alone() -> bool:
    """No timer's command and no console has it open; on PostgreSQL no other machine either."""
    if connection.vendor == "sqlite":
        return _is_nobody_elses(Path(connection.settings_dict["NAME"]))
    with connection.cursor() as cursor:
        cursor.execute(OTHER_SESSIONS)
        [[others]] = cursor.fetchall()
    return not others


def _is_nobody_elses(file: Path) -> bool:
    """SQLite lets one connection have a file to itself only while no other one is open, idle or not."""
    connection.close()
    with closing(sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)) as alone:
        try:
            alone.execute("PRAGMA locking_mode = EXCLUSIVE")
            alone.execute("BEGIN EXCLUSIVE")
            alone.execute("ROLLBACK")
        except sqlite3.OperationalError:
            return False
    return True
