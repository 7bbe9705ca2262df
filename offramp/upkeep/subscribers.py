"""`offramp subscribers`: lists of any size at the server's console, and one address erased."""

import os
from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, TextIO

from django.conf import settings
from django.db import connection
from django.utils import timezone

from offramp import campaigns
from offramp.notices import addresses
from offramp.subscribers import files, lists
from offramp.subscribers.legible import NotAList
from offramp.subscribers.lists import Brought
from offramp.upkeep.letters import as_owner
from offramp.upkeep.refusal import Refused

TOLD_EACH = 20_000  # lines between two words on how far it is


def run(asked: Namespace) -> int:
    today = timezone.now().date()
    acts = {"import": bring_in, "export": take_out, "erase": erase}
    return acts[asked.act](asked, today)


def bring_in(asked: Namespace, today: date) -> int:
    """All that can be read comes in; the rest stands in a file beside the list, as it was there."""
    if not asked.they_agreed:
        raise Refused("we write only to people who agreed to it. If they all did, add --they-agreed.")
    asked.language = asked.language or settings.LANGUAGE_CODE
    if asked.language not in (spoken := campaigns.current().languages):
        raise Refused(f"this campaign speaks {', '.join(spoken)}, and no “{asked.language}”.")
    left = asked.file.with_name(f"{asked.file.name}.left")
    with asked.file.open("rb") as file:
        try:
            heading = files.heading(file)
        except NotAList:
            raise Refused(f"{asked.file} is no list of lines. Save it as CSV first.") from None
        with private(left) as rest, as_owner():
            brought, lines_left = _bring(asked, file, heading, rest, today)
            connection.close()
    if not lines_left:
        left.unlink()
    return _say(brought, lines_left, left)


def take_out(asked: Namespace, today: date) -> int:
    with private(asked.file) as out, as_owner():
        out.write(written := lists.take_out(by=None, on=today))
        connection.close()
    print(
        f"{written.count(chr(10)) - 1} subscribers in {asked.file}, which only you can read. Delete it soon."
    )
    return 0


def erase(asked: Namespace, today: date) -> int:
    try:
        email = addresses.normal(asked.address or input("Address: "))
    except addresses.NotAnAddress:
        raise Refused("that is no e-mail address.") from None
    if not lists.erase(email=email, by=None, on=today):
        print("Nobody with this address gets letters from us.")
        return 1
    print("Erased. No more mail goes there, and no list brings it back.")
    return 0


def private(path: Path) -> TextIO:
    """A new file for nobody else's eyes; what stands there already is not touched."""
    new = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    return os.fdopen(new, "w", encoding="utf-8", errors="surrogateescape", newline="")


def _bring(asked: Namespace, file: BinaryIO, heading: str, rest: TextIO, today: date) -> tuple[Brought, int]:
    """What came in, and how many lines did not: those are written down at once, however many they are."""
    brought, lines_left, told = Brought(), 0, 0
    found = files.lines(file, on=today)
    for more in lists.bring_in(found, language=asked.language, rhythm=asked.rhythm, by=None, on=today):
        if more.bad and not lines_left and heading:
            rest.write(f"{heading}\n")
        rest.writelines(f"{line.said}\n" for line in more.bad)
        lines_left += len(more.bad)
        brought += replace(more, bad=())
        if brought.last >= told + TOLD_EACH:
            told = brought.last
            print(f"Read up to line {told}.", flush=True)
    return brought, lines_left


def _say(brought: Brought, lines_left: int, left: Path) -> int:
    print(f"Get the letters from now on: {brought.confirmed}")
    print(f"Are asked by mail: {brought.asked}")
    print(f"Were here already, or stood there twice: {brought.known}")
    print(f"Ended it here, and stay out: {brought.ended}")
    print(f"Lines that could not be read: {lines_left}")
    if lines_left:
        print(f"They stand in {left}. Mend them there, then bring in that file.")
    return 1 if lines_left else 0
