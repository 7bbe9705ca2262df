"""`python -m benchmarks.mailing`: a letter to 50,000 addresses, killed in the middle, as a table."""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import installation, machine, table
from benchmarks.installation import OFFRAMP
from tests import postgresql
from tests.browser.servers import free_port
from tests.environment import ROOT

ENGINES: dict[str, Callable[[], AbstractContextManager[str]]] = {
    "SQLite": installation.on_sqlite,
    "PostgreSQL": postgresql.cluster,
}
HEAD = (
    "database",
    "addresses",
    "rows written in s",
    "another writer waited at most ms",
    "mails a second",
    "processor ms a mail",
    "memory MiB",
    "kill -9 at",
    "left out",
    "with two Message-IDs",
    "sent twice",
)


@dataclass(frozen=True)
class Run:
    """One `offramp mail`, from its start to its end."""

    seconds: float
    worked: float
    memory: float  # MiB, the most it ever held


def main() -> int:
    asked = parser().parse_args()
    print(f"{machine.description()}. The mail server is a process of its own on this machine.\n")
    rows = [measure(engine, asked.addresses, asked.kills) for engine in asked.engine or ENGINES]
    print("\n".join(table.table(HEAD, rows)))
    return 0


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("benchmarks.mailing", description=__doc__)
    parser.add_argument("--engine", action="append", choices=ENGINES, help="both if none is named")
    parser.add_argument("--addresses", type=int, default=50_000)
    parser.add_argument("--kills", type=int, default=3)
    return parser


def measure(engine: str, addresses: int, kills: int) -> tuple[object, ...]:
    with ENGINES[engine]() as url, sink() as (port, taken):
        environment = installation.settings(url, port) | {"OFFRAMP_MAIL": f"smtp://127.0.0.1:{port}"}
        begun = begin(environment, addresses)
        marks = [addresses * kill // (kills + 1) for kill in range(1, kills + 1)]
        runs = [mail(environment, taken, until=mark) for mark in marks] + list(to_the_end(environment, taken))
        served = Counter(line.split()[0] for line in taken.read_text().splitlines())
        names = len(set(taken.read_text().splitlines()))
    mails, lasted = served.total(), sum(run.seconds for run in runs)
    return (
        engine,
        f"{addresses:,}",
        f"{begun['seconds']:.1f}",
        f"{1000 * begun['longest wait of another']:.0f}",
        f"{mails / lasted:.0f}",
        f"{1000 * sum(run.worked for run in runs) / mails:.1f}",
        f"{max(run.memory for run in runs):.0f}",
        ", ".join(f"{mark:,}" for mark in marks),
        addresses - len(served),
        names - len(served),
        mails - len(served),
    )


@contextmanager
def sink() -> Iterator[tuple[int, Path]]:
    """Its port, and the file in which it notes whom it took what for."""
    with TemporaryDirectory(prefix="offramp-bench-") as folder:
        port, taken = free_port(), Path(folder) / "taken"
        with (
            taken.open("w") as noted,
            subprocess.Popen(
                [sys.executable, "-m", "benchmarks.sink", str(port)], cwd=ROOT, stdout=noted
            ) as serving,
        ):
            try:
                yield port, taken
            finally:
                serving.terminate()


def begin(environment: dict[str, str], addresses: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.subscribing", str(addresses)]
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def mail(environment: dict[str, str], taken: Path, *, until: int | None) -> Run:
    """To its end, or until so many lines are noted; then it is killed."""
    began = time.perf_counter()
    running = subprocess.Popen([OFFRAMP, "mail"], env=environment, stdout=subprocess.DEVNULL)
    while until and lines(taken) < until:
        time.sleep(0.05)
    if until:
        running.kill()
    _, _, spent = os.wait4(running.pid, 0)
    lasted = time.perf_counter() - began
    return Run(lasted, spent.ru_utime + spent.ru_stime, spent.ru_maxrss / 1024)


def to_the_end(environment: dict[str, str], taken: Path) -> Iterator[Run]:
    """As the timer does, which begins it anew; the one that finds nothing to send is not counted."""
    before = -1
    while before < lines(taken):
        before, run = lines(taken), mail(environment, taken, until=None)
        if before < lines(taken):
            yield run


def lines(file: Path) -> int:
    with file.open("rb") as opened:
        return sum(1 for _ in opened)


if __name__ == "__main__":
    raise SystemExit(main())
