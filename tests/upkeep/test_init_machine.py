"""`offramp init` as root: an account of its own, folders that only it reads, nothing of root's in them."""

import stat
from pathlib import Path

import pytest

from tests.upkeep.machines import offramp, on_a_machine, only_root

pytestmark = only_root

WORDS = ("init", "--yes", "--origin=https://help.example.org", "--contact=desk@example.org")
LOOK = "cd / && find etc/offramp var/lib/offramp -printf '%p %M %u:%g\\n' | sort"


def owners(folder: Path) -> list[str]:
    """Every file that was made outside of the campaign's copy, with its mode and owners."""
    told = on_a_machine(folder, "sh", "-c", LOOK).stdout.splitlines()
    return [line for line in told if "/campaign/" not in line]


EXPECTED = [
    "etc/offramp drwxr-x--- root:offramp",
    "etc/offramp/campaign drwxr-xr-x root:root",
    "etc/offramp/offramp.env -rw-r----- root:offramp",
    "var/lib/offramp drwx------ offramp:offramp",
    "var/lib/offramp/backups drwx------ offramp:offramp",
    "var/lib/offramp/backups/key.pub -rw------- offramp:offramp",
    "var/lib/offramp/offramp.sqlite3 -rw------- offramp:offramp",
]


def test_everything_belongs_to_whom_it_should(tmp_path: Path) -> None:
    answer = offramp(tmp_path, *WORDS)

    assert owners(tmp_path) == EXPECTED
    assert answer.stdout.endswith("\n    offramp service install\n\n")
    account = on_a_machine(tmp_path, "getent", "passwd", "offramp").stdout
    assert account.rstrip().endswith(":/var/lib/offramp:/usr/sbin/nologin")


def test_what_root_types_later_leaves_nothing_of_roots(tmp_path: Path) -> None:
    offramp(tmp_path, *WORDS)

    purged = offramp(tmp_path, "purge").stdout
    again = offramp(tmp_path, *WORDS).stdout

    assert "Cases burned: 0\n" in purged
    assert again.startswith("/etc/offramp/offramp.env is there already, and is left as it is.")
    assert owners(tmp_path) == EXPECTED


def test_campaign_files_can_be_read_by_the_program_however_they_were_kept(tmp_path: Path) -> None:
    offramp(tmp_path, *WORDS, more="umask 077")

    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "etc/offramp/campaign").rglob("*")}
    assert modes == {0o755, 0o644}
    assert owners(tmp_path) == EXPECTED


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            "mount -t tmpfs -o size=100m tmpfs /var/lib",
            "the disk that holds /var/lib has 105 MB left; Offramp needs 200 MB to begin with.",
        ),
        ("mount -t tmpfs -o ro tmpfs /var/lib", "you may not write into /var/lib."),
        ("touch /var/lib/offramp", "/var/lib/offramp is a file, and a folder is needed there."),
        ("chmod 700 /opt", "Offramp or its Python lies in /opt, where the service may not look."),
    ],
    ids=["no disk", "a disk that cannot be written", "a file in the way", "a program nobody else sees"],
)
def test_what_no_answer_could_mend_is_said_first(more: str, sentence: str, tmp_path: Path) -> None:
    answer = offramp(tmp_path, *WORDS, more=more, check=False)

    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"offramp: {sentence}")
    assert answer.stderr.endswith("Nothing was made.\n")
    assert not (tmp_path / "etc" / "offramp").exists()


def test_the_file_is_kept_where_the_service_may_write(tmp_path: Path) -> None:
    answer = offramp(tmp_path, *WORDS, "--database=sqlite:////srv/offramp.sqlite3", check=False)

    assert answer.returncode == 2
    assert "--database: here the file is in /var/lib/offramp, where the service may write." in answer.stderr
