"""`python -m benchmarks.desk`: a desk of 40 documents, and one with 50 versions and 100 suggestions."""

import json
import statistics
import subprocess
import sys
from time import perf_counter

from benchmarks import installation, machine, table
from benchmarks.installation import Adviser, Installation, Seeker
from benchmarks.journeys import ReturnVisit, sign_in
from benchmarks.visitor import Visitor, WentWrong
from tests.environment import ROOT

RUNS, ROUNDS = 40, 3
HEAD = ["page", "p50 ms", "p95 ms", "processor ms", "kB"]
# What must stand on each, so that no figure is one for something else.
SEEKER = {
    "/place/desk/": ("a desk of 40 documents", "Note 39"),
    "/place/desk/{busy}/": ("a document with 50 versions", "Your text"),
    "/place/desk/{busy}/review/": ("its 100 suggestions", "100 suggestions wait"),
    "/place/desk/{busy}/versions/": ("its history", "You began it."),
}
ADVISER = {
    "/caseload/": ("the adviser's caseload", "to review"),
    "/caseload/{pairing}/desk/": ("the 10 that are shared, as the adviser sees them", "Note 30"),
    "/caseload/{pairing}/desk/{busy}/": ("that with 100 suggestions", "It reads better."),
}


def main() -> int:
    print(f"# The desk\n\n{machine.description()}. The best of {ROUNDS} rounds of {RUNS}.\n")
    with installation.on_sqlite() as url, installation.running(url, workers=1, clients=1) as place:
        (seeker,), (adviser,) = place.seekers, place.advisers
        at = furnish(place, url, seeker, adviser)
        ada = ReturnVisit(place, seeker)
        ada.open()
        ada.finish()
        rows = [measure(place, ada.visitor, path.format(**at), *told) for path, told in SEEKER.items()]
        bo = sign_in(place, adviser)
        rows += [measure(place, bo, path.format(**at), *told) for path, told in ADVISER.items()]
    print(*table.table(HEAD, rows), sep="\n")
    return 0


def furnish(place: Installation, url: str, seeker: Seeker, adviser: Adviser) -> dict[str, str]:
    command = [sys.executable, "-m", "benchmarks.furnish", seeker.code, adviser.code]
    environment = installation.settings(url, place.port)
    told = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    at: dict[str, str] = json.loads(told.stdout)
    return at


def measure(place: Installation, visitor: Visitor, path: str, name: str, expected: str) -> list[object]:
    """The best round: what others do on the machine only ever adds."""
    body = visitor.get(path).body
    if expected not in body:
        raise WentWrong(f"{path}: no “{expected}”.\n{body[:3000]}")
    rounds = [one_round(place, visitor, path) for _ in range(ROUNDS)]
    p50, p95, spent = (min(figures) for figures in zip(*rounds, strict=True))
    return [name, f"{p50:.1f}", f"{p95:.1f}", f"{spent:.1f}", f"{len(body.encode()) / 1000:.0f}"]


def one_round(place: Installation, visitor: Visitor, path: str) -> tuple[float, float, float]:
    """Milliseconds: half of them, most of them, and what the server worked for each."""
    taken, spent = [], machine.seconds_spent(place.pid)
    for _ in range(RUNS):
        began = perf_counter()
        visitor.get(path)
        taken.append(1000 * (perf_counter() - began))
    worked = 1000 * (machine.seconds_spent(place.pid) - spent) / RUNS
    return statistics.median(taken), statistics.quantiles(taken, n=20, method="inclusive")[18], worked


if __name__ == "__main__":
    raise SystemExit(main())
