"""The database: whether it answers, forgets as it should, is whole, and is of this version."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection
from django.db.backends.utils import CursorWrapper

from offramp.upkeep import chores, clock, database
from offramp.upkeep.demo import mark
from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good

OLDEST_POSTGRESQL = 14
SAME_MACHINE = ("", "localhost", "127.0.0.1", "::1")


def answering() -> Checks:
    return {"database.answers": answers}


def checks() -> Checks:
    mode = sqlite_mode if connection.vendor == "sqlite" else postgresql
    return {"database.mode": mode, "database.integrity": integrity, "database.tables": tables}


def rows(today: date) -> Checks:
    return {
        "database.days": partial(days, today),
        "database.mark": demonstration,
        "database.forgets": forgets,
    }


def answers() -> Iterator[Finding]:
    if database.is_missing():
        yield broken(
            f"There is no database in {connection.settings_dict['NAME']}.",
            why="Without one nothing can be asked or answered.",
            mend="$ offramp init",
        )
        return
    is_file = connection.vendor == "sqlite"
    try:
        with connection.cursor() as cursor:
            version = one(cursor, "SELECT sqlite_version()" if is_file else "SHOW server_version")
    except DatabaseError as trouble:
        reason = str(trouble).strip().splitlines()[0].rstrip(".")  # neither engine repeats a password
        yield broken(
            f"The database does not answer: {reason}.",
            why="Without it nothing can be asked or answered.",
            mend=f"Look at its files:\n$ ls -l {Path(connection.settings_dict['NAME']).parent}"
            if is_file
            else "$ systemctl status postgresql",
        )
    else:
        yield good(f"The database answers: {'SQLite' if is_file else 'PostgreSQL'} {version}.")


def sqlite_mode() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        journal, blanks = one(cursor, "PRAGMA journal_mode"), one(cursor, "PRAGMA secure_delete")
    if journal == "wal" and blanks == 1:
        yield good("It writes ahead, and blanks what is deleted.")
        return
    yield broken(
        f"The database is in mode “{journal}”, and {'blanks' if blanks else 'does not blank'} deleted rows.",
        why="Burned cases would stay readable in its file, or people would get in each other's way.",
        mend="Put the file on a disk of this machine, not of a network, and restart the service. "
        "If it stays so, another program changed it.",
    )


def postgresql() -> Iterator[Finding]:
    host = str(connection.settings_dict["HOST"])
    mode = connection.settings_dict["OPTIONS"].get("sslmode", "prefer")
    with connection.cursor() as cursor:
        version = int(one(cursor, "SHOW server_version_num")) // 10_000
        is_sealed = bool(one(cursor, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
    if version < OLDEST_POSTGRESQL:
        yield broken(
            f"PostgreSQL {version} is too old; {OLDEST_POSTGRESQL} is the oldest that works.",
            why="It gets no mends for its weaknesses any more.",
            mend="Make a backup, bring it into a newer one, and name that in DATABASE_URL:\n"
            f"{mends.BACKUP}\n$ offramp restore FILE",
        )
    yield from way_there(host, mode=mode, is_sealed=is_sealed)


def way_there(host: str, *, mode: str, is_sealed: bool) -> Iterator[Finding]:
    """How what is written travels to PostgreSQL."""
    why = "Who listens on the network between the two sees codes' digests and who is in which case."
    mend = "Add ?sslmode=verify-full&sslrootcert=/path/to/ca.pem to DATABASE_URL, and restart the service."
    if host in SAME_MACHINE or host.startswith("/"):
        yield good("PostgreSQL is on this machine.")
    elif not is_sealed:
        yield broken(f"The way to PostgreSQL on {host} is not encrypted.", why=why, mend=mend)
    elif mode != "verify-full":
        what = f"The way to PostgreSQL on {host} is encrypted, but nobody checks who is at its end."
        yield advice(what, why="Somebody on the network could stand in between.", mend=mend)
    else:
        yield good(f"The way to PostgreSQL on {host} is encrypted and checked.")


def integrity() -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA quick_check(3)")
        wrong = [str(line) for [line] in cursor.fetchall() if line != "ok"]
    if not wrong:
        yield good("The database file is whole.")
        return
    yield broken(
        f"The database file is damaged: {wrong[0]}.",
        why="More of it may be lost every hour.",
        mend="Stop the service, move the file away, and bring back the newest backup:\n"
        "$ systemctl stop offramp\n$ offramp restore FILE\n$ systemctl start offramp",
    )


def tables() -> Iterator[Finding]:
    if database.is_newer():
        yield broken(
            "The database was made by a newer version of Offramp than this one.",
            why="This version could damage what it does not know.",
            mend="Install the newer version again:\n$ offramp upgrade newest",
        )
    elif database.pending():
        yield broken(
            "The database is of an older version of Offramp than this one.",
            why="The service does not start with it.",
            mend=mends.UPGRADE,
        )
    else:
        yield good("The tables are of this version.")


def days(today: date) -> Iterator[Finding]:
    newest = clock.newest_day()
    if newest and newest > today:
        yield advice(
            f"The database holds days that have not come yet, up to {newest}.",
            why="The clock was ahead, or is behind now; what is counted from those days ends too late.",
            mend=f"If {today} is right, wait; those days pass. If it is wrong:\n{mends.SET_CLOCK}",
        )
    else:
        yield good("All days in the database have come.")


def demonstration() -> Iterator[Finding]:
    if mark.stands():
        yield broken(
            "This is the database of a demonstration.",
            why="All its codes were printed on a screen: nobody may rely on it.",
            mend="Name another file in DATABASE_URL, then:\n$ offramp init",
        )
    else:
        yield good("This is no demonstration.")


def forgets() -> Iterator[Finding]:
    held = chores.last("still held")
    if held is None:
        yield good("What was deleted is out of the database's files.")
        return
    yield advice(
        f"On {held} deleted rows could not be taken out of the database's files: somebody was reading them.",
        why="What was burned can still be found there with its code.",
        mend=f"{mends.RESTART}\n$ offramp purge",
    )


def one(cursor: CursorWrapper, statement: str) -> Any:
    cursor.execute(statement)
    [[value]] = cursor.fetchall()
    return value
