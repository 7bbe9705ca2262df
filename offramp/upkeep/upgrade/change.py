"""From the version that runs to another one; whatever fails before the tables change leaves all as it was."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from offramp.upkeep import database
from offramp.upkeep.backup import key
from offramp.upkeep.refusal import Refused
from offramp.upkeep.upgrade import environments, unit

STAYS = "The version that runs was left as it is."
SILENT = "the new version is installed and the database is brought up to date, but nothing answers yet"
BY_HAND = "Offramp does not run as a service here. End “offramp serve” and start it anew: {command} serve"


def run(what: str, *, without_backup: bool) -> None:
    """Raises Refused."""
    old = environments.running()
    if not without_backup and not database.is_newer():
        key.read(key.folder())  # rather now than when everything is fetched
    # A line that breaks in the middle must not leave the service stopped.
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    say("Fetching it …")
    with environments.fetched(what) as (version, wheel):
        say(f"Installing Offramp {version} beside the one that runs …")
        new = environments.make(version, wheel)
    try:
        migrate(old=old, new=new, without_backup=without_backup)
    except BaseException:
        shutil.rmtree(new)
        raise
    put_in_place(old=old, new=new)
    environments.remove_others(new, old)
    say(f"This is Offramp {version} now.")


def migrate(*, old: Path, new: Path, without_backup: bool) -> None:
    """By the new version's own hands; where it fails, the old one answers again. Raises Refused."""
    offramp(new, "upgrade", "--only-look", failing="the new version would not run here")
    # Where an earlier try, or the other machine, changed the tables already, the old one cannot read them.
    if not without_backup and not database.is_newer():
        offramp(old, "backup", failing="no backup could be made")
    was_running = unit.is_running()
    if was_running:
        unit.turn("stop")
    try:
        offramp(new, "upgrade", "--without-backup", failing="the database was not brought up to date")
    except BaseException:
        if was_running:
            unit.turn("start")
        raise


def put_in_place(*, old: Path, new: Path) -> None:
    """Raises Refused."""
    environments.switch(old=old, new=new)
    if unit.exists():  # writes the units anew, starts them, and waits until the first page comes
        offramp(new, "service", "install", failing=SILENT, stays="“offramp doctor” looks further.")
    else:
        say(BY_HAND.format(command=new / "bin" / "offramp"))


def offramp(environment: Path, *words: str, failing: str, stays: str = STAYS) -> None:
    """A command of one of the two versions; it says itself what is wrong. Raises Refused."""
    command = [str(environment / "bin" / "offramp"), *words]
    # It speaks to us: a sentence to a terminal that is gone would end it in the middle.
    with (
        tempfile.TemporaryFile("w+", errors="backslashreplace") as trouble,
        subprocess.Popen(  # noqa: S603
            command,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=trouble,
            text=True,
            errors="backslashreplace",
        ) as running,
    ):
        status = ended(running)
        trouble.seek(0)
        for line in trouble:
            say(line.rstrip("\n"), to="stderr")
    if status:
        raise Refused(f"{failing}; the reason stands above. {stays}")


def ended(running: subprocess.Popen[str]) -> int:
    """Its status, once all it says is repeated. Whoever stops us stops it first: it would go on alone."""
    try:
        for line in running.stdout or ():
            say(line.rstrip("\n"))
        return running.wait()
    except BaseException:
        running.kill()
        running.wait()
        raise


def say(sentence: str, *, to: str = "stdout") -> None:
    """To whoever is still there; the work goes on if nobody is."""
    try:
        print(sentence, file=getattr(sys, to), flush=True)
    except OSError:
        # What is still unsaid would fail again at the end.
        setattr(sys, to, Path(os.devnull).open("w"))  # noqa: SIM115
