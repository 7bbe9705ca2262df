"""`offramp upgrade`: to another version with data in place, or not at all."""

import http.client
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from offramp.upkeep.upgrade import environments
from tests.browser.servers import free_port
from tests.environment import ROOT
from tests.upkeep import packages
from tests.upkeep.console import offramp, surroundings
from tests.upkeep.test_package import page

CHANGING = ("upkeep_chore", "sqlite_sequence")
JOURNAL = "offramp/journal/migrations"
GROWS = """
from django.db import migrations

def fail(apps, schema_editor):
    raise ValueError("This migration was made to fail.")

class Migration(migrations.Migration):
    dependencies = [("journal", "{last}")]
    operations = [migrations.RunSQL("CREATE TABLE a_newer_table (id integer)"), {more}]
"""


@dataclass(frozen=True)
class Wheels:
    today: Path
    newer: Path
    broken: Path
    libraries: Path


@dataclass(frozen=True)
class Installed:
    """One version in an environment of its own, set up in a folder, without a service."""

    folder: Path
    surroundings: dict[str, str]

    @property
    def home(self) -> Path:
        return self.folder / "home"

    def offramp(self, *words: str, version: str = "") -> CompletedProcess[str]:
        command = self.folder / f"offramp{version and '-'}{version}" / "bin" / "offramp"
        return subprocess.run(
            [str(command), *words],
            env=self.surroundings,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )

    def environments(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("offramp*"))

    def stored(self) -> list[str]:
        """Every statement that would make this database again, less the days of its chores."""
        with closing(sqlite3.connect(self.home / "offramp.sqlite3")) as database:
            return [line for line in database.iterdump() if not set(CHANGING) & set(line.split('"'))]


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Wheels:
    """Today's code, and two later versions of it of which one cannot be migrated to."""
    folder = tmp_path_factory.mktemp("wheels")
    source = packages.copy_source(folder / "source")
    today = packages.build(source, folder, tools=packages.build_tools(folder / "tools"))
    return Wheels(
        today=today,
        newer=packages.later(today, "9.1.0", migration("")),
        broken=packages.later(today, "9.2.0", migration("migrations.RunPython(fail)")),
        libraries=packages.libraries(folder / "libraries"),
    )


def migration(more: str) -> dict[str, str]:
    last = max(path.stem for path in (ROOT / JOURNAL).glob("0*.py"))
    return {f"{JOURNAL}/9000_newer.py": GROWS.format(last=last, more=more)}


@pytest.fixture(scope="module")
def installed(wheels: Wheels, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """One for all, since each test leaves it as it was; the last one upgrades it."""
    folder = tmp_path_factory.mktemp("installed")
    packages.install(wheels.today, folder / "offramp")
    surroundings = {
        "PATH": str(folder / "programs"),
        "PYTHONPATH": str(wheels.libraries),
        "PIP_NO_INDEX": "1",  # nothing is fetched from elsewhere
        "PIP_NO_DEPS": "1",  # what it stands on is in PYTHONPATH
        "PIP_NO_COMPILE": "1",  # a command or two is all that an environment lives for
        "OFFRAMP_SETTINGS": str(folder / "home" / "offramp.env"),
    }
    made = Installed(folder, surroundings)
    answers = ["--origin=https://help.example.org", "--contact=hello@example.org"]
    answer = made.offramp("init", "--yes", f"--folder={made.home}", *answers)
    assert answer.returncode == 0, answer.stderr
    return made


def test_a_migration_that_fails_leaves_the_old_version_answering(
    installed: Installed, wheels: Wheels
) -> None:
    with a_unit(Path(installed.surroundings["PATH"])) as asked, serving(installed) as port:
        assert "<html" in page(port, "/")
        before = installed.stored()

        answer = installed.offramp("upgrade", str(wheels.broken))

        assert answer.returncode == 2
        assert "Nothing in it was changed: it is as it was before" in answer.stderr
        assert answer.stderr.endswith("The version that runs was left as it is.\n")
        assert status(port) == 200
        assert asked.read_text().split() == ["cat", "is-active", "stop", "start"]
    assert installed.stored() == before
    assert installed.environments() == ["offramp"]
    assert installed.offramp("upgrade").stdout == "The database is up to date; there is nothing to do.\n"


@contextmanager
def a_unit(folder: Path) -> Iterator[Path]:
    """A systemctl that says yes to everything, and writes down what it was asked."""
    folder.mkdir()
    (folder / "systemctl").write_text(f'#!/bin/sh\necho "$1" >> "{folder}/asked"\n')
    (folder / "systemctl").chmod(0o755)
    try:
        yield folder / "asked"
    finally:
        shutil.rmtree(folder)


@contextmanager
def serving(installed: Installed) -> Iterator[int]:
    port = free_port()
    command = [str(installed.folder / "offramp" / "bin" / "offramp"), "serve", f"--port={port}"]
    changed = {"OFFRAMP_ORIGIN": f"http://localhost:{port}"}
    with subprocess.Popen(command, env=installed.surroundings | changed) as server:
        try:
            yield port
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=20)


