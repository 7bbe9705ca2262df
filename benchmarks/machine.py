"""What the machine spends, read from /proc, and what kind of machine it is."""

import os
import platform
import re
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PROC = Path("/proc")


def family(pid: int) -> list[int]:
    """granian's first process and all below it."""
    below = (PROC / str(pid) / "task" / str(pid) / "children").read_text().split()
    return [pid, *(one for child in below for one in family(int(child)))]


def seconds_spent(pid: int) -> float:
    """Processor time of the whole family; the database's own processes are not in it."""
    ticks = 0
    for one in family(pid):
        fields = (PROC / str(one) / "stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / TICKS


def memory(pid: int) -> float:
    """MiB of proportional set size: what is shared with other processes counts by its share."""
    lines = "".join((PROC / str(one) / "smaps_rollup").read_text() for one in family(pid))
    return sum(int(kilobytes) for kilobytes in re.findall(r"^Pss:\s+(\d+)", lines, re.MULTILINE)) / 1024


def description() -> str:
    model = re.search(r"model name\s*: (.+)", (PROC / "cpuinfo").read_text())
    total = re.search(r"MemTotal:\s+(\d+)", (PROC / "meminfo").read_text())
    load, _, _ = os.getloadavg()
    return ", ".join(
        [
            model[1] if model else platform.machine(),
            f"{os.cpu_count()} cores shared with the clients",
            f"{int(total[1]) // 1024**2 if total else '?'} GiB",
            f"Linux {platform.release()}",
            f"Python {platform.python_version()}",
            f"load {load:.1f} before it began",
        ]
    )
