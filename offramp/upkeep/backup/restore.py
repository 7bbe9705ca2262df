"""`offramp restore`: brings a backup into a database that holds nobody yet, or leaves that one as it is."""

import os
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.utils import timezone

from offramp.journal import chain
from offramp.upkeep import clock, owner, purge
from offramp.upkeep.backup import campaign_folder, rebuilding, words
from offramp.upkeep.backup.contents import CampaignFile, Contents, Row
from offramp.upkeep.backup.opening import Opened
from offramp.upkeep.backup.progress import Progress
from offramp.upkeep.init.links import agreed
from offramp.upkeep.refusal import Refused

FOUND = """\
A backup of {day} ({ago}), made by Offramp {version}: {rows:,} rows, {files} files of the campaign.
It is whole, and goes into the empty database of this installation. This machine's clock says {today}: what
should have burned by then is burned at once."""
NOT_YET = """\
the backup is of {day}, and this machine's clock says {today}: set the clock first, or all that should have \
burned would stay."""
DECLINED = "nothing was brought in."
DONE = """\
Everything is as it was on {day}: {rows:,} rows, counted again.
{campaign}
What to do now:
  1. Restart the service, so that it forgets what it knew (systemctl restart offramp).
  2. Run “offramp doctor”, then “offramp backup”: this installation has its own backup code.
  3. Sign in with a code that you know.
  4. Tell the staff what came back with the past, since nothing here can know it:
     - Whoever was removed from the staff since then is there again. Look at “People”, and remove them again.
     - Whoever drew a new code since then comes in with the one before it; that old card opens again.
     - Cases that began since then are gone. Cases that were burned since then are back until their day comes.
     - Letters that were to go out by mail stand still. Under “Letters” and “Subscribers” they go on; whoever
       got one since then gets it a second time. Answers that waited to be mailed are gone.
     - Whoever ended a subscription since then is subscribed again, and whoever began one is not. Replies that
       were deleted since then and signatures that were withdrawn are public again.
     - Enrollment links that were open are void: invite again. Everybody is signed out."""


def run(asked: Namespace) -> int:
    os.umask(0o077)  # what comes to be here is its owner's alone
    today = timezone.now().date()
    with opened(asked.file) as file:
        owner.become()  # root only up to here: a database file of root's would lock the service out
        if trouble := clock.problem(today):
            raise Refused(trouble)
        rebuilding.check_empty()
        backup = Opened.by(words.ask(), file, asked.file)
        found = backup.check()
        if found.header.day > today + date.resolution:
            raise Refused(NOT_YET.format(day=found.header.day, today=today))
        describe(found, today)
        if not asked.yes and not agreed():
            raise Refused(DECLINED)
        files = rebuild(backup, found)
    campaign = campaign_folder.put(files, day=found.header.day)
    # As if on any night; the journal begins a new chain, since this installation may have another key.
    chain.begin_anew(on=today)
    purge.burn(today)
    print(DONE.format(day=found.header.day, rows=found.counts.all_rows, campaign=campaign))
    return 0


def opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as trouble:
        raise Refused(f"{path} cannot be opened: {trouble.strerror}.") from None


def describe(found: Contents, today: date) -> None:
    header, counts = found.header, found.counts
    days = (today - header.day).days
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
    told = {"day": header.day, "ago": ago, "version": header.version, "today": today}
    print(FOUND.format(rows=counts.all_rows, files=counts.files, **told))


def rebuild(backup: Opened, found: Contents) -> list[CampaignFile]:
    """The database; the campaign's files, which stand after the rows, are some texts and wait their turn."""
    files: list[CampaignFile] = []
    with Progress("Bringing in") as progress:
        rebuilding.rebuild(found, rows(backup, files, progress))
    return files


def rows(backup: Opened, files: list[CampaignFile], progress: Progress) -> Iterator[Row]:
    for item in backup.contents():
        if isinstance(item, CampaignFile):
            files.append(item)
        else:
            progress.step()
            yield item
