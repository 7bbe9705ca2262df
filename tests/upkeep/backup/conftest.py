"""An installation in this process: the test database, a folder for copies, and the words that open them."""

import io
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from offramp.sealed.codes import Code
from offramp.upkeep.backup import key
from offramp.upkeep.backup.opening import Opened
from tests.cast import Person, a_seeker, an_adviser, paired, two_organizers

TODAY = date(2026, 11, 24)


@dataclass
class Home:
    folder: Path
    code: Code = field(repr=False)

    def copies(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("offramp*"))

    def opened(self, name: str) -> Opened:
        path = self.folder / name
        return Opened.by(self.code, io.BytesIO(path.read_bytes()), path)


@pytest.fixture
def home(tmp_path: Path, settings: Settings) -> Home:
    """A key is there, and no copy yet."""
    settings.BACKUPS = tmp_path / "backups"
    return Home(settings.BACKUPS, key.make(settings.BACKUPS))


@pytest.fixture
def ada(transactional_db: None) -> Person:
    """Paired with Bo; Di and Ed organize."""
    di, _ = two_organizers()
    ada = a_seeker("Nobody may read this in a backup.")
    paired(ada, an_adviser("Bo"), di)
    return ada
