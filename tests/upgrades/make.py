"""Keeps what a released version leaves behind: `python -m tests.upgrades.make VERSION`, on its day.

Plays the story in a fresh SQLite file and writes all rows, with everybody's code, into dumps/VERSION.json.
The people in it are invented; their codes are known to everybody who reads the file.
"""

import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from tests.environment import ROOT

DUMPS = Path(__file__).parent / "dumps"


def released() -> str:
    """The version that this checkout says it is."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        version: str = tomllib.load(file)["project"]["version"]
    return version


def path(version: str) -> Path:
    return DUMPS / f"{version}.json"


def main() -> None:
    [version] = sys.argv[1:] or [""]
    if version != released():
        sys.exit(f"This checkout is {released()}: python -m tests.upgrades.make {released()}")
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "DATABASE_URL": f"sqlite:///{folder}/story.sqlite3",
            "DJANGO_SETTINGS_MODULE": "offramp.config.settings",
        }
        command = [sys.executable, "-m", "tests.upgrades.act", "keep", str(path(version))]
        subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main()
