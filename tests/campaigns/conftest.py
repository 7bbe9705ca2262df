"""Two campaigns: the one we ship, and a tiny one about leaving a classroom, which no line of code knows."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from offramp.campaigns.campaign import Campaign
from offramp.campaigns.reading import read

TEACHERS = Path(__file__).parent / "teachers"
SHIPPED = Path(__file__).parents[2] / "campaigns" / "immigration-enforcement"

Edit = Callable[[str, str, str], None]


@pytest.fixture(scope="session")
def shipped() -> Campaign:
    return read(SHIPPED)


@pytest.fixture(scope="session")
def teachers() -> Campaign:
    return read(TEACHERS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny campaign, to be spoiled."""
    return shutil.copytree(TEACHERS, tmp_path / "teachers")


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace words in one file of the copy, as somebody would in an editor."""

    def replace(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text()
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1))

    return replace
