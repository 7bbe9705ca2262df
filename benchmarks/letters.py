"""`python -m benchmarks.letters`: what reading the open letters costs, as a table."""

import argparse
import http.client
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks import installation, machine, table
from benchmarks.installation import Installation
from tests import postgresql
from tests.environment import ROOT

ENGINES: dict[str, Callable[[], AbstractContextManager[str]]] = {
    "SQLite": installation.on_sqlite,
    "PostgreSQL": postgresql.cluster,
}
PAGES = (
    "/letters/to-the-person-with-the-badge/",
    "/letters/",
    "/letters/search/?words=justicia",
    "/letters/feed.xml",
    "/letters/to-the-family/card/",
)
ANSWERED = "to-the-person-with-the-badge"
# How many replies a letter has, and which pages are read then.
REPLIES = {
    100: (f"/letters/{ANSWERED}/",),
    5_000: (f"/letters/{ANSWERED}/", f"/replies/{ANSWERED}/?page=200", f"/replies/{ANSWERED}/feed.xml"),
}
CLIENTS = (1, 8)
HEAD = ("page", "database", "clients", "p50 ms", "p95 ms", "processor ms", "a second", "bytes on the wire")


@dataclass(frozen=True)
class Cost:
    """Milliseconds, except `rate`: pages a second; `octets`: of the answer's body, compressed."""

    p50: float
    p95: float
    worked: float
    rate: float
    octets: int


def main() -> int:
    asked = parser().parse_args()
    print(f"{machine.description()}. One worker, without TLS; {asked.times} pages a client.\n")
    rows = [row for engine in asked.engine or ENGINES for row in measure(engine, asked.times)]
    print("\n".join(table.table(HEAD, rows)))
    return 0


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("benchmarks.letters", description=__doc__)
    parser.add_argument("--engine", action="append", choices=ENGINES, help="both if none is named")
    parser.add_argument("--times", type=int, default=200)
    return parser


def measure(engine: str, times: int) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    with ENGINES[engine]() as url, installation.running(url, workers=1, clients=1) as place:
        for path in PAGES:
            rows += row_of_each(place, engine, path, times)
        for count, paths in REPLIES.items():
            fill(url, place, count)
            for path in paths:
                rows += row_of_each(place, engine, path, times, said=f"{path}, {count:,} replies")
    return rows


def fill(url: str, place: Installation, count: int) -> None:
    command = [sys.executable, "-m", "benchmarks.replies", ANSWERED, str(count)]
    subprocess.run(command, env=installation.settings(url, place.port), cwd=ROOT, check=True)


def row_of_each(
    place: Installation, engine: str, path: str, times: int, *, said: str = ""
) -> Iterator[tuple[object, ...]]:
    for clients in CLIENTS:
        cost = read(place, path, clients=clients, times=times)
        figures = (f"{cost.p50:.1f}", f"{cost.p95:.1f}", f"{cost.worked:.1f}", f"{cost.rate:.0f}")
        yield (said or path, engine, clients, *figures, cost.octets)


def read(place: Installation, path: str, *, clients: int, times: int) -> Cost:
    one(place, path, times=5)  # what is made once is made now
    spent, began = machine.seconds_spent(place.pid), time.perf_counter()
    with ThreadPoolExecutor(clients) as readers:
        read = list(readers.map(lambda _client: one(place, path, times=times), range(clients)))
    lasted, spent = time.perf_counter() - began, machine.seconds_spent(place.pid) - spent
    waited = [seconds for each, _ in read for seconds in each]
    return Cost(
        p50=1000 * median(waited),
        p95=1000 * quantiles(waited, n=20, method="inclusive")[18],
        worked=1000 * spent / len(waited),
        rate=len(waited) / lasted,
        octets=read[0][1],
    )


def one(place: Installation, path: str, *, times: int) -> tuple[list[float], int]:
    """One reader's waits, and the length of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", place.port, timeout=60)
    host = place.origin.removeprefix("https://")
    headers = {"Host": host, "X-Forwarded-Proto": "https", "Accept-Encoding": "gzip"}
    waited, octets = [], 0
    for _ in range(times):
        began = time.perf_counter()
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        octets = len(response.read())
        waited.append(time.perf_counter() - began)
        assert response.status == 200, response.status
    connection.close()
    return waited, octets


if __name__ == "__main__":
    raise SystemExit(main())
