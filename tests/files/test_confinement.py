"""The walls hold, seen from inside; the house never parses a stranger's file; nothing is left behind."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from offramp.files import confinement, examination, limits
from offramp.files.exchange import TooMuchSaid, exchange
from offramp.files.frames import Tag, frame
from offramp.files.refusals import NotConfined, TookTooLong
from tests.environment import ROOT
from tests.files import pictures

# Tried before the lock and after it: bubblewrap alone must hold these, the list of system calls the others.
OUTSIDE = {
    "reads a password": "open('/etc/passwd')",
    "reads our settings": f"open({str(ROOT / 'offramp' / 'config' / 'settings.py')!r})",
    "reads a process": "os.listdir('/proc')",
    "writes at the root": "open('/x', 'w')",
    "writes for a moment": "open('/tmp/x', 'w')",
    "writes into shared memory": "open('/dev/shm/x', 'w')",
    "writes into a library": f"open({str(Path(os.__file__).with_name('x'))!r}, 'w')",
    "makes a folder": "os.mkdir('/x')",
    "calls another machine": "socket.create_connection(('192.0.2.1', 80), 2)",
    "calls this machine": "socket.create_connection(('127.0.0.1', 80), 2)",
    "mounts": "sys.exit() if ctypes.CDLL(None).mount(b'x', b'/', b'tmpfs', 0, None) == 0 else open('/x/x')",
}
LOCKED_OUT = {
    "opens a socket": "socket.socket()",
    "opens a local socket": "socket.socketpair()",
    "starts a process": "os.fork()",
    "starts a program": "os.execv(sys.executable, [sys.executable, '-c', ''])",
    "ends another process": "os.kill(1, 9)",
    "keeps a file in memory": "os.memfd_create('x')",
    "makes itself a namespace": "sys.exit() if ctypes.CDLL(None).unshare(0x10000000) == 0 else open('/x/x')",
    "stirs the chance of others": "open('/dev/urandom', 'wb')",
    "lifts its limits": "resource.setrlimit(resource.RLIMIT_CPU, (99, 99))",
    "starts a thread": "threading.Thread(target=print).start()",
}
TRIED = """
import ctypes, os, resource, socket, sys, threading
from offramp.files.confined import cell
{lock}
try:
    {attempt}
except (OSError, RuntimeError, ValueError):
    print("refused")
else:
    print("went through")
