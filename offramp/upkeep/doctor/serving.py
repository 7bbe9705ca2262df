"""The server as this machine sees it run: since when, and under which limits."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from os import sysconf
from pathlib import Path

APPLICATION = b"offramp.config.asgi:application"
PROCESSES = Path("/proc")
GROUPS = Path("/sys/fs/cgroup")


@dataclass(frozen=True)
class Serving:
    began: float  # seconds since 1970
    may_dump: bool  # leave its memory in a file when it breaks
    may_swap: bool


def servers(processes: Path = PROCESSES, groups: Path = GROUPS) -> list[Serving]:
    """Every one of ours that can be seen from here; in a container of its own none is."""
    return list(_seen(processes, groups))


def _seen(processes: Path, groups: Path) -> Iterator[Serving]:
    booted = next(
        int(line.split()[1]) for line in (processes / "stat").read_text().splitlines() if "btime" in line
    )
    for folder in processes.glob("[0-9]*"):
        # Processes end while one looks, and some may not be looked at.
        with suppress(FileNotFoundError, PermissionError, ProcessLookupError):
            if is_ours((folder / "cmdline").read_bytes().split(b"\0")):
                yield Serving(booted + _age(folder), _may_dump(folder), _may_swap(folder, groups))


def is_ours(words: list[bytes]) -> bool:
    """Whether a process was begun as “offramp serve” begins it, by this installation."""
    return words[0] == sys.executable.encode() and APPLICATION in words


def _age(folder: Path) -> float:
    """Seconds from the start of the machine to that of the process."""
    # The name stands in brackets and may contain anything; the 22nd field is the 20th after it.
    return int((folder / "stat").read_text().rpartition(")")[2].split()[19]) / sysconf("SC_CLK_TCK")


def _may_dump(folder: Path) -> bool:
    lines = (folder / "limits").read_text().splitlines()
    return not any(line.startswith("Max core file size") and line.split()[4] == "0" for line in lines)


def _may_swap(folder: Path, groups: Path) -> bool:
    group = (folder / "cgroup").read_text().rpartition("0::")[2].strip().lstrip("/")
    limit = groups / group / "memory.swap.max"
    return not (limit.exists() and limit.read_text().strip() == "0")
