"""What was asked for now, and where nothing was said, what was asked for last time."""

import re
from argparse import Namespace
from pathlib import Path

from offramp.upkeep.machine import files, keeping, onion, units
from offramp.upkeep.machine.installation import Installation

SERVES = re.compile(r"^ExecStart=.* serve --port (\d+) --workers (\d+)$", re.MULTILINE)


def wanted(asked: Namespace, last: Installation) -> Installation:
    return Installation(
        proxy=asked.proxy or last.proxy,
        port=asked.port or last.port,
        workers=asked.workers or last.workers,
        onion=asked.onion or last.onion,
    )


def last_time(root: Path = Path("/")) -> Installation:
    """The installation that stands on this machine, or the usual one: typed again, nothing gets lost."""
    fresh = Installation(root=root)
    unit = fresh.on_disk(f"{files.UNITS}/{units.WEB}")
    serves = SERVES.search(unit.read_text(errors="replace")) if unit.exists() else None
    if not serves:
        return fresh
    return Installation(
        proxy=last_proxy(fresh),
        port=int(serves[1]),
        workers=int(serves[2]),
        onion=fresh.on_disk(onion.TORRC).exists(),
        root=root,
    )


def last_proxy(installation: Installation) -> str:
    if keeping.is_marked(installation.on_disk(files.CADDYFILE)):
        return "caddy"
    return "nginx" if installation.on_disk(files.NGINX_SITE).exists() else "none"
