"""What benchmarks.judging measures, in a process of its own on an empty database; prints it as Markdown."""

import csv
import hashlib
import html
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, zip_longest
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django must be ready first
from django.db import connection  # noqa: E402

from benchmarks import marks  # noqa: E402
from benchmarks.table import table  # noqa: E402
from offramp.replies import judging  # noqa: E402
from offramp.replies.models import Learned, Reply  # noqa: E402

STAGES = (50, 200, 1_000)
HEAD = ("learned", "spam, ham", "precision", "recall", "people held", "undecided", "rows", "MiB")
Row = tuple[object, ...]
AT = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Labeled:
    text: str
    is_spam: bool
    name: str = ""

    @property
    def digest(self) -> bytes:
        return hashlib.sha256(self.text.encode()).digest()

    @property
    def is_aside(self) -> bool:
        return bool(self.digest[0] % 2)


def measured(path: Path) -> Iterator[str]:
    labeled = list(read(path))
    lessons = sorted((one for one in labeled if not one.is_aside), key=lambda one: one.digest[1:])
    aside = [one for one in labeled if one.is_aside]
    spam = sum(one.is_spam for one in aside)
    yield f"\n## {path.name}: {len(labeled)} texts; set aside {spam} spam, {len(aside) - spam} of people\n"
    spent: list[float] = []
    for called, order in (("in turn", in_turn(lessons)), ("as they come", lessons)):
        yield from (*table(HEAD, rows(called, order, aside, spent)), "")
    yield f"Learning: {1000 * sum(spent) / len(spent):.1f} ms of this process each, "
    yield f"{len(spent) / sum(spent):.0f} a second of it; judging: {judging_time(aside)}."


def read(path: Path) -> Iterator[Labeled]:
    for file in sorted(path.glob("*.csv")) if path.is_dir() else [path]:
        if file.suffix == ".csv":
            with file.open(newline="") as lines:
                for one in csv.DictReader(lines):
                    text = html.unescape(one["CONTENT"]).strip("\ufeff")
                    yield Labeled(text, one["CLASS"] == "1", one["AUTHOR"])
        else:
            for line in file.read_text().splitlines():
                label, _, text = line.partition("\t")
                if label in ("ham", "spam"):
                    yield Labeled(text, label == "spam")


def in_turn(lessons: list[Labeled]) -> list[Labeled]:
    """One of each kind, while both last."""
    spam, ham = ([one for one in lessons if one.is_spam is kind] for kind in (True, False))
    return [one for one in chain.from_iterable(zip_longest(spam, ham)) if one]


def rows(called: str, order: list[Labeled], aside: list[Labeled], spent: list[float]) -> Iterator[Row]:
    """Begin anew; learn more and more, and judge what was set aside each time."""
    Learned.objects.all().delete()
    learned = 0
    for stage in (*(one for one in STAGES if one < len(order)), len(order)):
        for lesson in order[learned:stage]:
            begun = time.process_time()
            judging.learn(reply(lesson), is_spam=lesson.is_spam)
            spent.append(time.process_time() - begun)
        learned = stage
        yield row(f"{stage}, {called}", order[:stage], aside)


def row(called: str, lessons: list[Labeled], aside: list[Labeled]) -> Row:
    told = [(likelihood(one), one.is_spam) for one in aside]
    spam = sum(is_spam for _, is_spam in told)
    found = sum(judging.is_likely(likely) for likely, is_spam in told if is_spam)
    held = sum(judging.is_likely(likely) for likely, is_spam in told if not is_spam)
    taught = sum(one.is_spam for one in lessons)
    return (
        called,
        f"{taught}, {len(lessons) - taught}",
        f"{found / (found + held):.4f}" if found + held else "none",
        f"{found / spam:.3f}",
        f"{held} of {len(aside) - spam} ({100 * held / (len(aside) - spam):.2f} %)",
        sum(likely is None for likely, _ in told),
        Learned.objects.count(),
        f"{size():.1f}",
    )


def reply(one: Labeled) -> Reply:
    return Reply(name=one.name, email="", text=one.text, at=AT)


def likelihood(one: Labeled) -> float | None:
    return judging.likelihood(one.text, name=one.name, email="")


def judging_time(aside: list[Labeled]) -> str:
    begun, worked = time.perf_counter(), time.process_time()
    for one in aside:
        likelihood(one)
    worked, passed = time.process_time() - worked, time.perf_counter() - begun
    return f"{1000 * worked / len(aside):.2f} ms of this process each, {len(aside) / passed:.0f} a second"


def size() -> float:
    """MiB of the table and its index."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_total_relation_size('replies_learned')")
        else:
            cursor.execute(
                "SELECT sum(pgsize) FROM dbstat WHERE name IN"
                " (SELECT name FROM sqlite_master WHERE tbl_name = 'replies_learned')"
            )
        return float(cursor.fetchone()[0]) / 1024**2


def elsewhere() -> Iterator[str]:
    """What was learned last, asked about replies of people as we wrote them, in two languages."""
    texts = [
        example.text
        for name in ("first", *marks.LATER)
        for example in marks.examples(f"{name}.txt")
        if not example.wanted
    ]
    held = [text for text in texts if judging.is_likely(likelihood(Labeled(text, is_spam=False)))]
    yield f"\nOf {len(texts)} people's replies in two languages, by the last set, held: {len(held)}"
    yield from held


def memory() -> float:
    """MiB that this process had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    before = memory()
    for given in sys.argv[1:]:
        print("\n".join(measured(Path(given))), flush=True)
    print("\n".join(elsewhere()))
    print(f"\nMemory of this process: at most {memory():.0f} MiB, {before:.0f} before anything was learned.")
