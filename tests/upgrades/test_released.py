"""From every version that was ever released to today's code: nobody's words are lost on the way."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import databases
from tests.environment import ROOT
from tests.upgrades import make, story

pytestmark = pytest.mark.engine

DUMPS = sorted(make.DUMPS.glob("*.json"))


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An empty database, on the engine this run is for."""
    with databases.fresh(os.environ["DATABASE_URL"], tmp_path / "database") as database:
        yield os.environ | {"DATABASE_URL": database.url, "DJANGO_SETTINGS_MODULE": "offramp.config.settings"}


def act(*words: str, environment: dict[str, str]) -> str:
    command = [sys.executable, "-m", *words]
    answer = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


def upgraded(dump: Path, environment: dict[str, str]) -> dict[str, list[str]]:
    """What everybody reads after the dump was brought in and migrated by the command a host types."""
    act("tests.upgrades.act", "bring", str(dump), environment=environment)
    act("offramp.upkeep", "upgrade", "--without-backup", environment=environment)
    told: dict[str, list[str]] = json.loads(
        act("tests.upgrades.act", "tell", str(dump), environment=environment)
    )
    return told


@pytest.mark.parametrize("dump", DUMPS, ids=lambda path: path.stem)
def test_what_was_written_in_a_released_version_is_read_today(
    dump: Path, environment: dict[str, str]
) -> None:
    assert upgraded(dump, environment) == story.TOLD


def test_what_today_would_keep_can_be_brought_back(environment: dict[str, str], tmp_path: Path) -> None:
    """So that the day of a release brings no surprise."""
    dump = tmp_path / "today.json"
    kept_in = environment | {"DATABASE_URL": f"sqlite:///{tmp_path}/story.sqlite3"}
    act("tests.upgrades.act", "keep", str(dump), environment=kept_in)

    assert upgraded(dump, environment) == story.TOLD


def test_no_version_is_released_without_what_it_leaves_behind() -> None:
    version = make.released()
    if ".dev" not in version:
        assert make.path(version) in DUMPS, f"Make it: python -m tests.upgrades.make {version}"