"""


@pytest.mark.parametrize("lock", ["", "cell.lock()"], ids=["by the walls", "by the walls and the lock"])
@pytest.mark.parametrize("attempt", OUTSIDE.values(), ids=OUTSIDE)
def test_nobody_in_the_cell(attempt: str, lock: str) -> None:
    assert inside(TRIED.format(lock=lock, attempt=attempt)) == "refused"


@pytest.mark.parametrize("attempt", LOCKED_OUT.values(), ids=LOCKED_OUT)
def test_nobody_behind_the_lock(attempt: str) -> None:
    assert inside(TRIED.format(lock="cell.lock()", attempt=attempt)) == "refused"


def test_what_is_refused_inside_goes_through_outside() -> None:
    """Proof that the attempts are real ones."""
    attempt = TRIED.format(
        lock="", attempt="socket.socket().close(); os.listdir('/proc'); open('/etc/passwd').close()"
    )
    said = subprocess.run(
        [sys.executable, "-c", attempt], capture_output=True, text=True, cwd=ROOT, check=True
    )

    assert said.stdout.strip() == "went through"


def test_the_child_sees_nothing_of_ours_but_this_room() -> None:
    listed = inside(
        f"import os; print(sorted(os.listdir({str(ROOT / 'offramp')!r})), os.listdir({str(ROOT)!r}))"
    )

    assert listed.startswith("['__init__.py', 'files'] ['")
    assert set(listed.partition("] ")[2].strip("[]'").split("', '")) <= {"offramp", ".venv"}


def test_the_child_has_no_device_but_chance() -> None:
    assert inside("import os; print(os.listdir('/dev'), len(os.urandom(9)))") == "['urandom'] 9"


def test_the_child_gets_no_environment() -> None:
    assert inside("import os; print(sorted(set(os.environ) - {'LC_CTYPE', 'PWD'}))") == "['PYTHONPATH']"


def test_the_child_has_no_more_memory_than_it_is_given() -> None:
    greedy = f"from offramp.files.confined import cell; cell.lock(); print(len(bytearray({limits.MEMORY})))"

    assert inside(greedy).endswith("MemoryError\n")


def test_a_child_that_thinks_too_long_is_ended_by_a_signal_that_says_so() -> None:
    busy = "from offramp.files import limits; limits.CPU_SECONDS = 1\n"
    busy += "from offramp.files.confined import cell; cell.lock()\nwhile True: pass"

    _, ended = exchange(confinement.command("-c", busy), b"x", most=10, seconds=30)

    assert ended == 128 + signal.SIGXCPU


def inside(program: str) -> str:
    said = subprocess.run(
        confinement.command("-c", program), env={}, capture_output=True, text=True, timeout=60, check=False
    )
    return said.stdout.strip() or said.stderr


def test_the_reader_is_locked_when_it_begins_to_read() -> None:
    large = pictures.encoded(pictures.pixels((4000, 3000)), "JPEG")
    confined = frame(Tag.CONFINED)
    with subprocess.Popen(confinement.command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(large)
        child.stdin.close()
        assert child.stdout.read(len(confined)) == confined
        # It is decoding now, and cannot end before all it says was read.
        filters = [filters_of_system_calls(pid) for pid in family(child.pid)]
        child.stdout.read()

    own = filters_of_system_calls(os.getpid())
    assert [each - own for each in filters] == [0, 0, 1]


def family(pid: int) -> list[int]:
    """A process and all below it: bubblewrap, the first one of its cell, and the reader."""
    below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(one for child in below for one in family(int(child)))]


def filters_of_system_calls(pid: int) -> int:
    (said,) = re.findall(r"Seccomp_filters:\t(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(said)


def test_a_child_that_never_answers_is_ended_with_all_it_started() -> None:
    mark = "the-child-of-a-test-that-never-answers"
    endless = f"import os, time; os.fork(); time.sleep(600) or '{mark}'"

    with pytest.raises(TookTooLong):
        exchange(confinement.command("-c", endless), b"x", most=10, seconds=1.5)

    assert not wait_until_gone(mark)


def wait_until_gone(mark: str) -> list[str]:
    for _ in range(50):
        found = [line for line in every_command_line() if mark in line]
        if not found:
            break
        subprocess.run(["sleep", "0.1"], check=True)
    return found


def every_command_line() -> list[str]:
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(path.read_bytes().decode(errors="replace"))
        except (FileNotFoundError, ProcessLookupError):
            continue
    return lines


def test_a_child_that_says_too_much_is_not_heard_out() -> None:
    endless = "import os\nwhile True: os.write(1, bytes(65536))"

    with pytest.raises(TooMuchSaid):
        exchange(confinement.command("-c", endless), b"x", most=1_000_000, seconds=20)


def test_a_file_is_refused_where_it_cannot_be_confined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")

    with pytest.raises(NotConfined):
        examination.examine(b"a text")
    assert (
        confinement.why_not()
        == "Files are refused, as bubblewrap is missing (on Debian: apt-get install bubblewrap)."
    )


def test_a_file_is_refused_where_namespaces_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As in a container that forbids them: bubblewrap is there, and says no."""
    refusing = tmp_path / "bwrap"
    refusing.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    refusing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    with pytest.raises(NotConfined):
        examination.examine(b"a text")
    assert confinement.why_not() == (
        "The reader of files cannot be confined here, so files are refused: "
        "bwrap: No permissions to create new namespace"
    )


def test_this_machine_can_confine() -> None:
    assert confinement.why_not() is None
