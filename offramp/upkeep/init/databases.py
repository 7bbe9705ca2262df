"""Which database was meant, and whether it would take us in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import dj_database_url
import psycopg

from offramp.upkeep import owner
from offramp.upkeep.refusal import Refused

LOOKS_LIKE = "it looks like postgres://user:password@host/name"
OLDEST = 14  # of PostgreSQL, that Django 5.2 speaks to
# Django's own table first: where it stands, the database is ours or another Django's.
WHAT_IS_THERE = """
SELECT has_schema_privilege(current_schema(), 'CREATE'),
       to_regclass('django_migrations') IS NOT NULL,
       EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema()),
       to_regclass('people_member') IS NOT NULL
"""


def read(typed: str) -> str:
    """A DATABASE_URL that works. Raises Refused; a password in it is not repeated."""
    try:
        parsed = dj_database_url.parse(typed.strip())
    except ValueError:
        raise Refused(f"this is no address of a database; {LOOKS_LIKE}.") from None
    engine = parsed["ENGINE"].rpartition(".")[2]
    if engine == "sqlite3":
        refuse_folder(Path(parsed["NAME"]))
    elif engine == "postgresql":
        refuse_server(dict(parsed))
    else:
        raise Refused(f"only PostgreSQL, or a file on this machine; {LOOKS_LIKE}.")
    return typed.strip()


def refuse_folder(file: Path) -> None:
    if not file.is_absolute():
        raise Refused("the file's whole path is needed: sqlite:////, with four slashes, and the path.")
    if not file.parent.is_dir():
        raise Refused(f"there is no folder {file.parent}.")


def refuse_server(parsed: dict[str, Any]) -> None:
    told = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    # With what stands behind the question mark: a server that must be checked is checked now, too.
    wanted = {ours: parsed[theirs] for ours, theirs in told.items() if parsed[theirs]}
    wanted |= {"connect_timeout": 5} | parsed.get("OPTIONS", {})
    try:
        with as_the_server_sees_us(), psycopg.connect(**wanted) as connection:
            version = connection.info.server_version // 10_000
            row = connection.execute(WHAT_IS_THERE).fetchone()
    except psycopg.Error as trouble:
        raise Refused(f"this database does not let us in: {reason(trouble)}") from None
    assert row  # noqa: S101 - a SELECT without FROM has one
    may_create, is_django, has_tables, is_ours = row
    if version < OLDEST:
        raise Refused(f"this is PostgreSQL {version}, and {OLDEST} or newer is needed.")
    if not may_create:
        raise Refused("this user may not make tables there; make them the owner of the database.")
    if (is_django or has_tables) and not is_ours:
        raise Refused("this database holds the tables of another program; make an empty one for Offramp.")


@contextmanager
def as_the_server_sees_us() -> Iterator[None]:
    """PostgreSQL on the same machine may know the user of the connection by the account alone."""
    account = owner.named(owner.USER) if os.geteuid() == 0 else None
    if account is None or account.pw_uid == 0:
        yield
        return
    os.seteuid(account.pw_uid)
    try:
        yield
    finally:
        os.seteuid(0)


def reason(trouble: psycopg.Error) -> str:
    """The engine's own sentence; it repeats no password."""
    lines = [line.strip() for line in str(trouble).splitlines() if line.strip()] or ["no reason is given"]
    fatal = [line.partition("FATAL:")[2].strip() for line in lines if "FATAL:" in line]
    return (fatal or [lines[0].removeprefix("connection failed: ")])[0].rstrip(".") + "."
