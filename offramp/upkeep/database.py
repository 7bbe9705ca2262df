"""The tables of the database and the code: which of the two is ahead, and how they come together whole."""

import os
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from offramp.upkeep.refusal import Refused

NEWER = (
    "the database was made by a newer version of Offramp than this one, which must not touch it. "
    "Install that version again."
)
# Of two machines that upgrade at the same moment, the second waits and finds nothing left to do.
LOCK = int.from_bytes(b"offramp")


def migrate_whole() -> None:
    """All pending migrations in one transaction, so that a failed one leaves everything as it was.

    Raises Refused when the database is newer than this code.
    """
    refuse_newer()
    if not pending():
        return
    before = os.umask(0o077)  # a new file is its owner's alone
    try:
        # SQLite lets constraints rest only outside a transaction, and Django's migrations need it.
        connection.disable_constraint_checking()
        with transaction.atomic():
            take_turns()
            call_command("migrate", interactive=False, verbosity=0)
            connection.check_constraints()
    except BaseException:
        # Over a row that leads nowhere Django's editor leaves its transaction open; this ends it for sure.
        connection.close()
        connection.connect()
        raise
    finally:
        os.umask(before)
        connection.enable_constraint_checking()


def take_turns() -> None:
    if connection.vendor != "postgresql":
        return  # SQLite has one writer at a time, and our transactions begin as one
    with connection.cursor() as cursor:
        # Waiting longer for a table would make everybody behind us wait too.
        cursor.execute("SET LOCAL lock_timeout = '10s'")
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        # Rows that are checked only at the end would keep their table from being altered until then.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def pending() -> bool:
    """Whether this code has migrations that the database has not seen."""
    if is_missing():
        return True
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def is_newer() -> bool:
    """Whether the database has seen migrations that this code does not know."""
    if is_missing():
        return False
    loader = MigrationLoader(connection)
    known = set(loader.disk_migrations)
    for migration in loader.disk_migrations.values():
        known.update(migration.replaces)
    rooms = loader.migrated_apps | loader.unmigrated_apps
    return any(seen not in known for seen in loader.applied_migrations or {} if seen[0] in rooms)


def is_empty() -> bool:
    """Whether no migration was ever run."""
    return is_missing() or not MigrationLoader(connection).applied_migrations


def refuse_newer() -> None:
    """Raises Refused."""
    if is_newer():
        raise Refused(NEWER)


def is_missing() -> bool:
    """Whether there is no file yet; only looking at a database would make an empty one."""
    return connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists()
