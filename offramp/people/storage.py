"""What the engine does with deleted rows: they lie in its files until it is told to let go of them."""

import time

from django.apps import apps
from django.db import OperationalError, connection

PATIENCE = 1.0  # seconds between two tries


class StillHeld(Exception):
    """Somebody reads the database just now, so what was deleted stays in its files a little longer."""


def forgets_at_once() -> bool:
    """Whether a burned case is out of the files within its own request, or only after the nightly purge."""
    return connection.vendor == "sqlite"


def forget_deleted(*, tries: int = 1) -> None:
    """Take what was deleted out of the engine's files. Call outside a transaction. Raises StillHeld."""
    forget = _truncate_log if forgets_at_once() else _rewrite_tables
    for left in reversed(range(tries)):
        if forget():
            return
        time.sleep(PATIENCE if left else 0)
    raise StillHeld


def forget_now() -> bool:
    """Let go while somebody waits, where the engine can. Says whether nothing is left for the night."""
    if not forgets_at_once():
        return False
    try:
        forget_deleted()
    except StillHeld:
        return False
    return True


def _truncate_log() -> bool:
    """SQLite: secure_delete blanks the page, but until the log is emptied the old page lies in both files."""
    with connection.cursor() as cursor:
        # The usual timeout is for writers, who must get through; here somebody waits for a page.
        cursor.execute(f"PRAGMA busy_timeout = {1000 * PATIENCE:.0f}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        [[is_busy, _pages, _moved]] = cursor.fetchall()
        cursor.execute(f"PRAGMA busy_timeout = {1000 * connection.settings_dict['OPTIONS']['timeout']}")
    return not is_busy


def _rewrite_tables() -> bool:
    """PostgreSQL: plain VACUUM leaves the bytes in the heap, and FULL what an older snapshot still sees."""
    if _is_seen_by_older():
        return False
    with connection.cursor() as cursor:
        # Waiting for the lock longer would make everybody behind us wait too.
        cursor.execute("SET lock_timeout = '2s'")
        try:
            for table in _left_without_traces():
                cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
        except OperationalError:
            return False
        finally:
            cursor.execute("RESET lock_timeout")
    return True


def _left_without_traces() -> list[str]:
    """Envelopes, and whatever holds an address: their models say so."""
    return [model._meta.db_table for model in apps.get_models() if getattr(model, "LEAVES_NO_TRACE", False)]


def _is_seen_by_older() -> bool:
    """Whether a transaction from before this moment is under way; when none is, no later one looks back.

    Our own snapshot reaches back to the oldest writer of all databases of the server, so VACUUM does too;
    of those who only read, the ones in our database count, and other machines that follow this one.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::xid::text")
        [[now]] = cursor.fetchall()
        cursor.execute(
            "SELECT age(pg_snapshot_xmin(pg_current_snapshot())::xid) > age(%(now)s::xid)"
            " OR EXISTS (SELECT FROM pg_stat_activity WHERE age(backend_xmin) > age(%(now)s::xid)"
            " AND pid <> pg_backend_pid() AND (datname = current_database() OR datname IS NULL))"
            " OR EXISTS (SELECT FROM pg_replication_slots WHERE age(xmin) > age(%(now)s::xid))",
            {"now": now},
        )
        [[is_seen]] = cursor.fetchall()
    return bool(is_seen)
