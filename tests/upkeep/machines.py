"""A machine to install on: namespaces in which /etc, /opt, /var/lib and /usr/local/bin are ours to spoil."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.environment import ROOT

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may make accounts and mount folders")

PYTHON = f"/opt/python/bin/python3.{sys.version_info.minor}"
# Both where everybody may look, wherever they lie on the machine of whoever runs the tests.
SEEN = {"/opt/python": sys.base_prefix, "/opt/source": ROOT, "/opt/libraries": sysconfig.get_path("purelib")}
LAY = """
set -eu
[ -e "$1/etc/passwd" ] || cp -a /etc/. "$1/etc"
mount --bind "$1/etc" /etc
mount --bind "$1/lib" /var/lib
mount --bind "$1/bin" /usr/local/bin
mount -t tmpfs tmpfs /opt
{seen}
{more}
shift
exec "$@"
"""


def on_a_machine(
    folder: Path, *command: str, more: str = "", typed: str = "", check: bool = True
) -> CompletedProcess[str]:
    """A command as root on it; what it leaves behind stands below the folder."""
    for name in ("etc", "lib", "bin"):
        (folder / name).mkdir(exist_ok=True)
    seen = "\n".join(f"mkdir {place} && mount --bind '{path}' {place}" for place, path in SEEN.items())
    alone = [
        "unshare",
        "--mount",
        "--propagation=private",
        "sh",
        "-c",
        LAY.format(seen=seen, more=more),
        "sh",
    ]
    answer = subprocess.run(
        [*alone, str(folder), *command],
        env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "PYTHONPATH": "/opt/source:/opt/libraries"},
        cwd="/",
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert not check or answer.returncode == 0, answer.stdout + answer.stderr
    return answer


def offramp(folder: Path, *words: str, more: str = "", check: bool = True) -> CompletedProcess[str]:
    command = [PYTHON, "-m", "offramp.upkeep", *words]
    return on_a_machine(folder, *command, more=more, check=check)
