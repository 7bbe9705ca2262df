"""What is wanted of this machine, and where on it things lie."""

import sys
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

STATE = Path("/var/lib/offramp")


@dataclass(frozen=True, kw_only=True)
class Installation:
    """What was asked for; the tests put a folder in the machine's place."""

    proxy: str = "caddy"
    port: int = 8000
    workers: int = 2
    onion: bool = False
    root: Path = Path("/")
    venv: Path = Path(sys.prefix)
    user: str = "offramp"

    @property
    def command(self) -> Path:
        return self.venv / "bin" / "offramp"

    def on_disk(self, path: str | Path) -> Path:
        return self.root / Path(path).relative_to("/")


def database_folder() -> Path | None:
    """Where the SQLite file lies; None when the database is a server."""
    database = settings.DATABASES["default"]
    if not database["ENGINE"].endswith("sqlite3"):
        return None
    return Path(database["NAME"]).absolute().parent


def backups() -> Path:
    return settings.BACKUPS or STATE / "backups"
