"""Whoever stops an upgrade stops the new version with it, before the old one answers again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from offramp.upkeep.upgrade import change

TALKS = """#!/bin/sh
echo begun
read -r _ < "$1"
echo changed > "$2"
"""
RUNS = """
import sys
from pathlib import Path
from offramp.upkeep.upgrade import change

try:
    change.offramp(Path(sys.argv[1]), sys.argv[2], sys.argv[3], failing="It failed")
except KeyboardInterrupt:
    print("stopped", flush=True)
"""
NOT_UTF_8 = """#!/bin/sh
printf 'caf\\351 out\\n'
printf 'caf\\351 trouble\\n' >&2
"""


def command(folder: Path, text: str) -> Path:
    (folder / "bin").mkdir()
    (folder / "bin" / "offramp").write_text(text)
    (folder / "bin" / "offramp").chmod(0o755)
    return folder


def test_interrupted_it_leaves_no_new_version_that_goes_on_alone(tmp_path: Path) -> None:
    gate, changed = tmp_path / "gate", tmp_path / "changed"
    os.mkfifo(gate)
    arguments = [sys.executable, "-c", RUNS, str(command(tmp_path, TALKS)), str(gate), str(changed)]
    with (
        gate.open("r+b", buffering=0) as way,
        subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as running,
    ):
        assert running.stdout
        assert running.stdout.readline() == "begun\n"
        running.send_signal(signal.SIGINT)  # to it alone, as a service manager does
        try:
            said = running.communicate(timeout=20)[0]
        finally:
            way.write(b"\n")

    assert (said, changed.exists()) == ("stopped\n", False)


def test_what_is_said_in_another_encoding_stops_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    change.offramp(command(tmp_path, NOT_UTF_8), "upgrade", failing="It failed")

    assert capfd.readouterr() == ("caf\\xe9 out\n", "caf\\xe9 trouble\n")
