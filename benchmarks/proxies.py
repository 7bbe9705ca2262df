"""`python -m benchmarks.proxies`: the main job without a proxy, behind Caddy with one host, and with two."""

import http.client
import json
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks import installation, load, machine, table
from benchmarks.installation import Installation, Seeker
from benchmarks.journeys import CompleteRequest, Journey, ReturnVisit
from benchmarks.visitor import Visitor
from tests import postgresql
from tests.browser import certificates
from tests.browser.certificates import Certificate
from tests.browser.servers import free_port
from tests.environment import ROOT
from tests.hosting import behind

CLIENTS, RUNS = 8, 5
HEAD = ["way in", "journey", "clients", "p50 ms", "p95 ms", "a second"]


@dataclass(frozen=True)
class WayIn:
    name: str
    place: Installation
    trust: ssl.SSLContext | None  # None where nothing ends TLS

    def brought(self, journey: Journey) -> Journey:
        if self.trust:
            journey.visitor = ThroughCaddy(self.place, self.trust)
        return journey


class ThroughCaddy(Visitor):
    """Over TLS, as people come; so near that no limit of ours counts it."""

    def __init__(self, place: Installation, trust: ssl.SSLContext) -> None:
        super().__init__(place)
        self.connection = http.client.HTTPSConnection("localhost", place.port, context=trust, timeout=60)


def main() -> int:
    lines = [f"{machine.description()}. PostgreSQL, one worker a host, medians of {RUNS} runs.", ""]
    with tempfile.TemporaryDirectory() as folder, postgresql.cluster() as database_url:
        certificate = certificates.issue(Path(folder))
        with standing(database_url, certificate, Path(folder)) as (ways, facts):
            rows = [row for way in ways for row in measure(way)]
    print("\n".join([*lines, *table.table(HEAD, rows), "", *facts]))
    return 0


def measure(way: WayIn) -> Iterator[list[object]]:
    for name in ("complete request", "return visit, 50 messages"):
        send(way, name, clients=CLIENTS, times=2)  # the first ones meet empty caches
        for clients, times in ((1, 40), (CLIENTS, 10)):
            print(f"measuring: {way.name}, {name}, {clients} client(s)", file=sys.stderr, flush=True)
            run = load.middle([send(way, name, clients=clients, times=times) for _ in range(RUNS)])
            yield [way.name, name, clients, f"{run.p50:.1f}", f"{run.p95:.1f}", f"{run.rate:.1f}"]


def send(way: WayIn, name: str, *, clients: int, times: int) -> load.Run:
    def begin(client: int) -> Journey:
        if name == "complete request":
            return way.brought(CompleteRequest(way.place))
        return way.brought(ReturnVisit(way.place, way.place.seekers[client]))

    return load.send([[begin(client) for _ in range(times)] for client in range(clients)], pid=way.place.pid)


@contextmanager
def standing(
    database_url: str, certificate: Certificate, folder: Path
) -> Iterator[tuple[list[WayIn], list[str]]]:
    """Two hosts on one database: the first alone, behind a Caddy of its own, and both behind another."""
    environment = installation.settings(database_url, free_port()) | {"OFFRAMP_ORIGIN": "https://localhost"}
    seekers = populate(environment)
    trust = ssl.create_default_context(cafile=certificate.path)
    with ExitStack() as running:
        hosts = [running.enter_context(serving(environment)) for _ in range(2)]
        first = hosts[0]
        ways = [WayIn("no proxy, no TLS", place(first.port, first.pid, seekers), None)]
        facts = [f"`offramp serve` answers {first.seconds:.2f} s after it was typed."]
        for count in (1, 2):
            proxy = running.enter_context(
                behind.caddy(
                    folder / str(count),
                    port=free_port(),
                    upstreams=[f"127.0.0.1:{host.port}" for host in hosts[:count]],
                    certificate=certificate,
                )
            )
            ways.append(WayIn(f"Caddy, hosts: {count}", place(proxy.port, first.pid, seekers), trust))
            facts.append(f"Memory of Caddy before {count}, idle: {machine.memory(proxy.pid):.0f} MiB.")
        facts.append(f"Memory of a host, idle: {machine.memory(first.pid):.0f} MiB.")
        yield ways, facts
        facts.append(f"Memory of a host, after: {machine.memory(first.pid):.0f} MiB.")
        facts.append(f"Memory of Caddy before 2, after: {machine.memory(proxy.pid):.0f} MiB.")


def populate(environment: dict[str, str]) -> tuple[Seeker, ...]:
    command = [sys.executable, "-m", "benchmarks.population", str(CLIENTS)]
    told = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    return tuple(Seeker(**one) for one in json.loads(told)["seekers"])


def place(port: int, pid: int, seekers: tuple[Seeker, ...]) -> Installation:
    return Installation("https://localhost", port, pid, seekers, ())


@dataclass(frozen=True)
class Host:
    port: int
    pid: int
    seconds: float  # from being started to the first page


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[Host]:
    port, began = free_port(), time.perf_counter()
    command = [installation.OFFRAMP, "serve", f"--port={port}"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as started:
        try:
            installation.wait_for(port)
            yield Host(port, started.pid, time.perf_counter() - began)
        finally:
            started.terminate()


if __name__ == "__main__":
    sys.exit(main())
