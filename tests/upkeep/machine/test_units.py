"""The units, as `offramp service show` writes them, judged by systemd itself."""

import re
import subprocess
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from offramp.upkeep.machine import units
from tests.upkeep.console import offramp, surroundings

WORK = [units.WEB, *(chore.unit for chore in units.CHORES)]
DATABASES = {
    "a file": "sqlite:////var/lib/offramp/offramp.sqlite3",
    "a file elsewhere": "sqlite:////srv/a disk 100%25/offramp.sqlite3",
    "a socket": "postgres://%2Frun%2Fpostgresql/offramp",
    "this machine": "postgres://offramp:secret@localhost/offramp",
    "another machine": "postgres://offramp:secret@10.0.0.7/offramp",
    "another machine by name": "postgres://offramp:secret@db.example.org/offramp?hostaddr=10.0.0.7",
}


@pytest.fixture(scope="module", params=DATABASES)
def database(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def shown(database: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return show(tmp_path_factory.mktemp("units"), DATABASE_URL=DATABASES[database])


def test_systemd_finds_nothing_wrong(shown: Path) -> None:
    found = sorted(str(path) for path in shown.iterdir())

    answer = analyze("verify", "--man=no", "--recursive-errors=no", *found)

    assert (answer.returncode, answer.stderr) == (0, "")
    assert len(found) == 9


def test_each_program_is_as_confined_as_promised(database: str, shown: Path) -> None:
    """At most 2.0, with what bubblewrap needs; a tenth more where another machine has to be reached."""
    limit = 21 if database.startswith("another machine") else 20
    found = [str(shown / unit) for unit in WORK]

    answer = analyze("security", "--offline=true", f"--threshold={limit}", "--no-pager", *found)

    assert answer.returncode == 0, answer.stdout
    assert answer.stdout.count("Overall exposure level") == len(WORK)


def test_no_memory_reaches_a_disk(shown: Path) -> None:
    for unit in WORK:
        assert {"LimitCORE=0", "MemorySwapMax=0", "UMask=0077"} <= set(
            (shown / unit).read_text().splitlines()
        )


def test_over_a_file_the_chores_have_no_network_at_all(tmp_path: Path) -> None:
    folder = show(tmp_path, DATABASE_URL=DATABASES["a file"])

    assert reach(folder / "offramp-purge.service") == [
        "PrivateNetwork=yes",
        "RestrictAddressFamilies=AF_UNIX",
    ]
    assert reach(folder / "offramp-backup.service") == reach(folder / "offramp-purge.service")
    assert reach(folder / units.WEB)[:2] == ["IPAddressDeny=any", "IPAddressAllow=localhost"]


def test_a_database_elsewhere_is_all_that_can_be_reached_besides(tmp_path: Path) -> None:
    folder = show(tmp_path, DATABASE_URL=DATABASES["another machine"])

    for unit in ("offramp-purge.service", "offramp-backup.service", units.WEB):
        assert reach(folder / unit)[:2] == ["IPAddressDeny=any", "IPAddressAllow=localhost 10.0.0.7"]


def test_the_mail_server_is_found_wherever_it_moves(tmp_path: Path) -> None:
    folder = show(tmp_path)

    for unit in ("offramp-notify.service", "offramp-mail.service"):
        assert reach(folder / unit) == ["RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK"]


def test_a_database_by_name_alone_is_refused(tmp_path: Path) -> None:
    environment = surroundings(tmp_path, DATABASE_URL="postgres://offramp:secret@db.example.org/offramp")

    answer = offramp("service", "show", str(tmp_path / "shown"), environment=environment)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(
        "offramp: DATABASE_URL names the machine of the database, “db.example.org”."
    )
    assert "secret" not in answer.stderr
    assert not (tmp_path / "shown").exists()


def test_only_the_backup_and_the_purge_may_touch_backups(tmp_path: Path) -> None:
    folder = show(tmp_path, OFFRAMP_BACKUPS="/mnt/another disk")

    for unit in WORK:
        text = (folder / unit).read_text()
        keeps_backups = unit in ("offramp-backup.service", "offramp-purge.service")
        assert ('ReadWritePaths="/mnt/another disk"' in text) == keeps_backups
        assert ('InaccessiblePaths="-/mnt/another disk"' in text) != keeps_backups


def test_a_backup_waits_for_the_purge_of_its_night(tmp_path: Path) -> None:
    folder = show(tmp_path)

    hours = {chore.name: (folder / chore.timer).read_text() for chore in units.CHORES}
    times = {name: re.search(r"OnCalendar=\*-\*-\* (\S+)", text) for name, text in hours.items()}
    assert {name: time and time[1] for name, time in times.items()} == {
        "purge": "03:10",
        "backup": "03:40",
        "notify": "08:00",
        "mail": "*:*",
    }
    assert (
        "After=network-online.target postgresql.service offramp-purge.service\n"
        in (folder / "offramp-backup.service").read_text()
    )


def test_a_mail_that_some_have_had_is_not_sent_again(tmp_path: Path) -> None:
    folder = show(tmp_path)

    again = {chore.name for chore in units.CHORES if "Restart=" in (folder / chore.unit).read_text()}
    assert again == {"purge", "backup"}


def test_what_runs_each_minute_does_not_fill_the_log(tmp_path: Path) -> None:
    folder = show(tmp_path)

    quiet = {chore.name for chore in units.CHORES if "LogLevelMax=" in (folder / chore.unit).read_text()}
    assert quiet == {"mail"}


def show(folder: Path, **settings: str) -> Path:
    """Where the units are, after showing everything below the folder."""
    environment = surroundings(folder, DATABASE_URL=DATABASES["a file"]) | settings
    answer = offramp("service", "show", str(folder / "shown"), environment=environment)
    assert answer.returncode == 0, answer.stderr
    return folder / "shown/etc/systemd/system"


def analyze(*words: str) -> CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, check=False)


def reach(unit: Path) -> list[str]:
    return re.findall(r"^(?:PrivateNetwork|IPAddress|RestrictAddress).*", unit.read_text(), re.MULTILINE)
