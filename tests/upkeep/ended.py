"""An installation whose campaign is over, with people in it, and all its files."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from subprocess import CompletedProcess

from tests.environment import ROOT
from tests.upkeep.console import OFFRAMP, surroundings


class Campaign:
    """An installation whose last day was yesterday, and its files."""

    def __init__(self, folder: Path, url: str = "") -> None:
        self.folder, self.file = folder, folder / "offramp.sqlite3"
        self.backups, self.settings = folder / "backups", folder / "offramp.env"
        self.environment = surroundings(
            folder,
            OFFRAMP_BACKUPS=str(self.backups),
            OFFRAMP_SETTINGS=str(self.settings),
            OFFRAMP_SECRET_KEY=None,
            DATABASE_URL=None,
        )
        url = url or f"sqlite:///{self.file}"
        self.settings.write_text(f"OFFRAMP_SECRET_KEY={'x' * 50}\nDATABASE_URL='{url}'\n")
        self.backups.mkdir()
        (self.backups / "key.pub").write_text("public")
        (self.backups / "offramp-2026-11-21.backup").write_bytes(b"sealed" * 100)

    def fill(self) -> None:
        filling = {"PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "offramp.config.settings"}
        typed = [sys.executable, "-m", "tests.upkeep.a_campaign"]
        subprocess.run(typed, env=self.environment | filling, check=True)

    def announce(self, last_day: date | None) -> None:
        """Another last day than yesterday, or none."""
        with closing(sqlite3.connect(self.file)) as connection, connection:
            connection.execute("DELETE FROM pairing_farewell")
            if last_day:
                connection.execute(
                    'INSERT INTO pairing_farewell ("on", last_day) VALUES (?, ?)',
                    [str(last_day - timedelta(days=30)), str(last_day)],
                )

    @property
    def receipt(self) -> str:
        return (self.folder / "offramp-receipt.txt").read_text()

    def finish(self, typed: str, *more: str) -> CompletedProcess[str]:
        return subprocess.run(
            [OFFRAMP, "farewell", "finish", *more],
            env=self.environment,
            cwd=self.folder,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def sealed(self) -> list[bytes]:
        """The beginning of every sealed thing, as it lies in the file."""
        with closing(sqlite3.connect(self.file)) as connection:
            tables = ("people_envelope", "threads_message", "pairing_card", "advisers_profile")
            return [
                bytes(sealed)[:40]
                for table in tables
                for (sealed,) in connection.execute(f"SELECT sealed FROM {table}")  # noqa: S608
            ]
