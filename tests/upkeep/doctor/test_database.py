"""`offramp doctor`: a database that is missing, damaged, too old, too new, ahead of its time or for show."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from offramp.journal.models import Entry, note
from offramp.upkeep import chores
from offramp.upkeep.demo import mark
from offramp.upkeep.doctor.inside import database
from tests.upkeep.doctor.findings import ADVICE, BROKEN, GOOD, levels, the_one

TODAY = timezone.now().date()
A_DAY = timedelta(days=1)

on_sqlite = pytest.mark.skipif(
    not os.environ["DATABASE_URL"].startswith("sqlite"), reason="for the run on SQLite"
)
on_postgresql = pytest.mark.skipif(
    os.environ["DATABASE_URL"].startswith("sqlite"), reason="for the run on PostgreSQL"
)


@pytest.mark.django_db(transaction=True)
def test_a_database_as_it_should_be_is_well() -> None:
    found = [
        finding
        for checks in (database.answering(), database.checks(), database.rows(TODAY))
        for check in checks.values()
        for finding in check()
    ]

    assert set(levels(found)) == {GOOD}


@on_sqlite
@pytest.mark.django_db
def test_a_database_that_is_not_there_is_found_and_not_made(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setitem(connection.settings_dict, "NAME", str(tmp_path / "none.sqlite3"))

    assert the_one(database.answers()).mend == "$ offramp init"
    assert list(tmp_path.iterdir()) == []


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_file_that_does_not_blank_what_is_deleted_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
    try:
        finding = the_one(database.sqlite_mode())
    finally:
        connection.close()  # the next one opens with the settings again

    assert finding.level == BROKEN
    assert "does not blank deleted rows" in finding.what


@on_sqlite
def test_a_damaged_file_is_found(tmp_path: Path, monkeypatch: Any, django_db_blocker: Any) -> None:
    path = tmp_path / "offramp.sqlite3"
    with django_db_blocker.unblock():
        connection.close()
        monkeypatch.setitem(connection.settings_dict, "NAME", str(path))
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE letters (text)")
            cursor.execute("CREATE INDEX by_text ON letters (text)")
            cursor.executemany("INSERT INTO letters VALUES (%s)", [(f"{n:05}",) for n in range(5000)])
        connection.close()
        spoiled = bytearray(path.read_bytes())
        spoiled[3 * 4096 : 4 * 4096] = bytes(4096)
        path.write_bytes(spoiled)

        finding = the_one(database.integrity())
        connection.close()

    assert finding.level == BROKEN
    assert finding.what.startswith("The database file is damaged: ")
    assert "$ offramp restore FILE" in finding.mend


@on_postgresql
@pytest.mark.django_db(transaction=True)
def test_postgresql_over_a_socket_is_on_this_machine() -> None:
    assert the_one(database.postgresql()).what == "PostgreSQL is on this machine."


@pytest.mark.parametrize(
    ("mode", "is_sealed", "level"),
    [
        ("disable", False, BROKEN),
        ("prefer", True, ADVICE),
        ("require", True, ADVICE),
        ("verify-full", True, GOOD),
    ],
)
def test_the_way_to_another_machine_is_encrypted_and_checked(mode: str, is_sealed: bool, level: int) -> None:  # noqa: FBT001
    assert the_one(database.way_there("10.0.0.5", mode=mode, is_sealed=is_sealed)).level == level


@pytest.mark.django_db
def test_tables_of_an_older_version_are_found() -> None:
    MigrationRecorder(connection).record_unapplied("journal", "0002_letters")

    assert the_one(database.tables()).mend == "$ offramp upgrade"


@pytest.mark.django_db
def test_tables_of_a_newer_version_are_found() -> None:
    MigrationRecorder(connection).record_applied("journal", "9999_from_the_future")

    assert the_one(database.tables()).what.startswith("The database was made by a newer version")


@pytest.mark.django_db
def test_days_that_have_not_come_are_found() -> None:
    note(Entry.Kind.PAUSED, by=None, subject=None, on=TODAY + A_DAY)

    finding = the_one(database.days(TODAY))

    assert (finding.level, str(TODAY + A_DAY) in finding.what) == (ADVICE, True)


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_demonstration_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA application_id = {mark.MARK}")
    try:
        assert the_one(database.demonstration()).level == BROKEN
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA application_id = 0")


@pytest.mark.django_db
def test_what_a_purge_could_not_forget_is_found() -> None:
    chores.note("still held", on=TODAY)

    assert the_one(database.forgets()).level == ADVICE
