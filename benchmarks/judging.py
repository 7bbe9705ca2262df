"""`python -m benchmarks.judging PATH …`: how well and how fast the filter for replies tells spam.

PATH is a set that others labeled, which never lies in this repository: lines of "ham" or "spam", a tab and a
text (the UCI SMS Spam Collection), or CSV with the columns CONTENT, CLASS and AUTHOR (a file of the UCI
YouTube Spam Collection, or a folder of them). Texts whose SHA-256 begins with an odd byte are set aside; this
was said before anything was tried, and what was chosen (the way, the limit, the tokens) was chosen on the
other half alone. The same text twice is on one side. Everything goes through the database, as a reply does.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from benchmarks import installation, machine
from tests import postgresql
from tests.environment import ROOT

ENGINES: dict[str, Callable[[], AbstractContextManager[str]]] = {
    "SQLite": installation.on_sqlite,
    "PostgreSQL": postgresql.cluster,
}


def main() -> None:
    parser = argparse.ArgumentParser("benchmarks.judging", description=__doc__)
    parser.add_argument("path", nargs="+", type=Path)
    parser.add_argument("--engine", choices=ENGINES, default="SQLite")
    asked = parser.parse_args()
    paths = [str(path.absolute()) for path in asked.path]
    print(f"{machine.description()}. {asked.engine}.", flush=True)
    with ENGINES[asked.engine]() as url:
        command = [sys.executable, "-m", "benchmarks.judged", *paths]
        subprocess.run(command, env=installation.settings(url, port=8000), cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
