"""With settings at hand: the tables, the backup code, the first two links; each only where it is missing."""

import textwrap
from argparse import Namespace
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from offramp import campaigns
from offramp.people import enrollment
from offramp.people.enrollment import AlreadyBegun
from offramp.upkeep import database, settings_file
from offramp.upkeep.backup import key
from offramp.upkeep.init import asking, links, premises
from offramp.upkeep.refusal import Refused

NEXT = "\nNext, so that it runs day and night, with a lock on the line:\n\n    offramp service install\n"
NEXT_BY_HAND = "\nNext, to have it answer on this machine:\n\n{commands}\n"
NO_MAIL = """
The daily note to your staff is not set up yet. When you have a mail server, add to {file}:
    OFFRAMP_MAIL=smtp+tls://user:password@mail.example.org
    OFFRAMP_MAIL_FROM=somebody@example.org"""


def run(asked: Namespace) -> int:
    campaigns.current()  # before anything is written: a broken folder would be said too late
    if database.pending():
        premises.refuse_full(Path(settings.BACKUPS or "."))
    database.migrate_whole()
    today = timezone.now().date()
    if asked.again:
        lost = links.organizers(asked.lost)
        return links.again(asked.again, lost=lost, asks=not asked.yes, on=today)
    if asked.lost:
        raise Refused("--lost goes with --again and the name of whoever comes instead.")
    draw_backup_code(asks=not asked.yes)
    try:
        drawn = enrollment.begin(names=asked.names, on=today)
    except AlreadyBegun:
        print("The database is up to date. The first two links were made before, so none is made now.")
        print("If fewer than two organizers can sign in, “offramp init --again NAME” makes one more.")
    else:
        links.show(asked.names, drawn, on=today)
    say_what_is_next()
    return 0


def draw_backup_code(*, asks: bool) -> None:
    """Where a file holds the settings; elsewhere `offramp backup --new-code` draws it."""
    folder = settings.BACKUPS
    if not settings.SETTINGS_FILE or folder is None or (folder / key.NAME).exists():
        return
    print(f"\n{key.WHAT_TO_DO.format(code=key.make(folder))}\n")
    if asks:
        asking.read("Press Enter when both sheets are written > ")
        print()


def say_what_is_next() -> None:
    file = settings.SETTINGS_FILE
    if not file:
        return
    if not settings_file.read(file).get("OFFRAMP_MAIL"):
        print(NO_MAIL.format(file=file))
    if file == settings_file.OF_THE_MACHINE:
        print(NEXT)
        return
    is_found = settings_file.find({"HOME": str(Path.home())}) == file
    commands = [] if is_found else [f"export OFFRAMP_SETTINGS={file}"]
    print(NEXT_BY_HAND.format(commands=textwrap.indent("\n".join([*commands, "offramp serve"]), "    ")))
