"""The process that holds keys parses nothing of a stranger's, and leaves nothing on the disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from offramp.files import refusals
from offramp.files.kinds import Kind
from tests.environment import ROOT
from tests.files import planted

# In a process of its own: what this one has imported proves nothing.
WATCHED = """
import sys
opened = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & 0o3:
        opened.append(arguments[0])
    if event.startswith(("tempfile.", "socket.")):
        opened.append(event)
sys.addaudithook(watch)
from offramp.files import examination
cleaned = examination.examine(sys.stdin.buffer.read())
parsers = {"PIL", "pikepdf", "pypdfium2", "pypdfium2_raw", "lxml", "zipfile", "xml", "offramp.files.confined"}
written = [name for name in opened if not isinstance(name, int)]
print(cleaned.kind.name, sorted(parsers & set(sys.modules)), written)
"""


@pytest.mark.parametrize("kind", planted.ORDINARY)
def test_the_house_imports_no_parser_and_writes_no_file(kind: Kind, tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED],
        input=planted.ORDINARY[kind](),
        capture_output=True,
        env={"TMPDIR": str(tmp_path), "PATH": os.environ["PATH"]},
        cwd=ROOT,
        check=True,
    )

    # It may open the null device, which keeps nothing.
    assert said.stdout.decode().strip() in (f"{kind.name} [] []", f"{kind.name} [] ['/dev/null']")
    assert list(tmp_path.iterdir()) == []


def test_every_refusal_is_one_of_the_closed_set() -> None:
    named = {
        each
        for each in vars(refusals).values()
        if isinstance(each, type) and issubclass(each, refusals.NotTaken)
    }

    assert (
        set(refusals.SAID_BY_THE_CHILD.values())
        | {*(refusals.NotTaken, refusals.Empty, refusals.TookTooLong, refusals.NotConfined)}
        == named
    )
