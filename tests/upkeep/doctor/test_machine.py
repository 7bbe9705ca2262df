"""`offramp doctor`: disks, clock, memory, and the program that runs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from offramp.upkeep import clock as guard
from offramp.upkeep import serve
from offramp.upkeep.doctor import serving
from offramp.upkeep.doctor.inside import clock, memory, package, space
from offramp.upkeep.doctor.serving import Serving
from tests.upkeep.doctor.findings import ADVICE, BROKEN, GOOD, the_one

SAFE = Serving(began=2e9, may_dump=False, may_swap=False)
only_root_mounts = pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")


@contextmanager
def small_disk(folder: Path, options: str) -> Iterator[Path]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "offramp-test", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@only_root_mounts
@pytest.mark.parametrize(("size", "level"), [("150m", BROKEN), ("900m", ADVICE), ("1100m", GOOD)])
def test_a_disk_that_fills_up_is_found(size: str, level: int, tmp_path: Path) -> None:
    with small_disk(tmp_path, f"size={size}") as folder:
        finding = the_one(space.disks([folder / "not there", folder]))

    assert finding.level == level
    assert level == GOOD or f"$ du -xh {tmp_path} | sort -h | tail -20" in finding.mend


@only_root_mounts
@pytest.mark.parametrize(("files", "level"), [(500, BROKEN), (5000, ADVICE)])
def test_a_disk_without_room_for_names_is_found(files: int, level: int, tmp_path: Path) -> None:
    with small_disk(tmp_path, f"size=2g,nr_inodes={files}") as folder:
        assert the_one(space.disk(folder)).level == level


def test_each_disk_is_looked_at_once(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("database", "backups")]
    for folder in folders:
        folder.mkdir()

    assert str(folders[0]) in the_one(space.disks(folders)).what


def test_a_clock_before_the_release_is_found() -> None:
    assert the_one(clock.release(guard.RELEASED_ON - timedelta(days=1))).level == BROKEN
    assert the_one(clock.release(guard.RELEASED_ON)).level == GOOD


@pytest.mark.parametrize(
    ("script", "level"), [("echo yes", GOOD), ("echo no", ADVICE), ("exit 1", GOOD), (None, GOOD)]
)
def test_a_clock_that_nobody_sets_is_found(
    script: str | None, level: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin" if script else str(tmp_path))
    if script:
        (tmp_path / "timedatectl").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "timedatectl").chmod(0o755)

    assert the_one(clock.synchronized()).level == level


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A list of swaps as the kernel writes it, with one file on it."""
    path = tmp_path / "swaps"
    (tmp_path / "swapfile").touch()
    path.write_text(f"Filename\tType\tSize\tUsed\tPriority\n{tmp_path}/swapfile\tfile\t1000\t0\t-2\n")
    return path


def test_memory_that_goes_to_an_open_disk_is_found(table: Path, tmp_path: Path) -> None:
    found = memory.swap(list, table=table, devices=tmp_path / "devices")

    finding = the_one(found)
    assert finding.level == ADVICE
    assert f"$ swapoff {tmp_path}/swapfile\n" in finding.mend


def test_a_disk_that_is_encrypted_somewhere_below_is_well(table: Path, tmp_path: Path) -> None:
    number = (tmp_path / "swapfile").stat().st_dev
    device = tmp_path / "devices" / f"{os.major(number)}:{os.minor(number)}"
    below = device / "slaves" / "dm-0"
    (below / "dm").mkdir(parents=True)
    (device / "dm").mkdir()
    (device / "dm" / "uuid").write_text("LVM-something\n")
    (below / "dm" / "uuid").write_text("CRYPT-LUKS2-something\n")

    assert the_one(memory.swap(list, table=table, devices=tmp_path / "devices")).level == GOOD


def test_a_service_that_may_not_swap_is_well_on_any_machine(table: Path, tmp_path: Path) -> None:
    assert the_one(memory.swap(lambda: [SAFE], table=table, devices=tmp_path)).level == GOOD


@pytest.mark.parametrize("serving", [[], [SAFE]])
def test_a_server_that_leaves_no_core_is_well(serving: list[Serving]) -> None:
    assert the_one(memory.dumps(lambda: serving)).level == GOOD


def test_a_server_that_may_leave_a_core_is_found() -> None:
    dumping = Serving(began=2e9, may_dump=True, may_swap=False)

    assert the_one(memory.dumps(lambda: [SAFE, dumping])).level == ADVICE


@pytest.mark.parametrize("core", ["0", "unlimited"])
def test_the_limits_of_a_running_server_are_read_from_the_system(core: str, tmp_path: Path) -> None:
    wait = "import time; print(flush=True); time.sleep(60)"
    command = [sys.executable, "-c", wait, serving.APPLICATION.decode()]
    limited = ["sh", "-c", f'ulimit -S -c {core} && exec "$@"', "sh", *command]
    with subprocess.Popen(limited, stdout=subprocess.PIPE) as running:
        assert running.stdout
        running.stdout.readline()
        only_this = tmp_path / "processes"
        only_this.mkdir()
        (only_this / "stat").symlink_to("/proc/stat")
        (only_this / str(running.pid)).symlink_to(f"/proc/{running.pid}")
        [seen] = serving.servers(only_this)
        running.kill()

    assert seen.may_dump == (core != "0")
    assert abs(seen.began - Path(__file__).stat().st_atime) < 1e9


def test_a_group_that_may_not_swap_is_seen(tmp_path: Path) -> None:
    folder, groups = tmp_path / "processes" / "7", tmp_path / "groups"
    folder.mkdir(parents=True)
    (tmp_path / "processes" / "stat").write_text("cpu 1\nbtime 1000\n")
    command = [sys.executable.encode(), b"-m", b"granian", serving.APPLICATION, b""]
    (folder / "cmdline").write_bytes(b"\0".join(command))
    (folder / "stat").write_text(f"7 (a (name)) S {' '.join(['0'] * 18)} 500 0 0")
    (folder / "limits").write_text("Max core file size        0           0           bytes\n")
    (folder / "cgroup").write_text("0::/system.slice/offramp.service\n")
    group = groups / "system.slice" / "offramp.service"
    group.mkdir(parents=True)
    (group / "memory.swap.max").write_text("0\n")

    [seen] = serving.servers(tmp_path / "processes", groups)

    assert seen == Serving(began=1005.0, may_dump=False, may_swap=False)


def test_a_server_older_than_what_is_installed_is_found(tmp_path: Path) -> None:
    (tmp_path / "campaign.toml").touch()
    long_ago = Serving(began=1e9, may_dump=False, may_swap=False)
    sources = {"the program": [], "the campaign": [tmp_path / "campaign.toml"]}

    finding = the_one(package.running([long_ago, SAFE], sources))

    assert (finding.level, finding.mend) == (ADVICE, "$ systemctl restart offramp")
    assert "the campaign changed afterwards" in finding.what
    assert the_one(package.running([SAFE], sources)).level == GOOD
    assert list(package.running([], sources)) == []


def test_files_that_were_not_built_are_missed(tmp_path: Path) -> None:
    assert the_one(package.static(tmp_path)).level == BROKEN
    assert the_one(package.static(Path(settings.STATIC_ROOT))).level == GOOD
    assert the_one(package.translations(lambda: [tmp_path / "django.po"])).level == BROKEN
    assert the_one(package.translations(serve.translations)).level == GOOD
