"""The settings file: what it may say, who wins, and who touches the database of a root installation."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from offramp.upkeep import settings_file
from offramp.upkeep.refusal import Refused
from tests.environment import ROOT
from tests.upkeep.console import offramp, surroundings

TOLD = {"OFFRAMP_ORIGIN": None, "OFFRAMP_SECRET_KEY": None, "OFFRAMP_CAMPAIGN": None, "DATABASE_URL": None}
CAMPAIGN = ROOT / "campaigns" / "immigration-enforcement"


def file(folder: Path, text: str = "") -> Path:
    path = folder / "offramp.env"
    path.write_text(
        "# Ours.\n\nOFFRAMP_ORIGIN=https://help.example.org\n"
        f"OFFRAMP_SECRET_KEY='long enough, and a # in it'\nOFFRAMP_CAMPAIGN = \"{CAMPAIGN}\"\n"
        f"DATABASE_URL=sqlite:///{folder}/offramp.sqlite3\n; {text}\n{text}\n"
    )
    return path


def test_a_command_finds_everything_in_the_file(tmp_path: Path) -> None:
    environment = surroundings(tmp_path, **TOLD, OFFRAMP_SETTINGS=str(file(tmp_path)))

    answer = offramp("upgrade", environment=environment)

    assert (answer.returncode, answer.stderr) == (
        2,
        "offramp: the database is empty; “offramp init” prepares it.\n",
    )


def test_a_sender_that_is_two_addresses_is_said_before_any_mail_is_lost(tmp_path: Path) -> None:
    sender = {"OFFRAMP_MAIL_FROM": "Larkfield, the <letters@example.org>"}

    answer = offramp(
        "purge", environment=surroundings(tmp_path, **TOLD, **sender, OFFRAMP_SETTINGS=str(file(tmp_path)))
    )

    assert answer.stderr.startswith("offramp: OFFRAMP_MAIL_FROM should be one address")


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    told = TOLD | {"OFFRAMP_ORIGIN": "http://elsewhere.example.org", "OFFRAMP_SETTINGS": str(file(tmp_path))}

    answer = offramp("purge", environment=surroundings(tmp_path, **told))

    assert answer.stderr.startswith(
        "offramp: OFFRAMP_ORIGIN or OFFRAMP_ONION_ORIGIN is wrong: “http://elsewhere"
    )


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("OFFRAMP_MAIL", "expected NAME=value, found “OFFRAMP_MAIL”."),
        ("export OFFRAMP_MAIL=smtp://localhost", "expected NAME=value, found “export OFFRAMP_MAIL”."),
        ("OFFRAMP_MAIL='smtp://local", "put the value of OFFRAMP_MAIL between single quotes"),
        ('OFFRAMP_MAIL="smtp://a:\\$b@localhost"', "put the value of OFFRAMP_MAIL between single quotes"),
        (
            "OFFRAMP_MAIL=smtp://localhost # ours",
            "put the value of OFFRAMP_MAIL between single quotes; a comment",
        ),
        ("OFFRAMP_ORIGIN=https://b.example.org", "OFFRAMP_ORIGIN was set before; leave only one of the two."),
    ],
)
def test_a_wrong_line_is_said_by_its_number_and_without_its_value(
    line: str, sentence: str, tmp_path: Path
) -> None:
    path = file(tmp_path, line)

    answer = offramp("purge", environment=surroundings(tmp_path, **TOLD, OFFRAMP_SETTINGS=str(path)))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"offramp: {path}, line 8: {sentence}")
    assert answer.stderr.count("\n") == 1
    assert "localhost" not in answer.stderr


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    told = TOLD | {"OFFRAMP_SETTINGS": str(tmp_path / "nothing.env")}

    answer = offramp("purge", environment=surroundings(tmp_path, **told))

    assert (
        answer.stderr
        == f"offramp: OFFRAMP_SETTINGS names {tmp_path}/nothing.env, and there is no such file.\n"
    )


@given(some.text(some.characters(min_codepoint=32, max_codepoint=0x17F), max_size=30))
def test_what_is_written_is_read_again_by_us_and_by_a_shell(value: str) -> None:
    try:
        line = settings_file.written("OFFRAMP_MAIL", value)
    except Refused:
        assert not value.isprintable() or "'" in value
        return

    assert settings_file.parse(line, "here") == ("OFFRAMP_MAIL", value)
    assert shlex.split(line) == [f"OFFRAMP_MAIL={value}"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_root_becomes_whoever_owns_the_folder_of_the_database(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    environment = surroundings(tmp_path, DATABASE_URL=f"sqlite:///{folder}/offramp.sqlite3")
    command = (
        "from offramp.upkeep import command, owner; import os; command.load_settings(); owner.become(); "
    )
    os.chown(folder, 65534, -1)  # nobody

    answer = subprocess.run(
        [sys.executable, "-c", command + "print(os.getuid(), os.getgroups() != [0])"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (answer.stdout, answer.stderr) == ("65534 True\n", "")


def test_whoever_types_it_stays_who_they_are_where_there_is_nobody_to_become(tmp_path: Path) -> None:
    environment = surroundings(tmp_path, DATABASE_URL="postgres://somebody@localhost:1/nothing")
    command = (
        "from offramp.upkeep import command, owner; import os; command.load_settings(); owner.become(); "
    )

    answer = subprocess.run(
        [sys.executable, "-c", command + "print(os.getuid())"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (answer.stdout, answer.stderr) == (f"{os.getuid()}\n", "")
