"""One moment of the database, read while everybody else goes on writing."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def of_now() -> Iterator[None]:
    """All that is read inside is of one moment. Nobody waits for it, and nothing can be written in it."""
    with _on_sqlite() if connection.vendor == "sqlite" else _on_postgresql():
        yield


@contextmanager
def _on_sqlite() -> Iterator[None]:
    with connection.cursor() as cursor:
        # Our transactions begin as writers; this one must not, or everybody would wait for its end.
        cursor.execute("BEGIN DEFERRED")
        cursor.execute("PRAGMA query_only = ON")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
            cursor.execute("PRAGMA query_only = OFF")


@contextmanager
def _on_postgresql() -> Iterator[None]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
