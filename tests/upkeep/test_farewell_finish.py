"""`offramp farewell finish`: all is gone, the receipt is true, and what was cut off in the middle heals."""

import os
import re
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from subprocess import CompletedProcess

import psycopg
import pytest
from django.utils import timezone

from tests.browser import databases, servers
from tests.upkeep.console import OFFRAMP, surroundings
from tests.upkeep.ended import Campaign

TODAY = timezone.now().date()
HOST = "help.example.org\n"
NOW = f"{HOST}delete everything now\n"
# What stands in the clear in a living database, and what is sealed there.
CANARIES = (b"Canaryname", b"canarymail", b"Canarypause")
ROWS = {
    "members, seekers and staff": 5,
    "requests": 2,
    "cards": 2,
    "pairings": 1,
    "conversations": 3,
    "profiles of advisers": 1,
    "second factors": 3,
    "e-mail addresses of the staff": 1,
    "questions to the front desk": 1,
    "pauses": 1,
    "farewells": 1,
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    campaign = Campaign(tmp_path_factory.mktemp("filled"))
    campaign.fill()
    return campaign.file


@pytest.fixture
def over(filled: Path, tmp_path: Path) -> Campaign:
    campaign = Campaign(tmp_path)
    shutil.copy(filled, campaign.file)
    return campaign


@dataclass(frozen=True)
class Finished:
    campaign: Campaign
    answer: CompletedProcess[str]
    size: int  # of the database before


@pytest.fixture(scope="module")
def finished(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """As it should go, and what is left then."""
    campaign = Campaign(tmp_path_factory.mktemp("finished"))
    shutil.copy(filled, campaign.file)
    size = campaign.file.stat().st_size
    return Finished(campaign, campaign.finish(HOST), size)


def counts_on(receipt: str) -> dict[str, int]:
    was_there = re.findall(r"What was there:\n(.*?)\n\n", receipt, re.DOTALL)[0]
    found = re.findall(r"^  ([^:/\n]+): (\d+)$", was_there, re.MULTILINE)
    return {words: int(count) for words, count in found}


def test_everything_is_gone_and_the_receipt_counts_it(finished: Finished) -> None:
    over, answer = finished.campaign, finished.answer

    assert (answer.returncode, answer.stderr) == (0, "")
    assert [path.name for path in over.folder.iterdir()] == ["offramp-receipt.txt"]
    assert counts_on(over.receipt).items() >= ROWS.items()
    assert f"  {over.backups / 'offramp-2026-11-21.backup'}: 600 bytes\n" in over.receipt
    assert f"  {over.file}: {finished.size:,} bytes\n" in over.receipt
    assert f"  {over.settings}: " in over.receipt
    assert over.receipt.strip() in answer.stdout
    assert stat.S_IMODE((over.folder / "offramp-receipt.txt").stat().st_mode) == 0o600


def test_the_receipt_names_nobody(finished: Finished) -> None:
    named = re.findall(r"Canary|canary|\bDi\b|\bEd\b|[0-9a-f]{8}-[0-9a-f]{4}", finished.campaign.receipt)

    assert named == []


def test_the_receipt_says_what_it_cannot_delete(finished: Finished) -> None:
    for kept_elsewhere in ("snapshots", "backups that you carried", "mail provider", "paper", "remember"):
        assert kept_elsewhere in finished.campaign.receipt


def test_a_second_time_finds_nothing(over: Campaign) -> None:
    over.finish(HOST)
    told = surroundings(over.folder, OFFRAMP_BACKUPS=str(over.backups))
    over.environment = told

    answer = over.finish("")

    assert (answer.returncode, answer.stdout) == (
        0,
        "Nothing of this installation is left here. Nothing was to be deleted.\n",
    )
    assert not over.file.exists()


@pytest.mark.parametrize("last_day", [TODAY, TODAY + timedelta(days=20), None])
def test_before_the_last_day_is_over_nothing_is_deleted(over: Campaign, last_day: date | None) -> None:
    over.announce(last_day)

    answer = over.finish(HOST)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.count("\n") == 1
    assert "add --now" in answer.stderr
    assert over.sealed()
    assert len(list(over.backups.iterdir())) == 2


@pytest.mark.parametrize("typed", ["", "\n", "yes\n", "help.example.com\n"])
def test_another_name_deletes_nothing(over: Campaign, typed: str) -> None:
    answer = over.finish(typed)

    assert answer.returncode == 2
    assert answer.stderr == "offramp: that was not “help.example.org”; nothing was deleted.\n"
    assert over.sealed()
    assert not (over.folder / "offramp-receipt.txt").exists()


def test_in_an_emergency_a_whole_sentence_is_typed_besides(over: Campaign) -> None:
    over.announce(None)

    only_the_name = over.finish(HOST, "--now")
    assert only_the_name.stderr == "offramp: that was not “delete everything now”; nothing was deleted.\n"
    assert over.sealed()

    assert over.finish(NOW, "--now").returncode == 0
    assert [path.name for path in over.folder.iterdir()] == ["offramp-receipt.txt"]


def test_while_something_holds_the_database_nothing_is_deleted(over: Campaign) -> None:
    with closing(sqlite3.connect(over.file)) as idle:
        idle.execute("SELECT count(*) FROM people_member").fetchone()

        answer = over.finish(HOST)

    assert answer.returncode == 2
    assert "offramp service remove" in answer.stderr
    assert over.sealed()


def test_while_the_server_runs_nothing_is_deleted_even_if_nobody_asked_it_yet(over: Campaign) -> None:
    port = servers.free_port()
    with subprocess.Popen(
        [OFFRAMP, "serve", "--port", str(port)], env=over.environment, stderr=subprocess.DEVNULL
    ) as serving:
        try:
            wait_until_it_listens(port)
            answer = over.finish(HOST)
        finally:
            serving.terminate()

    assert (answer.returncode, answer.stdout) == (2, "")
    assert "something still uses the database" in answer.stderr
    assert over.sealed()


def wait_until_it_listens(port: int) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("The server did not start.")


def test_cut_off_in_the_middle_the_file_is_blank_and_a_second_run_finishes(over: Campaign) -> None:
    sealed, before = over.sealed(), over.file.read_bytes()
    assert sealed
    assert all(canary in before for canary in (*CANARIES, *sealed))
    copies = [over.backups / f"offramp-2026-11-20-{number}.backup" for number in range(3000)]
    for copy in copies:
        copy.write_bytes(b"sealed")

    stopped = cut_off_among_the_backups(over)

    assert stopped.startswith("offramp: stopped by hand. What stands on the receipt is deleted")
    left = over.file.read_bytes() + b"".join(log.read_bytes() for log in over.folder.glob("*-wal"))
    assert [canary for canary in (*CANARIES, *sealed) if canary in left] == []
    assert 0 < sum(copy.exists() for copy in copies) < len(copies)

    again = over.finish(HOST)

    assert (again.returncode, again.stderr) == (0, "")
    assert [path.name for path in over.folder.iterdir()] == ["offramp-receipt.txt"]
    assert counts_on(over.receipt).items() >= ROWS.items()
    assert "\nTaken up again on " in over.receipt
    first, second = re.findall(r"deleted, in this order:\n(.*?)\n\n", over.receipt, re.DOTALL)
    unsaid = [copy for copy in copies if f"  {copy}: 6 bytes" not in first + second]
    assert len(unsaid) <= 1  # gone in the very moment of the cut; it stands among what was there
    assert all(f"  {copy}: 6 bytes\n" in over.receipt for copy in copies)


def cut_off_among_the_backups(over: Campaign) -> str:
    """Ctrl-C, while the first backups go."""
    running = subprocess.Popen(
        [OFFRAMP, "farewell", "finish"],
        env=over.environment,
        cwd=over.folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert running.stdin
    assert running.stdout
    running.stdin.write(HOST)
    running.stdin.flush()
    lines = iter(running.stdout.readline, "")
    assert any("deleted, in this order" in line for line in lines)
    for line in lines:
        if "-20-100.backup" in line:
            running.send_signal(signal.SIGINT)
            break
    _, said = running.communicate(timeout=60)
    assert running.returncode == 2
    return said


def test_a_receipt_that_cannot_be_written_stops_it_before_anything_is_deleted(over: Campaign) -> None:
    full = over.finish(HOST, "--receipt", "/dev/full")
    nowhere = over.finish(HOST, "--receipt", str(over.folder / "nowhere" / "receipt"))

    assert full.stderr.startswith("offramp: No space left on device. What stands on the receipt is deleted")
    assert "Nothing was deleted; name another file with --receipt." in nowhere.stderr
    assert over.sealed()
    assert len(list(over.backups.iterdir())) == 2


def test_backups_of_a_database_somewhere_else_are_left_alone(over: Campaign) -> None:
    over.environment["DATABASE_URL"] = f"sqlite:///{over.folder}/mistyped.sqlite3"

    answer = over.finish(NOW, "--now")

    assert answer.returncode == 2
    assert "DATABASE_URL leads to no database of ours" in answer.stderr
    assert over.sealed()
    assert len(list(over.backups.iterdir())) == 2
    assert not (over.folder / "mistyped.sqlite3").exists()


def test_a_file_that_is_none_of_ours_is_left_alone(over: Campaign) -> None:
    foreign = over.folder / "diary.sqlite3"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE diary (line)")
    (over.backups / "offramp-2026-11-21.backup").unlink()
    over.environment["DATABASE_URL"] = f"sqlite:///{foreign}"  # wins over the file

    assert over.finish(NOW, "--now").returncode == 2

    assert foreign.exists()


def test_what_somebody_else_keeps_beside_the_backups_is_left_and_named(over: Campaign) -> None:
    diary = over.backups / "diary.txt"
    diary.write_text("Mine.")

    assert over.finish(HOST).returncode == 0

    assert [path.name for path in over.backups.iterdir()] == ["diary.txt"]
    assert f"(left where it is, since it is none of ours: {diary})" in over.receipt


@pytest.fixture
def on_the_engine_of_this_run(tmp_path: Path) -> Iterator[str]:
    with databases.fresh(os.environ["DATABASE_URL"], tmp_path / "engine") as database:
        yield database.url


@pytest.mark.engine
def test_on_either_engine_our_tables_are_gone_and_nobody_elses(
    tmp_path: Path, on_the_engine_of_this_run: str
) -> None:
    url = on_the_engine_of_this_run
    campaign = Campaign(tmp_path, url)
    campaign.fill()
    if not url.startswith("sqlite"):
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE TABLE somebody_elses (line text)")

    answer = campaign.finish(HOST)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert counts_on(campaign.receipt).items() >= ROWS.items()
    assert not campaign.settings.exists()
    if url.startswith("sqlite"):
        assert not Path(url.removeprefix("sqlite:///")).exists()
    else:
        with psycopg.connect(url) as connection:
            tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
            assert tables.fetchall() == [("somebody_elses",)]
