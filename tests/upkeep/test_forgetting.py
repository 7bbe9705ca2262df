"""What was burned is out of the engine's files too, also when a purge was cut off or somebody was reading."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import psycopg
import pytest
from django.db import connection, connections
from django.utils import timezone

from offramp.pairing.models import Card, Request, Retention
from offramp.people import storage
from offramp.people.models import Envelope, FrontDeskKey, SecondFactor
from offramp.replies import removing
from offramp.threads.models import Epoch
from offramp.upkeep import chores, command, purge
from tests.cast import Person, a_seeker, two_organizers
from tests.letters.letters import a_public_letter
from tests.replies.replies import a_reply
from tests.upkeep.console import OFFRAMP

pytestmark = pytest.mark.django_db(transaction=True)

on_sqlite = pytest.mark.skipif(
    not os.environ["DATABASE_URL"].startswith("sqlite"), reason="for the run on SQLite"
)
on_postgresql = pytest.mark.skipif(
    os.environ["DATABASE_URL"].startswith("sqlite"), reason="for the run on PostgreSQL"
)


@pytest.fixture
def ada() -> Person:
    """Due today."""
    two_organizers(today=timezone.now().date())  # or a purge would not believe the clock
    ada = a_seeker("Something nobody may find again.")
    Request.objects.update(burns_on="2026-01-01")
    return ada


def envelopes_of(person: Person) -> list[bytes]:
    return [bytes(envelope.sealed) for envelope in person.member.envelopes.all()]


def stored(table: str = "people_envelope") -> bytes:
    """Every byte the engine keeps of a table, wherever it keeps them."""
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        return b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT current_setting('data_directory'), pg_relation_filepath(%s)", [table])
        [[folder, heap]] = cursor.fetchall()
    return Path(folder, heap).read_bytes()


def test_the_bytes_of_a_burned_case_are_gone_from_the_files(ada: Person) -> None:
    sealed = envelopes_of(ada)
    assert len(sealed) == 3  # the card's, the first message's, the retention's
    assert all(one in stored() for one in sealed)

    assert command.main(["purge"]) == 0

    left = stored()
    assert [one for one in sealed if one in left] == []
    assert all(bytes(one.sealed) in left for one in Envelope.objects.all())


def test_an_address_that_was_taken_away_is_gone_from_the_files(ada: Person) -> None:
    letter = a_public_letter()
    leaving, _ = (a_reply(letter, email=f"{name}@example.org") for name in ("leaving", "staying"))
    removing.remove(key=leaving.key)

    assert command.main(["purge"]) == 0

    left = stored("replies_reply")
    assert b"leaving@example.org" not in left
    assert b"staying@example.org" in left


def test_the_seekers_own_button_needs_the_same_care(ada: Person) -> None:
    """Deleting alone is not enough on either engine; this is why there is `forget_deleted`."""
    sealed = envelopes_of(ada)

    ada.member.envelopes.all().delete()

    assert all(one in stored() for one in sealed)
    storage.forget_deleted(tries=purge.TRIES)
    assert [one for one in sealed if one in stored()] == []


@contextmanager
def somebody_reading() -> Iterator[None]:
    """Another process in the middle of reading, such as a backup."""
    other = connections.create_connection("default")
    with other.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ" if other.vendor == "postgresql" else "BEGIN")
        cursor.execute("SELECT count(*) FROM people_envelope")
        cursor.fetchall()
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
            other.close()


def test_a_reader_delays_it_and_the_next_run_makes_it_good(
    ada: Person, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "PATIENCE", 0.01)
    sealed = envelopes_of(ada)

    with somebody_reading():
        assert command.main(["purge"]) == 1

    said = capsys.readouterr().out
    assert "Cases burned: 1\n" in said
    assert said.endswith("Run this again.\n")
    assert chores.last("still held") == timezone.now().date()
    assert command.main(["purge"]) == 0
    assert chores.last("still held") is None
    assert [one for one in sealed if one in stored()] == []


def test_a_purge_that_was_killed_is_finished_by_the_next(ada: Person) -> None:
    for _ in range(40):
        a_seeker()
    Request.objects.update(burns_on="2026-01-01")
    environment = os.environ | {"DATABASE_URL": url_of_this_database()}

    with subprocess.Popen([OFFRAMP, "purge"], env=environment, stdout=subprocess.DEVNULL) as purging:
        while Request.objects.count() > 30 and purging.poll() is None:
            time.sleep(0.01)
        purging.send_signal(signal.SIGKILL)
    assert 0 < Request.objects.count() <= 30
    assert_nothing_is_half_burned()

    assert command.main(["purge"]) == 0

    assert Request.objects.count() == 0
    assert_nothing_is_half_burned()


def assert_nothing_is_half_burned() -> None:
    """Each envelope opens something that is there, and each case still has all of its own."""
    there = {
        (model.KIND, pk)
        for model in (Card, Retention, Epoch, SecondFactor)
        for pk in model.objects.values_list("pk", flat=True)
    } | {(FrontDeskKey.SEED, pk) for pk in FrontDeskKey.objects.values_list("pk", flat=True)}
    sealed = set(Envelope.objects.values_list("kind", "object_id"))
    assert sealed == there


def url_of_this_database() -> str:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{quote(name)}").geturl()


@on_sqlite
def test_on_sqlite_the_log_is_empty_afterwards(ada: Person) -> None:
    log = Path(f"{connection.settings_dict['NAME']}-wal")
    assert log.stat().st_size > 0

    command.main(["purge"])

    assert log.stat().st_size == 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchall() == [(10_000,)]


@on_postgresql
def test_on_postgresql_nobody_waits_behind_it_for_long(ada: Person) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], dbname=connection.settings_dict["NAME"]) as reader:
        reader.execute("LOCK TABLE people_envelope IN ACCESS SHARE MODE")
        with pytest.raises(storage.StillHeld):
            storage.forget_deleted()

    storage.forget_deleted(tries=purge.TRIES)


@on_postgresql
def test_on_postgresql_a_writer_in_another_database_of_the_server_delays_it_too(ada: Person) -> None:
    """It pins our own snapshot, and what VACUUM may drop; the rows would be rewritten, dead ones included."""
    with psycopg.connect(os.environ["DATABASE_URL"], dbname="postgres") as writer:
        writer.execute("SELECT pg_current_xact_id()")
        ada.member.envelopes.all().delete()

        with pytest.raises(storage.StillHeld):
            storage.forget_deleted()

    storage.forget_deleted(tries=purge.TRIES)
