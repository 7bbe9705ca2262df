"""The `offramp` command: what it says when something is missing or broken."""

from pathlib import Path

import pytest

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
        ("OFFRAMP_MAIL", "smtp://localhost:twentyfive"),
    ],
)
def test_a_setting_that_cannot_be_read_is_one_sentence(setting: str, value: str, tmp_path: Path) -> None:
    answer = offramp("purge", environment=surroundings(tmp_path, **{setting: value}))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("offramp: ")
    assert "Traceback" not in answer.stderr


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


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "Di\x1b[2J"])
def test_a_name_nobody_could_be_called_is_refused(name: str, tmp_path: Path) -> None:
    answer = offramp("init", "--names", name, "Ed", environment=surroundings(tmp_path))

    assert answer.returncode == 2
    assert "a name has 1 to 40 characters" in answer.stderr
    assert list(tmp_path.iterdir()) == []
