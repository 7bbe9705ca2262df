"""`offramp doctor`: files that others may read, and secrets that are none."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from offramp.upkeep.backup import key
from offramp.upkeep.doctor.inside import files
from tests.upkeep.doctor.findings import BROKEN, GOOD, levels, the_one

ANOTHER = 65534  # nobody

only_root_gives_away = pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file away")
on_sqlite = pytest.mark.skipif(
    not os.environ["DATABASE_URL"].startswith("sqlite"), reason="for the run on SQLite"
)


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    path = tmp_path / "offramp.env"
    path.write_text("OFFRAMP_ORIGIN=https://help.example.org\n")
    path.chmod(0o640)
    return path


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir(mode=0o700)
    key.make(folder)
    copy = folder / "offramp-2026-11-22.backup"
    copy.touch(mode=0o600)
    return folder


def test_settings_of_root_and_the_service_are_well(settings_file: Path) -> None:
    assert the_one(files.settings_file(settings_file)).level == GOOD


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o641])
def test_settings_that_others_may_touch_are_found(mode: int, settings_file: Path) -> None:
    settings_file.chmod(mode)

    finding = the_one(files.settings_file(settings_file))

    assert (finding.level, finding.mend) == (BROKEN, f"$ chmod 640 {settings_file}")


@only_root_gives_away
def test_settings_that_belong_to_somebody_else_are_found(settings_file: Path) -> None:
    os.chown(settings_file, ANOTHER, ANOTHER)

    mend = f"$ chown --no-dereference root {settings_file}"
    assert the_one(files.settings_file(settings_file)).mend == mend


def test_settings_of_a_container_have_no_file() -> None:
    assert the_one(files.settings_file(None)).level == GOOD


@pytest.mark.parametrize("text", ["short", "aaaaaaaaaa" * 8])
def test_a_secret_that_can_be_guessed_is_found(text: str) -> None:
    assert the_one(files.secret(text)).level == BROKEN


@on_sqlite
@pytest.mark.django_db
def test_a_database_that_others_may_read_is_found_in_each_of_its_files() -> None:
    database = Path(connection.settings_dict["NAME"])
    database.parent.chmod(0o755)
    for path in database.parent.glob(f"{database.name}*"):
        path.chmod(0o640)

    found = list(files.database())

    assert set(levels(found)) == {BROKEN}
    told = {finding.mend for finding in found}
    assert {f"$ chmod 700 {database.parent}", f"$ chmod 600 {database}"} < told

    database.parent.chmod(0o700)
    for path in database.parent.glob(f"{database.name}*"):
        path.chmod(0o600)
    assert the_one(files.database()).level == GOOD


@on_sqlite
@only_root_gives_away
@pytest.mark.django_db
def test_a_log_that_locks_the_service_out_is_found(tmp_path: Path, monkeypatch: Any) -> None:
    """As root leaves it behind, who opened the database by hand."""
    folder = tmp_path / "store"
    folder.mkdir(mode=0o700)
    for name in ("offramp.sqlite3", "offramp.sqlite3-wal"):
        (folder / name).touch(mode=0o600)
    os.chown(folder, ANOTHER, ANOTHER)
    os.chown(folder / "offramp.sqlite3", ANOTHER, ANOTHER)
    monkeypatch.setitem(connection.settings_dict, "NAME", str(folder / "offramp.sqlite3"))

    finding = the_one(files.database())

    mend = f"$ chown --no-dereference nobody {folder}/offramp.sqlite3-wal"
    assert (finding.level, finding.mend) == (BROKEN, mend)


def test_backups_of_their_owner_alone_are_well(backups: Path) -> None:
    assert the_one(files.backups(backups)).level == GOOD


@pytest.mark.parametrize(
    ("name", "mode"),
    [(".", 0o750), ("offramp-2026-11-22.backup", 0o604), ("key.pub", 0o664)],
)
def test_backups_that_others_may_touch_are_found(name: str, mode: int, backups: Path) -> None:
    (backups / name).chmod(mode)

    finding = the_one(files.backups(backups))

    assert finding.level == BROKEN
    assert str(backups / name) in finding.mend


@on_sqlite
@pytest.mark.django_db
def test_a_link_is_found_and_nothing_is_advised_that_would_follow_it(
    tmp_path: Path, monkeypatch: Any
) -> None:
    """Planted by whoever took the program over, to be handed a file of root's."""
    folder = tmp_path / "store"
    folder.mkdir(mode=0o700)
    (folder / "offramp.sqlite3").touch(mode=0o600)
    (folder / "offramp.sqlite3-shm").symlink_to("/etc/shadow")
    monkeypatch.setitem(connection.settings_dict, "NAME", str(folder / "offramp.sqlite3"))

    found = [finding for finding in files.database() if finding.level == BROKEN]

    assert found
    assert all("is a link" in finding.what and "$" not in finding.mend for finding in found)
