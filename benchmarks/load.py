"""Sends people on their journeys, one or many at a time, and sums up how it went."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks import machine
from benchmarks.journeys import Journey

Shares = Sequence[Sequence[Journey]]  # one for each client


@dataclass(frozen=True)
class Run:
    """Milliseconds, except `rate`: journeys a second."""

    p50: float
    p95: float
    worked: float  # by the server's processes
    rate: float


def middle(runs: Sequence[Run]) -> Run:
    """The median of several runs, figure by figure."""
    return Run(*(median(getattr(run, name) for run in runs) for name in ("p50", "p95", "worked", "rate")))


def send(shares: Shares, *, pid: int) -> Run:
    """All open their first page, wait as people who read do, and go on; what counts is measured."""
    first, journeys = shares[0][0], [journey for share in shares for journey in share]
    opening, going_on = Stopwatch(pid), Stopwatch(pid)
    opening.measure(shares, lambda journey: journey.open())
    time.sleep(first.reading)
    going_on.measure(shares, lambda journey: journey.finish())
    for journey in journeys:
        journey.check()
    counted = [opening, going_on] if first.counts_opening else [going_on]
    waited = [sum(parts) for parts in zip(*(part.waited for part in counted), strict=True)]
    return Run(
        p50=1000 * median(waited),
        p95=1000 * quantiles(waited, n=20, method="inclusive")[18],
        worked=1000 * sum(part.spent for part in counted) / len(journeys),
        rate=len(journeys) / sum(part.lasted for part in counted),
    )


class Stopwatch:
    """How long each journey waited, how long all together were at it, and what the server spent meanwhile."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.waited: list[float] = []
        self.lasted = self.spent = 0.0

    def measure(self, shares: Shares, act: Callable[[Journey], None]) -> None:
        spent, began = machine.seconds_spent(self.pid), time.perf_counter()
        with ThreadPoolExecutor(len(shares)) as clients:
            walked = list(clients.map(lambda share: [walk(journey, act) for journey in share], shares))
        self.lasted = time.perf_counter() - began
        self.spent = machine.seconds_spent(self.pid) - spent
        self.waited = [seconds for share in walked for seconds in share]


def walk(journey: Journey, act: Callable[[Journey], None]) -> float:
    """Seconds of waiting for answers; what the client itself computes is not in them."""
    before = journey.visitor.waited
    act(journey)
    return journey.visitor.waited - before
