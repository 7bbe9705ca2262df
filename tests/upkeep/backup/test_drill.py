"""The restore drill: a case of the cast goes from one engine to the other and back, and nothing is lost."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests import postgresql
from tests.upkeep.backup import installations
from tests.upkeep.backup.installations import Installation
from tests.upkeep.backup.living import ANSWER, FIRST

# The nightly purge at the end chains the journal anew, and says so in it; open invitations are void, and
# mailings stand still.
CHANGED_BY_THE_WAY = {
    "journal.tally",
    "journal.entry",
    "people.invitation",
    "people.deadcode",
    "subscribers.mailing",
}


@pytest.fixture(scope="module")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    return installations.new(tmp_path_factory.mktemp("drill") / "first")


@pytest.fixture(scope="module")
def people(on_sqlite: Installation) -> Any:
    lived = on_sqlite.ask("live")
    on_sqlite.draw_code()
    return lived


@pytest.fixture(scope="module")
def on_postgresql(
    on_sqlite: Installation, people: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """Brought there from SQLite."""
    with postgresql.cluster() as url:
        there = installations.new(tmp_path_factory.mktemp("drill") / "second", database_url=url)
        said = there.restore(on_sqlite.backup(), on_sqlite.words)
        assert (said.returncode, said.stderr) == (0, "")
        yield there


@pytest.fixture(scope="module")
def back_again(on_postgresql: Installation, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """And from there to SQLite."""
    on_postgresql.draw_code()
    again = installations.new(tmp_path_factory.mktemp("drill") / "third")
    said = again.restore(on_postgresql.backup(), on_postgresql.words)
    assert (said.returncode, said.stderr) == (0, "")
    return again


def kept(columns: dict[str, list[list[str]]]) -> dict[str, list[list[str]]]:
    return {table: rows for table, rows in columns.items() if table not in CHANGED_BY_THE_WAY}


def test_every_column_is_the_same_on_both_engines_and_back(
    on_sqlite: Installation, on_postgresql: Installation, back_again: Installation
) -> None:
    first, second, third = (place.ask("columns") for place in (on_sqlite, on_postgresql, back_again))

    assert kept(first) == kept(second) == kept(third)
    assert sum(len(rows) for rows in kept(first).values()) > 30
    for table in CHANGED_BY_THE_WAY - {"people.invitation", "journal.tally"}:
        assert {row[0] for row in first[table]} <= {row[0] for row in second[table]}


@pytest.mark.parametrize("place", ["on_postgresql", "back_again"])
def test_ada_comes_in_with_her_code_reads_and_writes(
    place: str, people: Any, request: pytest.FixtureRequest
) -> None:
    installation: Installation = request.getfixturevalue(place)

    shown = installation.ask("visit", people["Ada"]["code"])

    assert FIRST in unescape(shown["first"])
    assert ANSWER in unescape(shown["first"])
    assert "I am still here." in unescape(shown["then"])


@pytest.mark.parametrize("place", ["on_postgresql", "back_again"])
def test_bo_comes_in_with_code_and_number_and_reads(
    place: str, people: Any, request: pytest.FixtureRequest
) -> None:
    installation: Installation = request.getfixturevalue(place)

    shown = installation.ask("work", people["Bo"]["code"], people["Bo"]["secret"])

    assert FIRST in unescape(shown["shown"])


def test_what_must_not_come_back_did_not(on_sqlite: Installation, on_postgresql: Installation) -> None:
    """A link that was used since would let somebody in twice; a burned code's form may still be open."""
    before, after = on_sqlite.ask("columns"), on_postgresql.ask("columns")

    assert len(after["people.invitation"]) == len(before["people.invitation"]) - 1  # Cy's
    assert [row[0] for row in after["people.deadcode"]] == [row[0] for row in before["people.deadcode"]]


def test_numbers_go_on_after_the_highest_that_came_in(on_postgresql: Installation) -> None:
    """PostgreSQL counts beside its tables: left alone, the next request would get the first one's number."""
    before = on_postgresql.ask("columns")["pairing.request"]

    on_postgresql.ask("write")

    assert len(on_postgresql.ask("columns")["pairing.request"]) == len(before) + 1


def test_the_file_says_what_it_is_and_the_folder_is_its_owners_alone(on_sqlite: Installation) -> None:
    copies = sorted(on_sqlite.backups.glob("*.backup"))

    assert {oct(path.stat().st_mode & 0o777) for path in copies} == {"0o600"}
    assert oct(on_sqlite.backups.stat().st_mode & 0o777) == "0o700"
    assert not Path(on_sqlite.backups, "offramp-unfinished").exists()
