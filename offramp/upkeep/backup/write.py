"""`offramp backup`: a sealed copy of everything, read back before it counts as one."""

import os
import time
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.utils import timezone

from offramp import campaigns
from offramp.sealed import streams
from offramp.sealed.failures import NotOpened
from offramp.upkeep import chores, clock, database
from offramp.upkeep.backup import copies, gathering, key, snapshot
from offramp.upkeep.backup.contents import BINDING, Contents, Counts, Unfit
from offramp.upkeep.backup.progress import Progress
from offramp.upkeep.refusal import Refused

DONE = "{path}: {size:.1f} MB, {rows:,} rows, {seconds:.0f} seconds, read back whole."
NOT_AS_WRITTEN = """\
the backup could not be read back as it was written, so it was deleted: \
the disk under {folder} does not keep what it is given. Have it looked at, and use --to until then."""
OLD_ONES = "Copies of {days} days ago and before, deleted: {count}"
OLD_ONES_STAY = "No older copy was deleted: {why}"
OLD_WORDS = """
From the next backup on these words are the ones. Copies made before still open with the words before them:
keep that paper for {days} days, then destroy it."""


def run(asked: Namespace) -> int:
    if asked.new_code:
        return new_code()
    today = timezone.now().date()
    if trouble := clock.problem(today):
        raise Refused(trouble)
    make(asked.to or key.folder(), on=today)
    return 0


def make(folder: Path, *, on: date) -> Path:
    """Write, read back, give it its name; then let the old ones go. Raises Refused."""
    began = time.monotonic()
    public = key.read(key.folder())
    with copies.begin(folder) as file:
        copies.check_days(folder, on=on)
        stream_key, counts = write(file, to=public, day=on)
        read_back(file, stream_key, counts, folder)
        path = copies.keep(folder, on=on)
    size, seconds = path.stat().st_size / 1e6, time.monotonic() - began
    print(DONE.format(path=path, size=size, rows=counts.all_rows, seconds=seconds))
    # Before an upgrade: other tables than those it was read from may not be what this code asks for.
    if not database.pending():
        chores.note("backup", on=on)
        forget_old(folder, on=on)
    return path


def write(file: BinaryIO, *, to: bytes, day: date) -> tuple[bytes, Counts]:
    """Everything of one moment, sealed; returns the stream's key, for this process alone, and the counts."""
    if database.is_missing():  # looking at it would make one
        raise Refused(gathering.NOTHING_THERE)
    database.refuse_newer()
    writer = streams.Writer(file, to=to, binding=BINDING)
    with snapshot.of_now(), Progress("Keeping") as progress:
        head = gathering.header(day=day)
        counts = Counts(dict.fromkeys(head.tables, 0))
        for item in gathering.items(head, counts):
            writer.write(item)
            progress.step()
    writer.finish()
    file.flush()
    os.fsync(file.fileno())
    return writer.key, counts


def read_back(file: BinaryIO, stream_key: bytes, written: Counts, folder: Path) -> None:
    """From the disk, and not from memory. Raises Refused."""
    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    file.seek(0)
    try:
        found = Contents(streams.read(file, key=stream_key, binding=BINDING))
        with Progress("Reading back") as progress:
            for _ in found:
                progress.step()
    except (NotOpened, Unfit):
        raise Refused(NOT_AS_WRITTEN.format(folder=folder)) from None
    if found.counts != written:
        raise Refused(NOT_AS_WRITTEN.format(folder=folder))


def forget_old(folder: Path, *, on: date) -> None:
    """By the campaign's number of days, which the burn page promises; on a doubtful day nothing goes."""
    try:
        clock.check(on, really=None)
    except Refused as doubt:
        print(OLD_ONES_STAY.format(why=doubt))
        return
    days = campaigns.current().backup_days
    if count := copies.forget_old(folder, days=days, on=on):
        print(OLD_ONES.format(days=days, count=count))


def new_code() -> int:
    folder = key.folder()
    is_another = (folder / key.NAME).exists()
    print(key.WHAT_TO_DO.format(code=key.replace(folder)))
    if is_another:
        print(OLD_WORDS.format(days=campaigns.current().backup_days))
    return 0
