"""The copies: a new one is there, can be read, and none is older than the pages promise."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from shlex import quote

from django.conf import settings

from offramp import campaigns
from offramp.upkeep.backup import copies, key
from offramp.upkeep.backup.contents import BINDING
from offramp.upkeep.doctor import mends
from offramp.upkeep.doctor.finding import Checks, Finding, advice, broken, good
from offramp.upkeep.refusal import Refused

FRESH, STALE = timedelta(days=2), timedelta(days=7)
NEW_CODE = """\
Write down the words that this prints; they must not stay on this machine.
$ offramp backup --new-code
$ offramp backup"""
LOST = "A broken disk would take every conversation with it."


def checks(today: date) -> Checks:
    folder = settings.BACKUPS
    if folder is None or not folder.is_dir():
        return {"backups.folder": partial(no_folder, folder)}
    return {
        "backups.key": partial(public_key, folder),
        "backups.newest": partial(newest, folder, today),
        "backups.age": partial(kept, folder, today),
        "backups.others": partial(others, folder),
    }


def no_folder(folder: Path | None) -> Iterator[Finding]:
    yield advice(
        f"There is no folder for backups{f' in {folder}' if folder else ''}.",
        why=LOST,
        mend=NEW_CODE if folder else f"Set OFFRAMP_BACKUPS to a folder in the settings. {NEW_CODE}",
    )


def public_key(folder: Path) -> Iterator[Finding]:
    try:
        key.read(folder)
    except Refused as refused:
        yield advice(
            f"Backups cannot be sealed: {refused}",
            why="Without a key no backup is made.",
            mend=NEW_CODE,
        )
    else:
        yield good("Backups are sealed to a key whose words are not on this machine.")


def newest(folder: Path, today: date) -> Iterator[Finding]:
    there = copies.there(folder)
    if not there:
        yield advice(f"There is no backup in {folder}.", why=LOST, mend=mends.BACKUP)
        return
    path = max(there, key=lambda path: (there[path], path.stat().st_mtime))
    if not begins_as_one(path):
        yield broken(
            f"{path} is not a backup, or was cut off at its beginning.",
            why="It could not be brought back.",
            mend=mends.BACKUP,
        )
    elif there[path] < today - FRESH:
        say = broken if there[path] < today - STALE else advice
        yield say(
            f"The newest backup is of {there[path]}.",
            why="What people wrote since then would be lost with the disk.",
            mend=f"{mends.BACKUP}\n{mends.TIMERS}",
        )
    else:
        yield good(f"The newest backup is of {there[path]}, {path.stat().st_size / 1e6:.1f} MB.")


def begins_as_one(path: Path) -> bool:
    """As far as it can be told without the words: only bringing it back by way of trial tells more."""
    with path.open("rb") as file:
        return BINDING.encode_kind() in file.read(64)


def kept(folder: Path, today: date) -> Iterator[Finding]:
    days = campaigns.current().backup_days
    # The night that deletes it may be still to come.
    late = [path for path, day in copies.there(folder).items() if day < today - timedelta(days=days)]
    if not late:
        yield good(f"No backup is older than {days} days, as the pages promise.")
        return
    yield broken(
        f"{len(late)} backups are older than the {days} days that the pages promise, the oldest {min(late)}.",
        why="What people burned lives on in them, for whoever has their code.",
        mend=f"A backup deletes them; copies that you keep elsewhere, delete as well.\n{mends.BACKUP}",
    )


def others(folder: Path) -> Iterator[Finding]:
    known = {*copies.there(folder), folder / key.NAME, folder / copies.UNFINISHED}
    strange = sorted(path for path in folder.iterdir() if path not in known)
    if not strange:
        return
    yield advice(
        f"{strange[0]} is none of ours{f', and {len(strange) - 1} more' if strange[1:] else ''}.",
        why="A copy made by hand is not deleted when its days are over.",
        mend=f"If nobody needs it:\n$ rm -r {quote(str(strange[0]))}",
    )
