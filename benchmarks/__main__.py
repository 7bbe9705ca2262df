"""`python -m benchmarks`: measures, and prints one page of Markdown, also kept as build/bench.md."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path

from benchmarks import installation, load, machine, pages, table
from benchmarks.installation import Adviser, Installation
from benchmarks.journeys import Answer, CompleteRequest, Journey, ReturnVisit
from benchmarks.table import Measured, Memory
from tests import postgresql
from tests.browser import certificates
from tests.environment import ROOT

MOST_CLIENTS = 8
ENGINES: dict[str, Callable[[], AbstractContextManager[str]]] = {
    "SQLite": installation.on_sqlite,
    "PostgreSQL": postgresql.cluster,
}
# Given which client of how many is asked for.
JOURNEYS: dict[str, Callable[[Installation, int, int], Journey]] = {
    "complete request": lambda place, _client, _of: CompleteRequest(place),
    "return visit, 50 messages": lambda place, client, _of: ReturnVisit(place, place.seekers[client]),
    "adviser's answer": lambda place, client, of: Answer(place, next_adviser(place, client, of)),
}
# Nobody may answer more often than a person does, so a client is many advisers in turn.
ADVISERS_A_CLIENT = 5
TURNS = count()


def main() -> int:
    asked = parser().parse_args()
    engines = ["SQLite"] if asked.quick else list(ENGINES)
    runs, times = (1, 2) if asked.quick else (5, 10)
    measured: list[Measured] = []
    remembered: list[Memory] = []
    lines = ["# The measures", "", f"{machine.description()}. Medians of {runs} runs.", "", table.GOALS, ""]
    for engine in engines:
        for workers in (1, 2):
            note(f"{engine}, {workers} worker(s)")
            measured += measure(engine, workers, runs=runs, times=times, memory=remembered)
    note("Chromium")
    lines += [*table.journeys(measured), "", *table.memory(remembered), "", *weigh_pages(times)]
    page = "\n".join(lines) + "\n"
    print(page)
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build" / "bench.md").write_text(page)
    return 0


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only whether everything can be measured")
    return parser


def measure(engine: str, workers: int, *, runs: int, times: int, memory: list[Memory]) -> Iterator[Measured]:
    """Each journey, by one and by many; `times` for each client in each run."""
    with (
        ENGINES[engine]() as database_url,
        installation.running(
            database_url, workers=workers, clients=MOST_CLIENTS * ADVISERS_A_CLIENT
        ) as place,
    ):
        idle = machine.memory(place.pid)
        for name, begin in JOURNEYS.items():
            send(place, begin, clients=MOST_CLIENTS, times=2)  # the first ones meet empty caches
            for clients in (1, MOST_CLIENTS):
                each = times * (1 if clients > 1 else 4)
                sent = [send(place, begin, clients=clients, times=each) for _ in range(runs)]
                yield Measured(engine, workers, clients, name, load.middle(sent))
        memory.append(Memory(engine, workers, idle, machine.memory(place.pid)))


def send(
    place: Installation, begin: Callable[[Installation, int, int], Journey], *, clients: int, times: int
) -> load.Run:
    shares = [[begin(place, client, clients) for _ in range(times)] for client in range(clients)]
    return load.send(shares, pid=place.pid)


def next_adviser(place: Installation, client: int, clients: int) -> Adviser:
    """Two clients never share one, nor its browser."""
    own = place.advisers[client::clients]
    return own[next(TURNS) % len(own)]


def weigh_pages(times: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder, installation.on_sqlite() as database_url:
        certificate = certificates.issue(Path(folder))
        with (
            installation.running(database_url, workers=1, clients=1, certificate=certificate) as place,
            pages.browser(certificate) as browser,
        ):
            landing, up_to_form = pages.weigh(browser, place)
            return table.pages(landing, up_to_form, pages.time_form(browser, place, times=times))


def note(what: str) -> None:
    print(f"measuring: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
