"""What is looked at on the machine, in order; what stands on the database waits until that answers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from offramp.upkeep.doctor.finding import Checks, Finding
from offramp.upkeep.doctor.inside import (
    advisories,
    backups,
    campaign,
    clock,
    database,
    files,
    front_desk,
    journal,
    mail,
    memory,
    nights,
    package,
    queue,
    readers,
    returns,
    space,
)
from offramp.upkeep.doctor.looking import is_well, look_at


def look(*, today: date, advisories: Path | None, mail_to: str | None) -> Iterator[Finding]:
    yield from look_at(of_the_machine(today, advisories))
    answers = look_at(database.answering())
    yield from answers
    if not is_well(answers):
        return
    tables = look_at(database.checks())
    yield from tables
    if is_well(tables):
        yield from look_at(of_the_rows(today, mail_to))


def of_the_machine(today: date, file: Path | None) -> Checks:
    return {
        **files.checks(),
        **space.checks(),
        **clock.checks(today),
        **memory.checks(),
        **package.checks(),
        **readers.checks(),
        **advisories.checks(file),
        **campaign.checks(),
    }


def of_the_rows(today: date, mail_to: str | None) -> Checks:
    return {
        **database.rows(today),
        **nights.checks(today),
        **backups.checks(today),
        **front_desk.checks(today),
        **mail.checks(mail_to),
        **queue.checks(today),
        **returns.checks(),
        **journal.checks(),
    }
