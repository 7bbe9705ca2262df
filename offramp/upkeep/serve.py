"""`offramp serve`: checks what would fail under the first reader's hands, and becomes the server."""

import ipaddress
import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.db import connection
from django.utils import timezone

from offramp.upkeep import clock, database, letters
from offramp.upkeep.demo import mark
from offramp.upkeep.refusal import Refused


def run(asked: Namespace) -> int:
    if bool(asked.certificate) != bool(asked.key):
        raise Refused("--certificate and --key are given together.")
    found = checks.run_checks()
    for problem in (*(one.msg for one in found if one.is_serious()), *problems(asked.host)):
        raise Refused(problem)
    for advice in found:
        print(f"offramp: {advice.msg} {advice.hint or ''}", file=sys.stderr)
    letters.bring_new()
    print(f"Serving {settings.ORIGIN} on {asked.host}, port {asked.port}.")
    become_server(asked)


def problems(host: str) -> Iterator[str]:
    """What must be put right before anybody is served, a sentence each."""
    if wrong := clock.problem(timezone.now().date()):
        yield wrong
    if not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        yield "the static files are not collected; “make assets” does it."
    if any(not po.with_suffix(".mo").exists() for po in translations()):
        yield "the translations are not compiled; “make assets” does it."
    if database.is_empty():
        yield "the database is empty; “offramp init” prepares it."
    elif database.is_newer():
        yield database.NEWER
    elif database.pending():
        yield "the database is from an earlier version; “offramp upgrade” brings it up to date."
    if mark.stands() and not (settings.IS_LOCAL and is_loopback(host)):
        yield "this is a demonstration's database, its codes were printed; it is served on this machine only."


def translations() -> Iterator[Path]:
    for room in apps.get_app_configs():
        yield from Path(room.path).glob("locale/*/LC_MESSAGES/django.po")


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def become_server(asked: Namespace) -> NoReturn:
    """Replace this process, so that signals reach granian and nothing of ours stays in memory beside it."""
    connection.close()
    sys.stdout.flush()
    os.execv(sys.executable, granian(asked))  # noqa: S606 - no shell is wanted


def granian(asked: Namespace) -> list[str]:
    given = {
        # WSGI itself would read a body with the one thread, for as long as its sender likes.
        "--interface": "asginl",
        # HTTP/2 lets one connection hold two hundred requests open, and an idle one stay forever.
        "--http": 1,
        "--host": asked.host,
        "--port": asked.port,
        "--workers": asked.workers,
        # A worker that is told to end while it still starts does not hear it.
        "--workers-kill-timeout": 10,
        "--log-level": "warning",
        "--ssl-certificate": asked.certificate,
        "--ssl-keyfile": asked.key,
    }
    options = [f"{option}={value}" for option, value in given.items() if value is not None]
    flags = ["--no-ws", "--no-access-log", "--respawn-failed-workers"]
    server = [sys.executable, "-m", "offramp.config.listening"]  # granian, on a socket that outlives it
    return [*server, *options, *flags, "offramp.config.asgi:application"]
