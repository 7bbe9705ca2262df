"""The `offramp` command as a host runs it: a process of its own, with an environment of its own."""

import os
import subprocess
import sys
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
