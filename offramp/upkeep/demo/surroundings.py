"""Where a demonstration lives: a folder and a database of its own, and settings for this machine only."""

import os
import secrets
import socket
from argparse import Namespace
from collections.abc import MutableMapping
from pathlib import Path
from urllib.parse import urlsplit

from offramp.campaigns import shipped
from offramp.upkeep.demo import mark
from offramp.upkeep.refusal import Refused

FOLDER = Path("demo")
DATABASE = FOLDER / "offramp.sqlite3"
NOTEBOOK = FOLDER / "secrets.json"
ORIGIN = "http://localhost:8000"
CAMPAIGN = "immigration-enforcement"


def run(_asked: Namespace) -> None:
    """Raises Refused."""
    settle(os.environ)


def settle(environment: MutableMapping[str, str]) -> None:
    """Clear away the last demonstration and set what Django will read. Raises Refused."""
    origin = environment.get("OFFRAMP_ORIGIN") or ORIGIN
    check(environment, origin)
    clear()
    environment.update(
        OFFRAMP_ORIGIN=origin,
        OFFRAMP_SECRET_KEY=secrets.token_urlsafe(48),
        OFFRAMP_CAMPAIGN=environment.get("OFFRAMP_CAMPAIGN") or str(shipped.folders()[CAMPAIGN]),
        OFFRAMP_SETTINGS="",  # nothing of a real installation is read
        OFFRAMP_MAIL="smtp://127.0.0.1:1",  # nobody listens there
        DATABASE_URL=f"sqlite:///{DATABASE.resolve()}",
    )


def check(environment: MutableMapping[str, str], origin: str) -> None:
    if environment.get("DATABASE_URL"):
        raise Refused("DATABASE_URL is set; a demonstration touches no database but its own. Unset it first.")
    if urlsplit(origin)[0] != "http" or urlsplit(origin).hostname not in ("localhost", "127.0.0.1"):
        raise Refused("OFFRAMP_ORIGIN is not http://localhost; a demonstration stays on this machine.")
    if DATABASE.exists() and not mark.is_on(DATABASE):
        raise Refused(f"{DATABASE} was not made by a demonstration; move it away first.")
    if is_taken(port(origin)):
        raise Refused(f"something else answers on port {port(origin)}; end it first, or set OFFRAMP_ORIGIN.")


def clear() -> None:
    """An empty, marked database; people of an earlier demonstration are gone with their codes."""
    FOLDER.mkdir(mode=0o700, exist_ok=True)
    for ending in ("", "-wal", "-shm"):
        DATABASE.with_name(DATABASE.name + ending).unlink(missing_ok=True)
    mark.make(DATABASE)


def port(origin: str) -> int:
    return urlsplit(origin).port or 80


def is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
