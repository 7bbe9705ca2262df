"""The measures as Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.load import Run
from benchmarks.pages import Weight

GOALS = (
    "Goals on a quiet machine, with one client at a time: complete request 20 ms, return visit 15 ms; with "
    "eight, 80 complete requests a second; landing page 14 kB; memory idle under 87 MiB with one worker."
)


@dataclass(frozen=True)
class Measured:
    engine: str
    workers: int
    clients: int
    journey: str
    run: Run


@dataclass(frozen=True)
class Memory:
    engine: str
    workers: int
    idle: float
    after: float


def journeys(measured: Iterable[Measured]) -> list[str]:
    head = ["journey", "database", "workers", "clients", "p50 ms", "p95 ms", "processor ms", "a second"]
    return table(
        head,
        [
            [one.journey, one.engine, one.workers, one.clients]
            + [f"{figure:.1f}" for figure in (one.run.p50, one.run.p95, one.run.worked, one.run.rate)]
            for one in measured
        ],
    )


def memory(measured: Iterable[Memory]) -> list[str]:
    rows = [[one.engine, one.workers, f"{one.idle:.0f}", f"{one.after:.0f}"] for one in measured]
    return table(["database", "workers", "idle, MiB", "after, MiB"], rows)


def pages(landing: Weight, up_to_form: Weight, milliseconds: float) -> list[str]:
    return [
        f"Landing page: {landing.kilobytes:.1f} kB in {landing.requests} requests.",
        f"From there up to the form: {up_to_form.kilobytes:.1f} kB, {up_to_form.requests} requests in all.",
        f"The form is usable {milliseconds:.0f} ms after it was asked for, with nothing stored before.",
    ]


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    ruler = ["---"] * len(head)
    return [f"| {' | '.join(str(cell) for cell in row)} |" for row in (head, ruler, *rows)]
