"""Copies in a folder: whole or not there, one at a time, gone when their days are over."""

import errno
import os
import stat
from datetime import date
from pathlib import Path

import pytest

from offramp.upkeep.backup import copies
from offramp.upkeep.backup.copies import UNFINISHED
from offramp.upkeep.refusal import Refused

TODAY = date(2026, 11, 24)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_gets_its_name_at_the_end(tmp_path: Path) -> None:
    for _ in range(3):
        with copies.begin(tmp_path) as file:
            file.write(b"all of it")
            assert UNFINISHED in names(tmp_path)
            copies.keep(tmp_path, on=TODAY)

    assert names(tmp_path) == [
        "offramp-2026-11-24-2.backup",
        "offramp-2026-11-24-3.backup",
        "offramp-2026-11-24.backup",
    ]
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"all of it"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_nothing_is_left_of_one_that_failed(tmp_path: Path) -> None:
    def begin_and_fail() -> None:
        with copies.begin(tmp_path) as file:
            file.write(b"half of it")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        begin_and_fail()

    assert names(tmp_path) == []


def test_what_a_kill_left_behind_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / UNFINISHED).write_bytes(b"much longer than the next one")
    (tmp_path / UNFINISHED).chmod(0o644)

    with copies.begin(tmp_path) as file:
        file.write(b"all of it")
        copies.keep(tmp_path, on=TODAY)

    [copy] = tmp_path.iterdir()
    assert copy.read_bytes() == b"all of it"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_two_at_once_are_one(tmp_path: Path) -> None:
    with copies.begin(tmp_path) as file:
        with pytest.raises(Refused, match="another backup is being written"), copies.begin(tmp_path):
            pass
        file.write(b"all of it")
        copies.keep(tmp_path, on=TODAY)
        with copies.begin(tmp_path):  # the name is free again, before the first lets go of its copy
            pass

    assert (tmp_path / "offramp-2026-11-24.backup").read_bytes() == b"all of it"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "no room is left"),
        (errno.EDQUOT, "no room is left"),
        (errno.EROFS, "may not be written by the account"),
        (errno.EIO, "cannot be written: Input/output error"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(number: int, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=sentence), copies.begin(tmp_path):
        raise OSError(number, os.strerror(number))

    assert names(tmp_path) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="there is no folder"), copies.begin(tmp_path / "nowhere"):
        pass


def test_a_link_in_the_place_of_the_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / UNFINISHED).symlink_to(tmp_path / "precious")

    with pytest.raises(Refused), copies.begin(tmp_path):
        pass

    assert (tmp_path / "precious").read_bytes() == b"precious"


def test_copies_go_on_their_day_and_nothing_else_does(tmp_path: Path) -> None:
    stay = [
        "offramp-2026-11-18.backup",
        "offramp-2026-11-24-2.backup",
        "offramp-2026-11-40.backup",
        "offramp-2025-01-01.backup.txt",
        "my-offramp-2025-01-01.backup",
        "key.pub",
    ]
    go = ["offramp-2026-11-17.backup", "offramp-2026-11-17-12.backup", "offramp-2025-01-01.backup"]
    for name in stay + go:
        (tmp_path / name).touch()

    assert copies.forget_old(tmp_path, days=7, on=TODAY) == 3

    assert names(tmp_path) == sorted(stay)


def test_a_day_that_has_not_come_yet_is_doubted(tmp_path: Path) -> None:
    (tmp_path / "offramp-2026-11-25.backup").touch()  # it is tomorrow already somewhere
    copies.check_days(tmp_path, on=TODAY)
    (tmp_path / "offramp-2027-11-24.backup").touch()

    with pytest.raises(Refused, match=r"2027-11-24\.backup is of a day that has not come yet"):
        copies.check_days(tmp_path, on=TODAY)
