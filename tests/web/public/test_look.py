"""A campaign's own colors come from our own address, and cost nothing where there are none."""

import re

import pytest
from django.conf import settings as ours
from django.test import Client
from pytest_django import Settings

from offramp import campaigns
from tests.campaigns.conftest import TEACHERS
from tests.web.test_headers import EVERY_ANSWER, headers_of
from tests.web.visitors import visitor

ASKED_FOR = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]*(?:href|src)="([^"]+)"')


@pytest.fixture
def classroom(settings: Settings) -> Client:
    """A visitor of the teachers' campaign, which has a look of its own."""
    settings.CAMPAIGN_FOLDER = TEACHERS
    campaigns.current.cache_clear()
    return visitor()


@pytest.fixture(autouse=True)
def forgotten() -> object:
    yield
    campaigns.current.cache_clear()


def test_without_a_look_nothing_more_is_asked_for() -> None:
    asked = ASKED_FOR.findall(visitor().get("/").content.decode())

    assert [path for path in asked if not path.startswith(ours.STATIC_URL)] == []
    assert len(asked) == 3


def test_the_colors_come_last_and_may_be_kept_for_good(classroom: Client) -> None:
    asked = ASKED_FOR.findall(classroom.get("/").content.decode())
    sheet = campaigns.current().look.sheet_name

    answer = classroom.get(f"/look/{sheet}")

    assert asked.index(f"/look/{sheet}") == 1 + [path.endswith(".css") for path in asked].index(True)
    assert answer.content.decode() == campaigns.current().look.sheet
    assert headers_of(answer) == EVERY_ANSWER | {
        "Cache-Control": "max-age=315360000, public, immutable",
        "Content-Language": "en",
        "Content-Type": "text/css; charset=utf-8",
        "Vary": "Accept-Language",
    }


def test_the_logo_stands_beside_the_name_and_on_no_personal_page(classroom: Client) -> None:
    address = f"/look/{campaigns.current().look.logo_name}"
    logo = f'<img class="logo" src="{address}" width="64" height="64" alt="">'

    assert logo in classroom.get("/").content.decode()
    assert logo not in classroom.get("/return/").content.decode()
    assert classroom.get(address)["Content-Type"] == "image/png"


def test_a_look_of_yesterday_is_not_found(classroom: Client) -> None:
    answer = classroom.get("/look/0123456789ab.css")

    assert answer.status_code == 404
    assert answer["Cache-Control"] == "no-store"
