"""The `offramp` command: what it says when something is missing or broken."""

from pathlib import Path

import pytest

from tests.browser.servers import free_port
from tests.upkeep.console import offramp, surroundings


@pytest.mark.parametrize(
    "setting", ["OFFRAMP_ORIGIN", "OFFRAMP_SECRET_KEY", "OFFRAMP_CAMPAIGN", "DATABASE_URL"]
)
@pytest.mark.parametrize("command", ["init", "serve", "purge", "notify"])
def test_a_missing_setting_is_one_sentence(command: str, setting: str, tmp_path: Path) -> None:
    answer = offramp(command, environment=surroundings(tmp_path, **{setting: None}))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"offramp: {setting} is not set.")
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("OFFRAMP_ORIGIN", "help.example.org"),
        ("OFFRAMP_ORIGIN", "http://help.example.org"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "mysql://ada:hunter2@localhost/offramp"),
        ("DATABASE_URL", "postgres://ada:hunter2@localhost:port/offramp"),
        ("OFFRAMP_ONION_ORIGIN", "example.onion"),
        ("OFFRAMP_MAIL", "smtp://localhost:twentyfive"),
    ],
)
def test_a_setting_that_cannot_be_read_is_one_sentence(setting: str, value: str, tmp_path: Path) -> None:
    answer = offramp("purge", environment=surroundings(tmp_path, **{setting: value}))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("offramp: ")
    assert answer.stderr.count("\n") == 1
    assert "hunter2" not in answer.stderr


def test_a_broken_campaign_is_said_before_anything_is_written(tmp_path: Path) -> None:
    answer = offramp("init", environment=surroundings(tmp_path, OFFRAMP_CAMPAIGN=str(tmp_path)))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"offramp: {tmp_path.name}/campaign.toml: expected ")
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_cannot_be_opened_is_one_sentence(tmp_path: Path) -> None:
    answer = offramp("init", environment=surroundings(tmp_path / "no such folder"))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("offramp: the database does not answer as it should: ")
    assert answer.stderr.count("\n") == 1


def test_a_database_nobody_prepared_is_one_sentence(tmp_path: Path) -> None:
    answer = offramp("purge", environment=surroundings(tmp_path))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("offramp: the database does not answer as it should: no such table")


def test_a_file_that_is_no_database_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "offramp.sqlite3").write_text("A diary, and no database at all. " * 99)

    answer = offramp("purge", environment=surroundings(tmp_path))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(
        "offramp: the database does not answer as it should: file is not a database"
    )
    assert answer.stderr.count("\n") == 1


def test_a_server_that_is_not_there_is_one_sentence_and_soon(tmp_path: Path) -> None:
    url = f"postgres://ada:hunter2@localhost:{free_port()}/offramp"

    answer = offramp("purge", environment=surroundings(tmp_path, DATABASE_URL=url))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("offramp: the database does not answer as it should: connection failed")
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "Di\x1b[2J"])
def test_a_name_nobody_could_be_called_is_refused(name: str, tmp_path: Path) -> None:
    answer = offramp("init", "--names", name, "Ed", environment=surroundings(tmp_path))

    assert answer.returncode == 2
    assert "a name has 1 to 40 characters" in answer.stderr
    assert list(tmp_path.iterdir()) == []
