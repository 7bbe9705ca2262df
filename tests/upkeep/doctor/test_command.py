"""`offramp doctor`: what it prints for people and for monitors, and that nothing stops it."""

import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from offramp.upkeep.doctor import looking, report
from offramp.upkeep.doctor.finding import Finding, advice, broken, good
from tests.upkeep.console import offramp, prepared, surroundings
from tests.upkeep.doctor.findings import ADVICE

TODAY = date(2026, 11, 22)
WELL = good("The disk has room.")
OLD = advice(
    "The newest backup is of 2026-11-12.", why="Days would be lost.", mend="Type it:\n$ offramp backup"
)
BAD = broken("The database is open to others.", why="They could read it.", mend="$ chmod 600 /a/long/path")

IN_WORDS = """\
https://help.example.org, looked over on November 22, 2026

Well:
  The disk has room.

Worth doing, in your own time:

  * The newest backup is of 2026-11-12.
    Why:  Days would be lost.
    Mend: Type it:
            offramp backup

Broken, please see to it now:

  * The database is open to others.
    Why:  They could read it.
    Mend: chmod 600 /a/long/path

1 broken, 1 worth doing, 1 well."""


def test_people_read_what_is_well_then_what_needs_hands() -> None:
    assert report.in_words([BAD, OLD, WELL], origin="https://help.example.org", today=TODAY) == IN_WORDS


def test_a_command_is_never_broken_over_two_lines() -> None:
    long = advice("It is so.", why="Because.", mend="Type it:\n$ " + "offramp " * 30)

    assert "offramp " * 30 in report.in_words([long], origin="", today=TODAY)


@pytest.mark.parametrize(
    ("found", "status", "last"),
    [
        ([WELL, WELL], 0, "All 2 looks found everything well."),
        ([WELL, OLD], 1, "0 broken, 1 worth doing, 1 well. Nothing is urgent."),
        ([OLD, BAD, WELL], 2, "1 broken, 1 worth doing, 1 well."),
    ],
)
def test_the_worst_finding_decides_how_it_ends(found: list[Finding], status: int, last: str) -> None:
    assert report.status(found) == status
    assert report.in_words(found, origin="", today=TODAY).splitlines()[-1] == last


def test_a_monitor_reads_the_same() -> None:
    [seen] = looking.look("disk.room", lambda: [OLD])

    told = json.loads(report.in_json([seen], origin="https://help.example.org", today=TODAY))

    assert told.pop("version")
    assert told == {
        "origin": "https://help.example.org",
        "on": "2026-11-22",
        "level": "advice",
        "findings": [
            {
                "check": "disk.room",
                "level": "advice",
                "what": OLD.what,
                "why": OLD.why,
                "mend": "Type it:\nofframp backup",
            }
        ],
    }


def test_a_check_that_fails_is_itself_a_finding_and_what_it_found_before_stays() -> None:
    def failing() -> Iterator[Finding]:
        yield WELL
        raise RuntimeError("something\nnobody thought of")

    first, second = looking.look("disk.room", failing)

    assert (first.what, first.check) == (WELL.what, "disk.room")
    assert (second.level, second.what) == (
        ADVICE,
        "This could not be looked at: RuntimeError: something nobody thought of.",
    )
    assert not looking.is_well([first, second])


def test_a_check_that_hangs_holds_nothing_up() -> None:
    def hanging() -> Iterator[Finding]:
        time.sleep(60)
        yield WELL

    began = time.monotonic()
    [finding] = looking.look("disk.room", hanging, patience=0.2)

    assert time.monotonic() - began < 5
    assert "took longer than" in finding.what


def test_from_inside_every_check_has_its_name(tmp_path: Path) -> None:
    environment = prepared(tmp_path)
    answer = offramp("doctor", "--inside", "--json", environment=environment)

    told = json.loads(answer.stdout)
    assert answer.stderr == ""
    assert {finding["check"] for finding in told["findings"]} >= {
        "files.settings",
        "files.secret",
        "files.database",
        "files.confined",
        "space.disks",
        "clock.release",
        "clock.synchronized",
        "memory.swap",
        "memory.dumps",
        "package.static",
        "package.translations",
        "campaign.reads",
        "campaign.addresses",
        "database.answers",
        "database.mode",
        "database.integrity",
        "database.tables",
        "database.days",
        "database.mark",
        "database.forgets",
        "nights.purge",
        "nights.notify",
        "nights.mail",
        "front-desk.organizers",
        "front-desk.pause",
        "mail.server",
        "mail.answers",
        "mail.letters",
        "journal.chain",
    }


def test_without_a_database_it_says_so_and_makes_none(tmp_path: Path) -> None:
    answer = offramp("doctor", "--inside", environment=surroundings(tmp_path))

    assert (answer.returncode, answer.stderr) == (2, "")
    assert "There is no database in" in answer.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_is_none_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "offramp.sqlite3").write_text("This is a letter, and no database. " * 100)

    answer = offramp("doctor", "--inside", environment=surroundings(tmp_path))

    assert answer.returncode == 2
    assert "The database does not answer: file is not a database." in answer.stdout
    assert answer.stderr == ""
