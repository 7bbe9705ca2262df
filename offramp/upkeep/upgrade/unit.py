"""The service as systemd knows it, if it does."""

import subprocess

from offramp.upkeep.refusal import Refused

NAME = "offramp.service"


def systemctl(*words: str) -> subprocess.CompletedProcess[str]:
    command = ["systemctl", *words, NAME]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


def exists() -> bool:
    """Not where there is no systemd at all."""
    try:
        return systemctl("cat").returncode == 0
    except FileNotFoundError:
        return False


def is_running() -> bool:
    return exists() and systemctl("is-active", "--quiet").returncode == 0


def turn(word: str) -> None:
    """“start” or “stop”. Raises Refused."""
    answer = systemctl(word)
    if answer.returncode:
        raise Refused(f"“systemctl {word} {NAME}” failed: {answer.stderr.strip()}")
