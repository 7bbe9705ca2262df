"""The cell: a child with no network, no writable disk, no other process, and libraries it can only read."""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from offramp.files import frames

_READER = ("-m", "offramp.files.confined")
# No site module and no user folder: nothing of the host's Python starts by itself.
_PYTHON = (os.path.realpath(sys.executable), "-S", "-s", "-B", "-P")
_OURS = Path(__file__).resolve().parent
_SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64")
_RANDOM = "/dev/urandom"
_THERE_OR_NOT = ("/etc/ld.so.cache", "/usr/share/fonts", "/usr/local/share/fonts")


def command(*program: str) -> list[str]:
    """Return what starts the confined reader, or another Python program for those who try the walls.

    Raises LookupError when a part of it is missing.
    """
    return [
        _bubblewrap(),
        # The second is what makes a refused namespace an error; the first alone would go on without.
        # All but the cgroups' (and no name of its own for the host): our systemd unit takes those two away.
        *("--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"),
        *("--die-with-parent", "--new-session"),
        *("--uid", "65534", "--gid", "65534", "--cap-drop", "ALL", "--clearenv"),
        *_tree(),
        *("--remount-ro", "/", "--chdir", "/", "--setenv", "PYTHONPATH", _python_path()),
        "--",
        *_PYTHON,
        *(program or _READER),
    ]


def bare_command(*program: str) -> list[str]:
    """Return what starts the reader without walls, for a person's own file. Raises LookupError."""
    return ["/usr/bin/env", f"PYTHONPATH={_python_path()}", *_PYTHON, *(program or _READER)]


def _python_path() -> str:
    return os.pathsep.join(dict.fromkeys([str(_OURS.parent.parent), *map(str, _libraries())]))


def why_not() -> str | None:
    """Say in a sentence why no file can be read on this machine; None if files can be."""
    try:
        tried = subprocess.run(  # noqa: S603 - our own words only
            command(), input=b"", env={}, cwd="/", capture_output=True, timeout=20, check=False
        )
    except LookupError as missing:
        return str(missing)
    except subprocess.TimeoutExpired:
        return "The confined reader of files did not start within 20 seconds."
    if tried.stdout.startswith(frames.frame(frames.Tag.CONFINED)):
        return None
    told = tried.stderr.decode(errors="replace").strip().splitlines() or ["it said nothing"]
    return f"The reader of files cannot be confined here, so files are refused: {told[-1][:200]}"


def _bubblewrap() -> str:
    found = shutil.which("bwrap")
    if not found:
        raise LookupError(
            "Files are refused, as bubblewrap is missing (on Debian: apt-get install bubblewrap)."
        )
    return found


def _tree() -> Iterator[str]:
    """Bind what the child needs, read-only, each at its own place."""
    for name in _SYSTEM:
        folder = Path(name)
        if folder.is_symlink():
            yield from ("--symlink", str(folder.readlink()), name)
        elif folder.is_dir():
            yield from ("--ro-bind", name, name)
    for name in _THERE_OR_NOT:
        yield from ("--ro-bind-try", name, name)
    # The one device: opening what was encrypted with AES-256 begins with random numbers.
    yield from ("--dev-bind", _RANDOM, _RANDOM)
    python = [Path(os.path.realpath(sys.executable)), Path(sysconfig.get_path("stdlib")).parent]
    # Only this room of ours: settings, campaigns and whatever lies beside them stay outside.
    for path in [*python, *_libraries(), _OURS.parent / "__init__.py", _OURS]:
        yield from ("--ro-bind", str(path), str(path))


def _libraries() -> list[Path]:
    """Find where the parsers lie, without importing one."""
    folders = []
    for name in ("lxml", "pikepdf", "PIL", "pypdfium2", "pypdfium2_raw"):
        found = importlib.util.find_spec(name)
        if found is None or not found.submodule_search_locations:
            raise LookupError(f"Files are refused, as the Python package {name} is missing.")
        folders.append(Path(found.submodule_search_locations[0]).resolve().parent)
    return list(dict.fromkeys(folders))
