"""A broken campaign is said when the program starts, not to the first reader."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.checks import run_checks
from pytest_django import Settings

from offramp import campaigns
from tests.campaigns.conftest import SHIPPED, TEACHERS, Edit


@pytest.fixture(autouse=True)
def _read_anew() -> Iterator[None]:
    campaigns.current.cache_clear()
    yield
    campaigns.current.cache_clear()


def said() -> list[tuple[str | None, str]]:
    return [(one.id, one.msg) for one in run_checks() if (one.id or "").startswith("campaigns.")]


def test_a_whole_campaign_raises_no_complaint(settings: Settings) -> None:
    settings.CAMPAIGN_FOLDER = SHIPPED
    settings.IS_LOCAL = True

    assert said() == []


def test_a_broken_campaign_is_an_error_in_one_sentence(settings: Settings, folder: Path, edit: Edit) -> None:
    edit("campaign.toml", "backup_days = 3", "backup_days = 0")
    settings.CAMPAIGN_FOLDER = folder

    assert said() == [
        ("campaigns.E001", "teachers/campaign.toml, line 4: expected at least one day, found 0.")
    ]


def test_an_address_that_reaches_nobody_is_said_before_strangers_see_it(settings: Settings) -> None:
    settings.CAMPAIGN_FOLDER = TEACHERS
    settings.IS_LOCAL = False

    assert said() == [("campaigns.W001", "The campaign shows hello@chalk.example, which reaches nobody.")]


def test_a_language_that_only_the_campaign_speaks_is_said(settings: Settings) -> None:
    settings.CAMPAIGN_FOLDER = SHIPPED
    settings.IS_LOCAL = True
    settings.LANGUAGES = [("en", "en")]

    assert said() == [("campaigns.W002", "The campaign speaks “es”, for which the pages have no file.")]


def test_the_folder_is_read_once(settings: Settings) -> None:
    settings.CAMPAIGN_FOLDER = TEACHERS

    assert campaigns.current() is campaigns.current()
