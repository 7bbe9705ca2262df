"""`python -m benchmarks.papers`: what it costs to write and to read a résumé, and RenderCV beside it."""

import argparse
import compileall
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from benchmarks import machine, rendercv, table
from offramp.paper import reading, writing
from offramp.paper.writing import Form
from tests.environment import ROOT
from tests.paper.samples import FOLDER, sample

WARM_RUNS, COLD_RUNS = 60, 11
GOALS = "Goals on a quiet machine: a one-page PDF in 20 ms warm, at least ten times as fast as RenderCV."
HEAD = ["what", "warm p50 ms", "p95", "processor", "cold p50 ms", "p95", "processor", "peak MiB"]

# A small process starts the one that is measured: a child begins with the peak of whoever started it.
ACCOUNT = """
import resource, subprocess, sys, time
began = time.perf_counter()
subprocess.run(sys.argv[1:], input=b"\\n", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
taken = time.perf_counter() - began
spent = resource.getrusage(resource.RUSAGE_CHILDREN)
print(taken * 1000, (spent.ru_utime + spent.ru_stime) * 1000, spent.ru_maxrss / 1024)
"""


@dataclass(frozen=True)
class Run:
    """Milliseconds on the wall and of the processor; the peak in MiB, where a process ran for it alone."""

    wall: float
    worked: float
    peak: float = 0


@dataclass(frozen=True)
class Paper:
    """What is measured: in this process, and as the words of a command."""

    name: str
    act: Callable[[], object]
    words: tuple[str, ...]


def main() -> int:
    """Ours, then both beside each other."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.papers", description=__doc__)
    parser.add_argument("--typst-cache", help="a folder with typst/packages/preview/fontawesome/0.5.0 in it")
    asked = parser.parse_args()
    print(f"# Papers\n\n{machine.description()}. {WARM_RUNS} warm runs, {COLD_RUNS} cold ones.\n\n{GOALS}\n")
    # As pip does where a package is installed, RenderCV's among them; a working tree may not be compiled yet.
    compileall.compile_dir(ROOT / "offramp" / "paper", quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        rows = [row(paper) for paper in papers(Path(folder))]
        print(*table.table(HEAD, rows), "", sep="\n", flush=True)
        print(*beside(Path(folder), asked.typst_cache), sep="\n")
    return 0


def papers(folder: Path) -> list[Paper]:
    """Each form of the one-page résumé, the longer one, and the way back."""
    one, three = sample("one-page"), sample("three-page")
    old = folder / "old.pdf"
    old.write_bytes(writing.write(sample("federal"), Form.PDF))
    assert writing.pages(sample("federal")) == 2
    return [
        Paper("PDF, 1 page", lambda: writing.write(one, Form.PDF), ours("one-page", folder, "pdf")),
        Paper("PDF, 3 pages", lambda: writing.write(three, Form.PDF), ours("three-page", folder, "pdf")),
        Paper("DOCX, 1 page", lambda: writing.write(one, Form.DOCX), ours("one-page", folder, "docx")),
        Paper("text, 1 page", lambda: writing.write(one, Form.TXT), ours("one-page", folder, "txt")),
        Paper("preview, 1 page", lambda: writing.preview(one), ()),
        Paper("preview, 3 pages", lambda: writing.preview(three), ()),
        Paper(
            "import of a PDF, 2 pages",
            lambda: reading.read(old.read_bytes()),
            ("-m", "offramp.paper", "read", str(old), "-o", str(folder / "old.json")),
        ),
    ]


def ours(name: str, folder: Path, ending: str) -> tuple[str, ...]:
    """The words of our command."""
    return ("-m", "offramp.paper", "write", str(FOLDER / f"{name}.json"), "-o", str(folder / f"x.{ending}"))


def row(paper: Paper) -> list[str]:
    """The figures of one paper; what has no command has no cold ones."""
    paper.act()
    warm = [timed(paper.act) for _ in range(WARM_RUNS)]
    cold = [alone([sys.executable, *paper.words]) for _ in range(COLD_RUNS)] if paper.words else []
    return [paper.name, *figures(warm, cold)]


def beside(folder: Path, typst_cache: str | None) -> list[str]:
    """The same content by both, in turn; or the sentence that says why not."""
    content, out = rendercv.written(sample("one-page"), folder), folder / "rendercv.pdf"
    surroundings = rendercv.environment(typst_cache)
    written = sample("one-page")
    runs: dict[str, list[Run]] = {name: [] for name in ("near", "theirs", "mine", "library", "command")}
    try:
        with rendercv.warm(content, out, surroundings) as once:
            once()
            for _ in range(WARM_RUNS // 2):
                runs["near"].append(timed(lambda: writing.write(written, Form.PDF)))
                runs["theirs"].append(Run(*once()))
        for _ in range(COLD_RUNS):
            runs["mine"].append(alone([sys.executable, *ours("one-page", folder, "pdf")]))
            runs["library"].append(alone(rendercv.library(content, out), surroundings))
            runs["command"].append(alone(rendercv.command(content, folder), surroundings))
    except (rendercv.NotThere, subprocess.CalledProcessError) as why:
        return [f"RenderCV could not be measured beside it: {why}."]
    return [*table.table(HEAD, compared(runs)), "", told(runs)]


def compared(runs: dict[str, list[Run]]) -> list[list[str]]:
    """Three rows."""
    return [
        ["ours, PDF, 1 page", *figures(runs["near"], runs["mine"])],
        ["RenderCV 2.3, its library", *figures(runs["theirs"], runs["library"])],
        ["RenderCV 2.3, its command", *figures([], runs["command"])],
    ]


def told(runs: dict[str, list[Run]]) -> str:
    """How many times as fast ours is, by the clock and by the processor."""
    pairs = {
        "warm": ("theirs", "near"),
        "cold beside its library": ("library", "mine"),
        "cold beside its command, which asks the network for a newer version of itself": ("command", "mine"),
    }
    parts = []
    for name, (theirs, mine) in pairs.items():
        clock = middle([one.wall for one in runs[theirs]]) / middle([one.wall for one in runs[mine]])
        work = middle([one.worked for one in runs[theirs]]) / middle([one.worked for one in runs[mine]])
        parts.append(f"{name}: {clock:.1f} times as fast, with {work:.1f} times less of the processor")
    return "Ours is, " + "; ".join(parts) + "."


def alone(words: list[object], surroundings: dict[str, str] | None = None) -> Run:
    """Run in a fresh process, with its account."""
    told = subprocess.run(
        [sys.executable, "-S", "-c", ACCOUNT, *map(str, words)],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        check=True,
    )
    return Run(*map(float, told.stdout.split()))


def figures(warm: list[Run], cold: list[Run]) -> list[str]:
    """The cells of one row; a stroke where nothing was measured."""
    cells = []
    for runs in (warm, cold):
        waited = [one.wall for one in runs]
        cells += [middle(waited), high(waited), middle([one.worked for one in runs])]
    cells.append(max((one.peak for one in cold), default=0))
    return [f"{cell:.1f}" if cell else "-" for cell in cells]


def middle(measured: list[float]) -> float:
    """p50, or 0 of nothing."""
    return statistics.median(measured) if measured else 0


def high(measured: list[float]) -> float:
    """p95, or 0 of nothing."""
    return sorted(measured)[int(len(measured) * 0.95)] if measured else 0


def timed(act: Callable[[], object]) -> Run:
    """Once, in this process."""
    began, spent = perf_counter(), process_time()
    act()
    return Run((perf_counter() - began) * 1000, (process_time() - spent) * 1000)


if __name__ == "__main__":
    sys.exit(main())
