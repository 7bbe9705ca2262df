"""`python -m benchmarks.backups --cases 10000`: what a backup and a restore cost on each engine, a table."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import installation, machine
from tests import postgresql
from tests.environment import ROOT

OFFRAMP = str(Path(sys.executable).parent / "offramp")
ENGINES: dict[str, Callable[[], AbstractContextManager[str]]] = {
    "SQLite": installation.on_sqlite,
    "PostgreSQL": postgresql.cluster,
}
HEAD = """\
| engine | cases | what | seconds | processor seconds | most memory | size |
|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Cost:
    """Of one command, as the kernel counted it; what PostgreSQL's own processes spend is not in it."""

    seconds: float
    cpu: float
    memory: float  # MiB, the most that was resident at once


def main() -> int:
    asked = parser().parse_args()
    print(f"{machine.description()}.\n\n{HEAD}")
    for engine in asked.engine or ENGINES:
        for line in measure(engine, asked.cases, to=asked.to or engine):
            print(line, flush=True)
    return 0


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("benchmarks.backups", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument(
        "--engine", action="append", choices=ENGINES, help="may be given twice; both if never"
    )
    parser.add_argument("--to", choices=ENGINES, help="restore into this engine; the same one if not given")
    return parser


def measure(engine: str, cases: int, *, to: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="offramp-bench-") as folder:
        backups = Path(folder) / "backups"
        with ENGINES[engine]() as url:
            environment = settings(url, backups)
            note(f"{engine}: {cases:,} cases are written")
            subprocess.run(
                [sys.executable, "-m", "benchmarks.cases", str(cases)], env=environment, cwd=ROOT, check=True
            )
            words = draw_code(environment)
            note(f"{engine}: backup")
            kept = spend(environment, "backup")
            [copy] = backups.glob("*.backup")
            size = f"{copy.stat().st_size / 1e6:,.0f} MB"
            yield line(f"{engine}", cases, "backup, read back", kept, size)
        with ENGINES[to]() as url:
            note(f"{to}: restore")
            cost = spend(settings(url, backups), "restore", str(copy), "--yes", words=words)
            yield line(f"{engine} to {to}", cases, "restore, checked first", cost, "")


def settings(url: str, backups: Path) -> dict[str, str]:
    return installation.settings(url, port=1) | {"OFFRAMP_BACKUPS": str(backups), "OFFRAMP_SETTINGS": ""}


def draw_code(environment: dict[str, str]) -> str:
    said = subprocess.run(
        [OFFRAMP, "backup", "--new-code"], env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return next(line for line in said.stdout.splitlines() if len(line.split()) == 8)


def spend(environment: dict[str, str], *typed: str, words: str = "") -> Cost:
    """Run a command to its end; a child of its own, so that the kernel counts it alone."""
    began = time.monotonic()
    with subprocess.Popen(
        [OFFRAMP, *typed], env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as command:
        assert command.stdin
        command.stdin.write(words.encode())
        command.stdin.close()
        _, status, used = os.wait4(command.pid, 0)
        command.returncode = os.waitstatus_to_exitcode(status)
    if command.returncode:
        raise SystemExit(f"offramp {typed[0]} failed.")
    return Cost(time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def line(engine: str, cases: int, what: str, cost: Cost, size: str) -> str:
    figures = f"{cost.seconds:.1f} | {cost.cpu:.1f} | {cost.memory:.0f} MiB"
    return f"| {engine} | {cases:,} | {what} | {figures} | {size} |"


def note(what: str) -> None:
    print(f"measuring: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
