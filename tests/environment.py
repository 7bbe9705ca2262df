"""A pytest plugin: settles the environment before Django reads its settings, and keeps the tests at home."""

import gc
import ipaddress
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

OURS = {
    "OFFRAMP_SETTINGS": "",  # no file, whatever is installed on this machine
    "OFFRAMP_ORIGIN": "https://testserver",  # the name that Django's test client calls
    "OFFRAMP_SECRET_KEY": "known to everybody who reads this, so good for tests alone",
    "OFFRAMP_CAMPAIGN": str(ROOT / "campaigns" / "immigration-enforcement"),
}
# What a shell holds of a real installation must not reach a test; only the engine may be chosen there.
for name in [name for name in os.environ if name.startswith("OFFRAMP_")]:
    del os.environ[name]
os.environ.update(OURS)
os.environ.setdefault("DATABASE_URL", "sqlite:///build/tests.sqlite3")
# A server of its own for each process: a long transaction of one would keep from forgetting what others burn.
worker = os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw")
# Taken out, so that a child of a test goes where that test says.
if worker and (servers := os.environ.pop("DATABASE_URLS", "").split()):
    os.environ["DATABASE_URL"] = servers[int(worker) % len(servers)]


class OutsideWorld(RuntimeError):
    """A test tried to reach another machine."""


def stay_at_home(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        if isinstance(address, tuple) and not is_home(address[0]):
            raise OutsideWorld(f"A test wanted to connect to {address[0]}.")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname") and not is_home(arguments[0]):
        raise OutsideWorld(f"A test wanted to look up {arguments[0]!r}.")


def is_home(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if not isinstance(name, str) or name in ("", "localhost", socket.gethostname()):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


# Below every library, and for the whole run: nothing can patch an audit hook away.
sys.addaudithook(stay_at_home)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Bring compiled translations and collected static files up to date, once for all workers."""
    if hasattr(session.config, "workerinput"):
        return
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    subprocess.run(["make", "--silent", "-C", str(ROOT), "assets"], env=environment, check=True)


def pytest_collection_finish() -> None:
    """Thousands of tests and their modules stay to the end; looking through them for garbage took a tenth."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
