"""The `offramp` command as a host runs it: a process of its own, with an environment of its own."""

import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess

from tests.environment import ROOT

OFFRAMP = str(Path(sys.executable).parent / "offramp")


def surroundings(folder: Path, **changed: str | None) -> dict[str, str]:
    """Complete settings with an empty SQLite database in the folder; None takes one away."""
    told = {
        "PATH": os.environ["PATH"],
        "OFFRAMP_SETTINGS": "",
        "OFFRAMP_ORIGIN": "https://help.example.org",
        "OFFRAMP_SECRET_KEY": "for this test alone, and long enough for Django's own checks",
        "OFFRAMP_CAMPAIGN": str(ROOT / "campaigns" / "immigration-enforcement"),
        "DATABASE_URL": f"sqlite:///{folder}/offramp.sqlite3",
        **changed,
    }
    return {name: value for name, value in told.items() if value is not None}


def prepared(folder: Path, **changed: str | None) -> dict[str, str]:
    """The same with a database as `offramp init` leaves it, and only that."""
    (folder / "offramp.sqlite3").write_bytes(begun())
    return surroundings(folder, **changed)


@cache
def begun() -> bytes:
    """Made once a process, since it takes seconds."""
    with tempfile.TemporaryDirectory() as folder:
        made = offramp("init", environment=surroundings(Path(folder)))
        assert made.returncode == 0, made.stderr
        return (Path(folder) / "offramp.sqlite3").read_bytes()


def offramp(*typed: str, environment: dict[str, str], folder: Path | None = None) -> CompletedProcess[str]:
    return subprocess.run(
        [OFFRAMP, *typed],
        env=environment,
        cwd=folder,
        input="",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