def status(port: int) -> int:
    connection = http.client.HTTPConnection("localhost", port, timeout=20)
    with closing(connection):
        connection.request("GET", "/")
        return connection.getresponse().status


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("tomorrow", "“tomorrow” is neither “newest”, nor a version such as 0.2.0, nor the path of a wheel."),
        ("--9", "“--9” is neither “newest”, nor a version"),
        (
            "nowhere/offramp-9.9.9-py3-none-any.whl",
            "there is no file nowhere/offramp-9.9.9-py3-none-any.whl.",
        ),
        ("9.9.9", "“9.9.9” could not be fetched: "),
        ("newest", "“newest” could not be fetched: "),
    ],
)
def test_what_cannot_be_had_changes_nothing(what: str, sentence: str, installed: Installed) -> None:
    answer = installed.offramp("upgrade", "--", what)

    assert answer.returncode == 2
    assert answer.stderr.startswith(f"offramp: {sentence}")
    assert answer.stderr.count("\n") == 1
    assert installed.environments() == ["offramp"]


def test_to_a_newer_version_after_a_backup_and_not_back(installed: Installed, wheels: Wheels) -> None:
    before, kept = installed.stored(), backups(installed)
    key = installed.home / "backups" / "key.pub"
    key.rename(installed.home / "key.pub")
    assert "key.pub is missing" in installed.offramp("upgrade", str(wheels.newer)).stderr
    assert (installed.stored(), installed.environments()) == (before, ["offramp"])
    (installed.home / "key.pub").rename(key)

    answer = installed.offramp("upgrade", str(wheels.newer))

    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.endswith("This is Offramp 9.1.0 now.\n")
    assert installed.environments() == ["offramp", "offramp-9.1.0"]
    new = set(installed.stored()) - set(before)
    assert "CREATE TABLE a_newer_table (id integer);" in new
    assert set(before) - set(installed.stored()) == set()
    assert len(backups(installed) - kept) == 1  # what was kept first

    assert installed.offramp("upgrade", version="9.1.0").stdout.startswith("The database is up to date")
    again = installed.offramp("upgrade", str(wheels.newer), version="9.1.0")
    assert (again.returncode, again.stderr) == (2, "offramp: Offramp 9.1.0 is what runs already.\n")
    for words in (["serve"], ["init"], ["upgrade"]):
        refused = installed.offramp(*words)
        assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
        assert refused.stderr.startswith("offramp: the database was made by a newer version of Offramp")
    back = installed.offramp("upgrade", str(wheels.today), version="9.1.0")
    assert back.returncode == 2
    assert "offramp: the database was made by a newer version of Offramp" in back.stderr
    assert "offramp: the new version would not run here" in back.stderr
    assert "offramp-9.1.0" in installed.environments()


def backups(installed: Installed) -> set[str]:
    return {path.name for path in (installed.home / "backups").iterdir()}


def test_a_checkout_is_upgraded_by_git(tmp_path: Path) -> None:
    answer = offramp("upgrade", "newest", environment=surroundings(tmp_path))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("offramp: this is a checkout: “git pull” and “make setup”, then ")


def test_an_empty_database_is_not_upgraded(tmp_path: Path) -> None:
    answer = offramp("upgrade", environment=surroundings(tmp_path))

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "offramp: the database is empty; “offramp init” prepares it.\n"
    assert list(tmp_path.iterdir()) == []


def test_the_command_means_the_new_environment_in_one_step(tmp_path: Path) -> None:
    old, new, link = tmp_path / "offramp", tmp_path / "offramp-9.1.0", tmp_path / "link"
    link.symlink_to(old / "bin" / "offramp")

    assert environments.switch(old=old, new=new, link=link)
    assert link.readlink() == new / "bin" / "offramp"
    assert not environments.switch(old=old, new=new, link=link)
    assert sorted(tmp_path.iterdir()) == [link]


def test_only_environments_of_upgrades_are_removed(tmp_path: Path) -> None:
    names = ["offramp", "offramp-9.0.0", "offramp-9.1.0", "offramp-9.2.0", "offramp-notes", "other-1.0"]
    for name in names:
        (tmp_path / name / "bin").mkdir(parents=True)
        (tmp_path / name / "bin" / "offramp").touch()
        (tmp_path / name / "pyvenv.cfg").touch()
    (tmp_path / "offramp-8.0.0").mkdir()

    environments.remove_others(tmp_path / "offramp-9.2.0", tmp_path / "offramp-9.1.0")

    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["offramp-8.0.0", "offramp-9.1.0", "offramp-9.2.0", "offramp-notes", "other-1.0"]
