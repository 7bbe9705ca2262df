"""The programs of the machine that we ask: their failure is one sentence."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from subprocess import CompletedProcess

from offramp.upkeep.refusal import Refused


def find(name: str) -> str | None:
    """Servers lie where not everybody's list of folders leads."""
    return shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin")


def ask(*words: str, environment: Mapping[str, str] | None = None) -> CompletedProcess[str]:
    """What a program answers that is there for certain, or was looked for before."""
    return subprocess.run(  # noqa: S603 - no shell; the words are ours
        [find(words[0]) or words[0], *words[1:]],
        env=environment,
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def systemctl(*words: str) -> None:
    """Raises Refused with what systemd itself said."""
    answer = ask("systemctl", *words)
    if answer.returncode:
        raise Refused(f"“systemctl {' '.join(words)}” failed: {last_line(answer.stderr)}")


def is_active(unit: str) -> bool:
    return ask("systemctl", "is-active", unit).returncode == 0


def last_line(text: str) -> str:
    return (text.strip().splitlines() or ["it did not say why."])[-1]
