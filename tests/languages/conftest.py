"""A campaign that speaks two more languages, and the pages of the whole house in one of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from offramp import campaigns
from offramp.config import languages
from tests.environment import ROOT
from tests.languages import folders
from tests.web.scene import scene

__all__ = ["scene"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folders.make(tmp_path_factory.mktemp("campaign") / "pseudo")


@pytest.fixture
def spoken(folder: Path, settings: Settings) -> Iterator[None]:
    """As config/settings.py would find them, had the folder been there from the start."""
    settings.CAMPAIGN_FOLDER = folder
    settings.LANGUAGES = [(code, code) for code in languages.found(ROOT / "offramp", folder)]
    settings.LOCALE_PATHS = [folder / "locale"]
    campaigns.current.cache_clear()
    yield
    campaigns.current.cache_clear()
