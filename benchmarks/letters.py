"""`python -m benchmarks.letters`: what reading the open letters costs, as a table."""

import argparse
import http.client
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks import installation, machine, table
from benchmarks.installation import Installation
from tests import postgresql

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
            for clients in CLIENTS:
                cost = read(place, path, clients=clients, times=times)
                figures = (f"{cost.p50:.1f}", f"{cost.p95:.1f}", f"{cost.worked:.1f}", f"{cost.rate:.0f}")
                rows.append((path, engine, clients, *figures, cost.octets))
    return rows


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
