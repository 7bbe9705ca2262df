"""All pending migrations or none: on both engines a failed one leaves everything as it was."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import IntegrityError, connection
from django.db.migrations.recorder import MigrationRecorder
from pytest_django import Settings

from offramp.journal import migrations as journal
from offramp.journal.models import Entry
from offramp.upkeep import database
from offramp.upkeep.refusal import Refused

pytestmark = pytest.mark.django_db(transaction=True)

MORE = """
from django.db import migrations

def fail(apps, schema_editor):
    apps.get_model("journal", "Entry").objects.all().delete()
    raise ValueError("made to fail")

class Migration(migrations.Migration):
    dependencies = [("journal", "{last}")]
    operations = [{operations}]
"""
PARENT = "CREATE TABLE a_parent (id integer PRIMARY KEY)"
CHILD = (
    "CREATE TABLE a_child (id integer PRIMARY KEY, parent_id integer"
    " REFERENCES a_parent (id) DEFERRABLE INITIALLY DEFERRED)"
)
Grow = Callable[[str], None]


@pytest.fixture
def grow(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Grow]:
    """Let the journal have one migration more."""
    name = f"grown_{tmp_path.name}"

    def write(operations: str) -> None:
        shutil.copytree(journal.__path__[0], tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        last = max(path.stem for path in (tmp_path / name).glob("0*.py"))
        (tmp_path / name / "9000_more.py").write_text(MORE.format(last=last, operations=operations))
        monkeypatch.syspath_prepend(str(tmp_path))
        settings.MIGRATION_MODULES = {"journal": name}

    yield write
    for module in [module for module in sys.modules if module.startswith(name)]:
        del sys.modules[module]
    with connection.cursor() as cursor:
        for table in ("a_child", "a_parent"):
            cursor.execute(f"DROP TABLE IF EXISTS {table}")
    MigrationRecorder(connection).record_unapplied("journal", "9000_more")


def sql(*statements: str) -> str:
    return "".join(f"migrations.RunSQL({statement!r})," for statement in statements)


def tables() -> set[str]:
    return set(connection.introspection.table_names())


@pytest.mark.parametrize(
    ("operations", "trouble"),
    [
        (sql(PARENT) + "migrations.RunPython(fail)", ValueError),
        (sql(PARENT, CHILD, "INSERT INTO a_child VALUES (1, 7)"), IntegrityError),
    ],
    ids=["it fails", "it leaves a row that leads nowhere"],
)
def test_a_migration_that_fails_leaves_everything_as_it_was(
    operations: str, trouble: type[Exception], grow: Grow
) -> None:
    Entry.objects.create(kind=Entry.Kind.RECOVERY_LINK, on="2026-11-02")
    before = tables(), MigrationRecorder(connection).applied_migrations().keys()
    grow(operations)

    with pytest.raises(trouble):
        database.migrate_whole()

    assert (tables(), MigrationRecorder(connection).applied_migrations().keys()) == before
    assert Entry.objects.count() == 1
    assert database.pending()


def test_rows_and_tables_may_change_in_one_go(grow: Grow) -> None:
    """On PostgreSQL a row whose check is put off would keep its table from being altered."""
    grow(
        sql(PARENT, CHILD, "INSERT INTO a_parent VALUES (7)", "INSERT INTO a_child VALUES (1, 7)")
        + sql("ALTER TABLE a_child ADD COLUMN more integer", "DELETE FROM a_child", "DROP TABLE a_child")
    )

    database.migrate_whole()

    assert "a_parent" in tables()
    assert "a_child" not in tables()
    assert not database.pending()
    connection.check_constraints()


def test_constraints_are_checked_again_afterwards(grow: Grow) -> None:
    grow(sql(PARENT, CHILD))
    database.migrate_whole()

    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute("INSERT INTO a_child VALUES (1, 7)")


@pytest.fixture
def ahead() -> Iterator[Callable[[str], None]]:
    """Let the database have seen a migration that nobody here knows."""
    recorder, name = MigrationRecorder(connection), "9999_from_the_future"
    yield lambda room: recorder.record_applied(room, name)
    for room in ("journal", "another_program"):
        recorder.record_unapplied(room, name)


def test_a_database_that_is_ahead_of_the_code_is_not_touched(ahead: Grow, grow: Grow) -> None:
    ahead("journal")
    grow(sql(PARENT))

    with pytest.raises(Refused, match="a newer version of Offramp"):
        database.migrate_whole()

    assert "a_parent" not in tables()


def test_migrations_of_another_program_are_none_of_our_business(ahead: Grow) -> None:
    ahead("another_program")

    assert not database.is_newer()


def test_with_nothing_to_do_nothing_is_done() -> None:
    database.migrate_whole()

    assert not database.pending()
    assert not database.is_newer()
    assert not database.is_empty()
