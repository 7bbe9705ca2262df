"""`python -m benchmarks.files`: what it costs to clean and to show a file, in time and in memory."""

import io
import random
import statistics
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

import docx
import pikepdf
from pikepdf import Dictionary, Name
from PIL import Image

from benchmarks import machine, table
from offramp.files import confinement, examination, limits
from offramp.files.exchange import exchange

RUNS = 15
AT_ONCE = 8
CHANCE = random.Random(1)  # noqa: S311 - no secret, and the same file in each run
WORDS = "Led a team of twelve through an audit of forty thousand records, on time and without a finding. "


def pdf_of_ten_pages() -> bytes:
    """Fifty lines on each page."""
    file = io.BytesIO()
    with pikepdf.new() as document:
        font = document.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for _ in range(10):
            page = document.add_blank_page(page_size=(612, 792))
            lines = " ".join(f"({sentence()}) Tj T*" for _ in range(50))
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
            page.obj.Contents = document.make_stream(f"BT /F1 9 Tf 13 TL 40 750 Td {lines} ET".encode())
        document.save(file)
    return file.getvalue()


def sentence() -> str:
    """Return words in an order of their own, so that packing them costs what it does in life."""
    return " ".join(CHANCE.sample(WORDS.split(), 14))


def photograph(width: int = 4000, height: int = 3000, quality: int = 85) -> bytes:
    """Twelve megapixels with as much detail as a telephone keeps."""
    coarse = Image.effect_noise((width // 8, height // 8), 80).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    file = io.BytesIO()
    Image.merge("RGB", (coarse, coarse.rotate(180), coarse)).save(file, "JPEG", quality=quality)
    return file.getvalue()


def word_file() -> bytes:
    """Three pages of text with a picture."""
    document = docx.Document()
    for number in range(12):
        document.add_heading(f"Position {number}", 2)
        for _ in range(8):
            document.add_paragraph(sentence(), style="List Bullet")
    document.add_picture(io.BytesIO(photograph(800, 600)))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_album() -> bytes:
    """Five photographs of three megapixels, each below a line; written anew they grow."""
    document = docx.Document()
    for _ in range(5):
        document.add_paragraph(sentence())
        document.add_picture(io.BytesIO(photograph(2000, 1500, 85)), width=docx.shared.Cm(12))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


# A small process starts the reader: a child begins with the peak of whoever started it.
ACCOUNT = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdin=0, stdout=subprocess.DEVNULL, check=True)
spent = resource.getrusage(resource.RUSAGE_CHILDREN)
print(spent.ru_utime + spent.ru_stime, spent.ru_maxrss)
"""
HEAD = [
    "file",
    "MiB",
    "p50 ms",
    "p95 ms",
    "processor ms",
    "child, MiB",
    "eight at once, p50 ms",
    "all eight, ms",
]
FILES: dict[str, Callable[[], bytes]] = {
    "text, 1 line": lambda: sentence().encode(),
    "DOCX, 3 pages, 1 picture": word_file,
    "DOCX, 5 photographs": word_album,
    "PDF, 10 pages": pdf_of_ten_pages,
    "JPEG, 12 megapixels": photograph,
    "JPEG, 48 megapixels": lambda: photograph(8000, 6000, 60),
}


def main() -> int:
    """Measure each file alone, then eight of it at once."""
    print(f"# Files\n\n{machine.description()}. Medians of {RUNS} runs.\n")
    print(f"The cell with a Python that does nothing: {median(bare_python):.0f} ms; ", end="")
    print(f"with the reader, locked, and no file: {median(nothing):.0f} ms.\n")
    print(*table.table(HEAD, []), sep="\n")
    for name in FILES:
        print(*table.table(row(name), [])[:1], flush=True)
    return 0


def row(name: str) -> list[str]:
    """Return the figures of one file."""
    content = FILES[name]()
    taken = sorted(timed(lambda: examination.examine(content)) for _ in range(RUNS))
    seconds, memory = cost(content)
    began = perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        together = list(pool.map(lambda _: timed(lambda: examination.examine(content)), range(AT_ONCE)))
    figures = (
        statistics.median(taken),
        taken[int(len(taken) * 0.95)],
        seconds * 1000,
        memory / 1024,
        statistics.median(together),
        (perf_counter() - began) * 1000,
    )
    return [name, f"{len(content) / limits.MIB:.2f}", *(f"{figure:.0f}" for figure in figures)]


def cost(content: bytes) -> tuple[float, float]:
    """Return the seconds and the KiB the reader spends, outside the cell: that one keeps no account."""
    command = confinement.command()
    path = command[command.index("PYTHONPATH") + 1]
    reader = command[command.index("--") + 1 :]
    told = subprocess.run(
        [sys.executable, "-S", "-c", ACCOUNT, *reader],
        input=content,
        env={"PYTHONPATH": path},
        capture_output=True,
        check=True,
    )
    seconds, memory = told.stdout.split()
    return float(seconds), float(memory)


def timed(act: Callable[[], object]) -> float:
    """Return how many milliseconds it took."""
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000


def median(act: Callable[[], object]) -> float:
    """Return the median of all runs, in milliseconds."""
    return statistics.median(timed(act) for _ in range(RUNS))


def nothing() -> None:
    """Start the confined reader and give it no file."""
    exchange(confinement.command(), b"", most=100, seconds=20)


def bare_python() -> None:
    """Start the cell with a Python that does nothing."""
    exchange(confinement.command("-c", ""), b"", most=100, seconds=20)


if __name__ == "__main__":
    sys.exit(main())
