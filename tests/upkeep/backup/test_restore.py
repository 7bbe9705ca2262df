"""`offramp restore`: a whole backup into an empty database, or one sentence and nothing else."""

import os
import pty
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from offramp.sealed.codes import Code
from offramp.upkeep.backup import key
from offramp.upkeep.demo import mark
from tests.upkeep.backup import installations
from tests.upkeep.backup.forging import items_of, write_again
from tests.upkeep.backup.installations import Installation
from tests.upkeep.console import OFFRAMP


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The cast lives here, and a copy was made."""
    place = installations.new(tmp_path_factory.mktemp("restore") / "lived")
    place.ask("live")
    place.draw_code()
    place.backup()
    return place


@pytest.fixture
def copy(lived: Installation, tmp_path: Path) -> Path:
    """One that a test may change."""
    [made] = lived.backups.glob("*.backup")
    return Path(shutil.copy(made, tmp_path / made.name))


@pytest.fixture
def empty(tmp_path: Path) -> Installation:
    """A machine on which nothing was prepared but the settings."""
    return installations.new(tmp_path / "empty")


@dataclass(frozen=True)
class Restored:
    place: Installation
    said: CompletedProcess[str]


@pytest.fixture(scope="module")
def restored(lived: Installation, tmp_path_factory: pytest.TempPathFactory) -> Restored:
    """As it should go: the newest copy, where nothing is."""
    place = installations.new(tmp_path_factory.mktemp("restored") / "place")
    [made] = lived.backups.glob("*.backup")
    return Restored(place, place.restore(made, lived.words))


def tables(place: Installation) -> dict[str, int]:
    """How many rows each table holds; without a file there is none."""
    path = place.folder / "offramp.sqlite3"
    if not path.exists():
        return {}
    with closing(sqlite3.connect(path)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {name: rows(database, name) for [name] in names}


def rows(database: sqlite3.Connection, table: str) -> int:
    [[count]] = database.execute(f"SELECT count(*) FROM {table}").fetchall()  # noqa: S608 - a table's own name
    return int(count)


def assert_refused(sentence: str, place: Installation, copy: Path, words: str) -> None:
    """One line says so, and the database is as it was."""
    before = tables(place)

    said = place.restore(copy, words)

    assert said.returncode == 2
    assert sentence in said.stderr
    assert said.stderr.count("\n") == 1
    assert tables(place) == before


def test_it_goes_where_nothing_is(restored: Restored) -> None:
    place, said = restored.place, restored.said

    assert (said.returncode, said.stderr) == (0, "")
    assert tables(place)["people_member"] == 5
    assert tables(place)["people_session"] == 0
    assert stat.S_IMODE((place.folder / "offramp.sqlite3").stat().st_mode) == 0o600
    assert "What to do now:" in said.stdout
    assert "Cases burned: 0" in said.stdout


def test_nobody_is_mailed_again_what_they_got_since(lived: Installation, restored: Restored) -> None:
    place = restored.place

    assert (tables(lived)["notices_outgoing"], tables(place)["notices_outgoing"]) == (1, 0)
    assert tables(place)["subscribers_delivery"] == 1
    said = place.offramp("mail", OFFRAMP_MAIL="smtp://127.0.0.1:1")
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")  # nothing to bring to the mail server


def test_what_init_made_before_anybody_came_gives_way(
    lived: Installation, empty: Installation, copy: Path
) -> None:
    assert empty.offramp("init").returncode == 0
    assert tables(empty)["people_invitation"] == 2

    assert empty.restore(copy, lived.words).returncode == 0

    assert tables(empty)["people_invitation"] == lived_invitations(lived)


def lived_invitations(lived: Installation) -> int:
    """Without the one that is still open."""
    return tables(lived)["people_invitation"] - 1


def test_a_living_database_is_left_alone(lived: Installation, copy: Path) -> None:
    assert_refused("this database holds people already", lived, copy, lived.words)


def test_a_demonstrations_database_is_left_alone(
    lived: Installation, empty: Installation, copy: Path
) -> None:
    mark.make(empty.folder / "offramp.sqlite3")

    assert_refused("this is a demonstration's database", empty, copy, lived.words)


def test_a_database_of_something_else_is_left_alone(
    lived: Installation, empty: Installation, copy: Path
) -> None:
    with closing(sqlite3.connect(empty.folder / "offramp.sqlite3")) as database:
        database.execute("CREATE TABLE recipes (name TEXT)")

    assert_refused("tables that are not Offramp's (recipes)", empty, copy, lived.words)


def test_a_folder_that_nobody_prepared_is_told(lived: Installation, empty: Installation, copy: Path) -> None:
    empty.database_url = f"sqlite:///{empty.folder}/nowhere/offramp.sqlite3"

    assert_refused("“offramp init” prepares this installation first", empty, copy, lived.words)


def test_a_file_that_is_not_there_is_told(lived: Installation, empty: Installation, tmp_path: Path) -> None:
    assert_refused("cannot be opened: No such file", empty, tmp_path / "gone.backup", lived.words)


def test_wrong_words_and_a_broken_file_leave_the_database_alone(
    lived: Installation, empty: Installation, copy: Path
) -> None:
    assert_refused("“harvst” is no word of a code: harvest", empty, copy, "harvst " + "cobalt " * 7)
    copy.write_bytes(copy.read_bytes()[:-1])
    assert_refused("was changed or cut", empty, copy, lived.words)


def test_a_backup_of_an_older_version_comes_up_to_this_one(
    lived: Installation, empty: Installation, copy: Path
) -> None:
    """From before there was a room for chores: its tables are made afterwards."""
    header, *rest = items_of(copy, key.pair(Code.read(lived.words)))
    older = [one for one in header["migrations"] if one[0] != "upkeep"]
    assert older != header["migrations"]
    write_again(copy, key.pair(Code.read(lived.words)), [{**header, "migrations": older}, *rest])

    said = empty.restore(copy, lived.words)

    assert (said.returncode, said.stderr) == (0, "")
    assert tables(empty)["upkeep_chore"] > 0  # the purge at the end wrote itself down
    assert tables(empty)["people_member"] == 5


def without_members(items: list[Any]) -> list[Any]:
    header, *rest = items
    number = [label for label, _ in header["tables"]].index("people.member")
    left = [item for item in rest[:-1] if item[0] != number]
    return [header, *left, {**rest[-1], "rows": {**rest[-1]["rows"], "people.member": 0}}]


def with_a_seal_that_is_none(items: list[Any]) -> list[Any]:
    header, *rest = items
    number = [label for label, _ in header["tables"]].index("people.envelope")
    spoiled = [[*item[:-1], b"no envelope"] if item[0] == number else item for item in rest[:-1]]
    return [header, *spoiled, rest[-1]]


def with_a_map_for_a_day(items: list[Any]) -> list[Any]:
    header, *rest = items
    number = [label for label, _ in header["tables"]].index("pairing.request")
    return [
        header,
        *([*item[:-1], {"a": 1}] if item[0:1] == [number] else item for item in rest[:-1]),
        rest[-1],
    ]


@pytest.mark.parametrize(
    ("spoil", "begun"),
    [
        (without_members, []),
        (without_members, ["init"]),
        (with_a_map_for_a_day, []),
        (with_a_seal_that_is_none, []),
    ],
    ids=["nothing there", "after init", "a value of another type", "an envelope that is none"],
)
def test_rows_that_do_not_fit_leave_the_database_as_empty_as_before(
    spoil: Any, begun: list[str], lived: Installation, empty: Installation, copy: Path
) -> None:
    for command in begun:
        assert empty.offramp(command).returncode == 0
    own = key.pair(Code.read(lived.words))
    write_again(copy, own, spoil(items_of(copy, own)))

    assert_refused("does not fit into the tables", empty, copy, lived.words)


def test_a_clock_that_is_behind_the_backup_is_told(
    lived: Installation, empty: Installation, copy: Path
) -> None:
    own = key.pair(Code.read(lived.words))
    header, *rest = items_of(copy, own)
    write_again(copy, own, [{**header, "day": header["day"] + timedelta(days=400)}, *rest])

    assert_refused("set the clock first", empty, copy, lived.words)


def test_the_old_words_open_the_old_copies(lived: Installation, empty: Installation, copy: Path) -> None:
    old = lived.words
    try:
        lived.draw_code()
        assert lived.words != old
        assert empty.restore(copy, old).returncode == 0
    finally:
        shutil.rmtree(lived.backups)  # the others need the words that fit their copy
        lived.backups.mkdir()
        lived.draw_code()
        lived.backup()


def test_before_an_upgrade_the_new_code_backs_up_what_the_old_one_left(
    lived: Installation, empty: Installation, tmp_path: Path
) -> None:
    shutil.copy(lived.folder / "offramp.sqlite3", empty.folder)
    empty.ask("go_back", "upkeep", "zero")
    assert "upkeep_chore" not in tables(empty)
    words = empty.draw_code()

    copy = empty.backup()

    header, *_ = items_of(copy, key.pair(Code.read(words)))
    assert "upkeep" not in {room for room, _ in header["migrations"]}
    after = installations.new(tmp_path / "after")
    assert after.restore(copy, words).returncode == 0
    assert "upkeep_chore" in tables(after)


def test_at_a_terminal_the_words_are_asked_again_and_do_not_stay_on_the_screen(
    lived: Installation, empty: Installation, copy: Path
) -> None:
    screen, keyboard = pty.openpty()
    with subprocess.Popen(
        [OFFRAMP, "restore", str(copy)],
        env=empty.environment,
        cwd=empty.folder,
        stdin=keyboard,
        stdout=keyboard,
        stderr=keyboard,
    ) as restore:
        os.close(keyboard)
        os.write(screen, f"{lived.words}q\n{lived.words}\nyes\n".encode())
        seen = "".join(what_is_shown(screen))
    assert restore.returncode == 0, seen
    assert "q” is no word of a code: " in seen
    assert seen.count("\x1b[A\x1b[2K") == 2
    assert "Type yes to go on: " in seen
    assert tables(empty)["people_member"] == 5


def what_is_shown(screen: int) -> Iterator[str]:
    with suppress(OSError):  # how a terminal says that nobody writes to it any more
        while shown := os.read(screen, 4096):
            yield shown.decode(errors="replace")


def test_without_a_yes_nothing_comes_in(lived: Installation, empty: Installation, copy: Path) -> None:
    said = empty.offramp("restore", str(copy), words=f"{lived.words}\nno\n")

    assert said.returncode == 2
    assert "A backup of " in said.stdout
    assert said.stderr == "offramp: nothing was brought in.\n"
    assert tables(empty) == {}


def test_a_campaign_that_is_gone_comes_back(
    lived: Installation, empty: Installation, copy: Path, tmp_path: Path
) -> None:
    campaign = tmp_path / "campaign"

    said = empty.offramp("restore", str(copy), "--yes", words=lived.words, OFFRAMP_CAMPAIGN=str(campaign))

    assert said.returncode == 0, said.stderr
    assert f"The campaign's files are in {campaign} again." in said.stdout
    assert texts(campaign) == texts(Path(lived.environment["OFFRAMP_CAMPAIGN"]))


def test_a_campaign_that_was_edited_stays_and_the_old_one_lies_beside(
    lived: Installation, empty: Installation, copy: Path, tmp_path: Path
) -> None:
    campaign = tmp_path / "campaign"
    shutil.copytree(lived.environment["OFFRAMP_CAMPAIGN"], campaign)
    (campaign / "README.md").write_text("Ours.")
    empty.backups.mkdir()

    said = empty.offramp("restore", str(copy), "--yes", words=lived.words, OFFRAMP_CAMPAIGN=str(campaign))

    assert said.returncode == 0, said.stderr
    assert (campaign / "README.md").read_text() == "Ours."
    [beside] = empty.backups.iterdir()
    assert str(beside) in said.stdout
    assert texts(beside) == texts(Path(lived.environment["OFFRAMP_CAMPAIGN"]))


def texts(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
