"""`offramp upgrade`: to another version, or only the database to the version that is installed."""

import sys
from argparse import Namespace

from django.core import checks
from django.utils import timezone

from offramp import campaigns
from offramp.upkeep import database, owner
from offramp.upkeep.backup import key, write
from offramp.upkeep.refusal import Refused
from offramp.upkeep.upgrade import change

NO_TABLES = "the database is empty; “offramp init” prepares it."
NOTHING_TO_DO = "The database is up to date; there is nothing to do."
FAILED = """\
offramp: the database could not be brought up to date. Nothing in it was changed: it is as it was before, and
the version that made it goes on with it. Please report what stands below."""


def run(asked: Namespace) -> int:
    if asked.what:
        change.run(asked.what, without_backup=asked.without_backup)
        return 0
    owner.become()
    look()
    if not database.pending():
        print(NOTHING_TO_DO)
    elif not asked.only_look:
        bring_up_to_date(without_backup=asked.without_backup)
    return 0


def look() -> None:
    """What would keep this version from running here. Raises Refused, CampaignBroken."""
    campaigns.current()
    for problem in checks.run_checks():  # also reads every page's module
        if problem.is_serious():
            raise Refused(problem.msg)
    if database.is_empty():
        raise Refused(NO_TABLES)
    database.refuse_newer()


def bring_up_to_date(*, without_backup: bool) -> None:
    if not without_backup:
        write.make(key.folder(), on=timezone.now().date())
    is_done = False
    try:
        database.migrate_whole()
        is_done = True
    finally:
        if not is_done:
            print(FAILED, file=sys.stderr)
    print("The database is up to date now.")
