"""Installations on databases of their own: the cast lives in one, and a backup brings them to another."""

import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from tests.environment import ROOT
from tests.upkeep.console import OFFRAMP, surroundings


@dataclass
class Installation:
    """Settings, a folder, and an engine that holds nothing yet."""

    folder: Path
    database_url: str = ""
    words: str = field(default="", repr=False)

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def environment(self) -> dict[str, str]:
        return surroundings(
            self.folder,
            **({"DATABASE_URL": self.database_url} if self.database_url else {}),
            OFFRAMP_ORIGIN="https://testserver",
            OFFRAMP_BACKUPS=str(self.backups),
            DJANGO_SETTINGS_MODULE="offramp.config.settings",
        )

    def offramp(self, *typed: str, words: str = "", **changed: str) -> CompletedProcess[str]:
        return subprocess.run(
            [OFFRAMP, *typed],
            env=self.environment | changed,
            cwd=self.folder,
            input=words,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def draw_code(self) -> str:
        """As `offramp init` does; the eight words."""
        said = self.offramp("backup", "--new-code")
        assert said.returncode == 0, said.stderr
        self.words = next(line.strip() for line in said.stdout.splitlines() if len(line.split()) == 8)
        return self.words

    def backup(self) -> Path:
        """The newest copy, made just now."""
        said = self.offramp("backup")
        assert said.returncode == 0, said.stderr
        return Path(said.stdout.split(": ")[0])

    def restore(self, copy: Path, words: str) -> CompletedProcess[str]:
        return self.offramp("restore", str(copy), "--yes", words=words)

    def ask(self, *question: str) -> Any:
        """What a process of its own answers, which sees this installation's database and nothing else."""
        command = [sys.executable, "-m", "tests.upkeep.backup.living", *question]
        environment = self.environment | {"PYTHONPATH": str(ROOT)}
        said = subprocess.run(
            command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, check=True, timeout=120
        )
        return json.loads(said.stdout)


def new(folder: Path, *, database_url: str = "") -> Installation:
    folder.mkdir()
    return Installation(folder, database_url)
