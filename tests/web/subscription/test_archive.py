"""A campaign may keep older letters for its subscribers: everybody else reads what they are about."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from offramp import campaigns
from tests.environment import ROOT
from tests.letters.letters import a_public_letter, say
from tests.web.signing_in import words
from tests.web.subscription.subscribers import a_subscriber
from tests.web.visitors import visitor

SHIPPED = ROOT / "campaigns" / "immigration-enforcement"
SECRET = "heliotrope"
OPEN, SHUT = "/letters/the-newest/", "/letters/an-older-one/"


@pytest.fixture
def _newest_alone(tmp_path: Path, settings: Settings) -> Iterator[None]:
    """The shipped campaign, in which everybody reads the newest letter alone."""
    folder = shutil.copytree(SHIPPED, tmp_path / "campaign")
    told = (folder / "campaign.toml").read_text().replace('letters.public = "all"', "letters.public = 1")
    (folder / "campaign.toml").write_text(told)
    settings.CAMPAIGN_FOLDER = folder
    campaigns.current.cache_clear()
    yield
    campaigns.current.cache_clear()


@pytest.fixture
def _two_letters() -> None:
    now, body = timezone.now(), f"Good morning.\n\nThe {SECRET} blooms."
    older = a_public_letter(
        "an-older-one", at=now - timedelta(days=9), body=body, title="Of flowers", summary="What grows here."
    )
    say(older, "es", body=f"Buenos días, {SECRET}.", summary="Lo que crece.")
    a_public_letter("the-newest", at=now - timedelta(days=1), body=body, title="Of the newest")


def page(path: str) -> str:
    return words(visitor().get(path))


EVERYWHERE = (
    "/",
    "/letters/",
    f"/letters/{timezone.now().year}/",
    "/letters/feed.xml",
    "/es/letters/feed.xml",
    "/es/letters/",
    "/replies/feed.xml",
    "/replies/an-older-one/feed.xml",
    "/replies/an-older-one/",
    "/sitemap.xml",
    SHUT,
    f"/es{SHUT}",
    f"/signatures{SHUT.removeprefix('/letters')}",
    f"/replies{SHUT.removeprefix('/letters')}new/",
)


@pytest.mark.usefixtures("_newest_alone", "_two_letters")
@pytest.mark.parametrize("path", EVERYWHERE)
def test_the_body_of_an_older_letter_stands_on_no_page_for_everybody(path: str) -> None:
    shown = page(path)

    assert shown.count(SECRET) == (1 if path in _where_the_newest_begins() else 0)


def _where_the_newest_begins() -> set[str]:
    year = timezone.now().year
    return {"/letters/", f"/letters/{year}/", "/letters/feed.xml", "/es/letters/"}


@pytest.mark.usefixtures("_newest_alone", "_two_letters")
def test_its_title_and_summary_do_and_say_who_reads_the_rest() -> None:
    for path in ("/letters/", "/letters/feed.xml", SHUT):
        assert "Of flowers" in page(path)
        assert "What grows here." in page(path)
    assert "Whoever gets our letters by e-mail reads all of it" in page(SHUT)
    assert "min read" not in page(SHUT)
    assert SECRET in page(OPEN)
    assert "Whoever gets our letters by e-mail reads all of it" not in page(OPEN)


@pytest.mark.usefixtures("_newest_alone", "_two_letters")
def test_a_search_tells_nothing_of_what_stands_in_it() -> None:
    assert "an-older-one" not in page(f"/letters/search/?words={SECRET}")
    assert "the-newest" in page(f"/letters/search/?words={SECRET}")
    for shown in ("flowers", "grows", "crece"):
        assert "an-older-one" in page(f"/letters/search/?words={shown}")


@pytest.mark.usefixtures("_newest_alone", "_two_letters")
def test_the_card_is_the_same_whatever_the_body_says() -> None:
    before = visitor().get(f"{SHUT}card/").content
    letter = a_public_letter("a-twin", at=timezone.now() - timedelta(days=9), title="Of flowers")

    assert visitor().get(f"/letters/{letter.slug}/card/").content == before


@pytest.mark.usefixtures("_newest_alone", "_two_letters")
def test_a_subscriber_reads_all_of_it_by_their_own_link() -> None:
    key = a_subscriber().key

    assert "Of flowers" in page(f"/subscription/{key}/letters/")
    assert SECRET in page(f"/subscription/{key}/letters/an-older-one/")
    assert SECRET in page(f"/es/subscription/{key}/letters/an-older-one/")


@pytest.mark.usefixtures("_newest_alone", "_two_letters")
def test_whoever_only_typed_an_address_reads_no_more_than_anybody_else() -> None:
    key = a_subscriber(is_confirmed=False).key

    answer = visitor().get(f"/subscription/{key}/letters/an-older-one/")

    assert answer.status_code == 404
    assert SECRET not in words(answer)


@pytest.mark.usefixtures("_two_letters")
def test_the_shipped_campaign_shows_every_letter_to_everybody() -> None:
    assert SECRET in page(SHUT)
    assert "an-older-one" in page(f"/letters/search/?words={SECRET}")


def test_no_letter_lies_among_the_static_files() -> None:
    """They are the same for every campaign, and nothing is written there while it runs."""
    static = ROOT / "offramp" / "web" / "static"

    assert {path.suffix for path in static.rglob("*") if path.is_file()} <= {".css", ".js", ".svg", ".png"}
