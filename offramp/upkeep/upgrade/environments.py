"""Virtual environments side by side, one for each version; a link says which of them is meant."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from offramp.upkeep.init.premises import COMMAND_OF_THE_MACHINE
from offramp.upkeep.refusal import Refused

# Not by its name from an index: whoever took that name there first would be root on every host.
SOURCE = "git+https://github.com/offramp-project/offramp"
WHEEL = re.compile(r"offramp-([^-]+)-.*\.whl")
VERSION = re.compile(r"\d[\w.!+]*")
# What stands behind the name of an environment that an upgrade made.
ENDING = re.compile(r"-\d[\w.!+]*$")


def running() -> Path:
    """The environment this program runs in. Raises Refused where an upgrade has nothing to put beside it."""
    here = Path(sys.prefix)
    if sys.prefix == sys.base_prefix:
        raise Refused("this is no virtual environment; in a container, start the newer image instead.")
    if not Path(__file__).is_relative_to(here):
        raise Refused("this is a checkout: “git pull” and “make setup”, then “offramp upgrade” without more.")
    link = COMMAND_OF_THE_MACHINE
    if link.is_symlink() and not link.resolve().is_relative_to(here.resolve()):
        # An older environment, kept for a way back: it would build over the one that runs.
        raise Refused(f"this is not the version that runs; type {link} instead of this one's path.")
    if not os.access(here.parent, os.W_OK):
        raise Refused(f"you may not write into {here.parent}; type sudo before the command.")
    return here


@contextmanager
def fetched(what: str) -> Iterator[tuple[str, Path]]:
    """The version and the wheel of what was asked for. Raises Refused."""
    if what.endswith(".whl"):
        yield version_of(Path(what)), Path(what).absolute()
        return
    if what != "newest" and not VERSION.fullmatch(what):
        raise Refused(f"“{what}” is neither “newest”, nor a version such as 0.2.0, nor the path of a wheel.")
    wanted = SOURCE if what == "newest" else f"{SOURCE}@{what}"
    with tempfile.TemporaryDirectory(prefix="offramp-upgrade-") as folder:
        options = ["wheel", "--no-deps", f"--wheel-dir={folder}"]
        pip(Path(sys.prefix), *options, wanted, failing=f"“{what}” could not be fetched")
        [wheel] = Path(folder).glob("*.whl")
        yield version_of(wheel), wheel


def version_of(wheel: Path) -> str:
    """Raises Refused."""
    named = WHEEL.fullmatch(wheel.name)
    if not named:
        raise Refused(f"{wheel.name} is another program, and not Offramp.")
    if not wheel.is_file():
        raise Refused(f"there is no file {wheel}.")
    return named[1]


def make(version: str, wheel: Path) -> Path:
    """A new environment with this wheel in it, or none. Raises Refused."""
    here = running()
    new = here.with_name(f"{ENDING.sub('', here.name)}-{version}")
    if new.resolve() == here.resolve():
        raise Refused(f"Offramp {version} is what runs already.")
    shutil.rmtree(new, ignore_errors=True)  # left by an upgrade that was cut off
    try:
        answer = run(sys.executable, "-m", "venv", str(new))
        if answer.returncode:
            raise Refused(
                f"no environment could be made at {new}: {last_line(answer.stdout + answer.stderr)}"
            )
        pip(new, "install", str(wheel), failing=f"Offramp {version} could not be installed")
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return new


def pip(environment: Path, *words: str, failing: str) -> None:
    """Raises Refused with pip's own last word."""
    python = str(environment / "bin" / "python")
    answer = run(python, "-m", "pip", "--disable-pip-version-check", "--quiet", "--no-input", *words)
    if answer.returncode:
        raise Refused(f"{failing}: {last_line(answer.stderr)} Nothing was changed.")


def run(*command: str) -> subprocess.CompletedProcess[str]:
    # From a folder of root's: “python -m” takes what lies in the one it is called from first.
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")  # noqa: S603


def last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()] or ["no reason was given."]
    told = [line for line in lines if line.startswith("ERROR:")] or lines
    return told[-1].removeprefix("ERROR: ")


def switch(*, old: Path, new: Path, link: Path = COMMAND_OF_THE_MACHINE) -> bool:
    """Let the command mean the new environment, in one step; whether it meant the old one before."""
    if not link.is_symlink() or not link.readlink().is_relative_to(old):
        return False
    before = link.with_name(f".{link.name}.new")
    before.unlink(missing_ok=True)
    before.symlink_to(new / "bin" / "offramp")
    before.replace(link)
    return True


def remove_others(*kept: Path) -> None:
    """Those that earlier upgrades left; the one before this is kept, for a way back by hand."""
    name = ENDING.sub("", kept[0].name)
    for beside in kept[0].parent.iterdir():
        is_ours = ENDING.sub("", beside.name) == name and (beside / "bin" / "offramp").exists()
        if is_ours and (beside / "pyvenv.cfg").exists() and beside not in kept:
            shutil.rmtree(beside)
            print(f"Removed {beside}.")
