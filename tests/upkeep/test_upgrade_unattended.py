"""A terminal that goes away in the middle of an upgrade takes nobody's words, and nothing of the work."""

import os
import pty
import subprocess
import sys
from pathlib import Path

TALKS = """#!/bin/sh
for number in 1 2 3 4 5; do echo "Step $number" && echo "and its trouble" >&2 || exit 1; done
echo whole > "$1"
exit "$2"
"""
TROUBLE = "and its trouble\n"
RUNS = """
import sys
from pathlib import Path
from offramp.upkeep.refusal import Refused
from offramp.upkeep.upgrade import change

sys.stdin.readline()
change.say("We begin.")
try:
    change.offramp(Path(sys.argv[1]), sys.argv[2], sys.argv[3], failing="It failed")
except Refused:
    Path(sys.argv[2]).write_text("refused")
change.say("We are done.")
"""


def go_on(folder: Path, *, ends_with: int, is_there: bool) -> tuple[str, str]:
    """What stands in the end, and what was said; the terminal is gone before the first word, or is not."""
    (folder / "bin").mkdir()
    command, done = folder / "bin" / "offramp", folder / "done"
    command.write_text(TALKS)
    command.chmod(0o755)
    ours, theirs = pty.openpty()
    arguments = [sys.executable, "-c", RUNS, str(folder), str(done), str(ends_with)]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=theirs, stderr=theirs, text=True
    ) as running:
        os.close(theirs)
        if not is_there:
            os.close(ours)
        running.communicate("\n", timeout=60)
    assert running.returncode == 0
    said = os.read(ours, 10_000).decode() if is_there else ""
    return done.read_text().strip(), said.replace("\r\n", "\n")


def test_with_nobody_there_the_command_goes_on_to_its_end(tmp_path: Path) -> None:
    assert go_on(tmp_path, ends_with=0, is_there=False) == ("whole", "")


def test_with_nobody_there_a_failure_is_still_one(tmp_path: Path) -> None:
    assert go_on(tmp_path, ends_with=1, is_there=False) == ("refused", "")


def test_whoever_is_there_reads_every_word_in_its_order(tmp_path: Path) -> None:
    _, said = go_on(tmp_path, ends_with=0, is_there=True)

    steps = "".join(f"Step {number}\n" for number in range(1, 6))
    assert said == f"We begin.\n{steps}{TROUBLE * 5}We are done.\n"
