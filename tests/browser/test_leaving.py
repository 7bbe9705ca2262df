"""A phone that somebody else picks up: after leaving, nothing of ours comes back with the Back button."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.crew import crew
from tests.browser.people import Somebody, ask_for_help
from tests.browser.servers import Server

SECRET = "I cannot do these raids any more."
TYPED = "half a sentence about my chief"


@pytest.fixture(scope="module")
def words() -> list[str]:
    """The code of the one seeker of this file, once she has one."""
    return []


@pytest.fixture
def ada(server: Server, open_page: OpenPage, words: list[str]) -> Somebody:
    """Signed in on her place, without JavaScript, a text half typed."""
    if not words:
        crew(server)
        first = Somebody(open_page())
        ask_for_help(first, SECRET)
        words.extend(first.words)
    return came_back(Somebody(open_page(), words=words))


@pytest.fixture
def ada_with_javascript(ada: Somebody, open_page: OpenPage) -> Somebody:
    return came_back(Somebody(open_page(javascript=True), words=ada.words))


def test_leaving_ends_the_visit_and_back_shows_nothing(ada: Somebody) -> None:
    ada.press("Leave this page")

    assert_nothing_comes_back(ada.page)


def test_leaving_with_javascript_ends_the_visit_and_back_shows_nothing(ada_with_javascript: Somebody) -> None:
    ada_with_javascript.press("Leave this page")

    assert_nothing_comes_back(ada_with_javascript.page)


def test_escape_three_times_leaves(ada_with_javascript: Somebody) -> None:
    page = ada_with_javascript.page
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(re.compile("weather|leave|chrome-error"))

    assert_nothing_comes_back(page)


def test_signing_out_ends_the_visit_and_back_shows_nothing(ada: Somebody) -> None:
    ada.press("Sign out")

    assert ada.headline() == "You are signed out."
    assert_nothing_comes_back(ada.page)


def test_without_leaving_the_back_button_does_show_it(ada: Somebody) -> None:
    """What the tests above look for can be found: this is why the page says that closing is not leaving."""
    ada.open("/now/")
    ada.page.go_back()

    assert ada.sees(SECRET)


def test_titles_and_addresses_of_personal_pages_say_nothing(ada: Somebody) -> None:
    for address in ("/place/", "/place/change/", "/place/copy/", "/place/burning/", "/place/stay/"):
        ada.open(address)
        step, _, name = ada.page.title().rpartition(" ")
        assert name == "Larkfield"
        assert not {"leave", "ICE", "job", "immigration"} & set(step.split())


def came_back(ada: Somebody) -> Somebody:
    ada.come_back()
    expect(ada.page.get_by_text(SECRET)).to_be_visible()
    ada.write("Write to the team", TYPED)
    return ada


def assert_nothing_comes_back(page: Page) -> None:
    """No cookie is left, and no page or text in the whole history of the tab."""
    page.wait_for_timeout(1_000)  # the page that says so sends the browser elsewhere
    assert page.context.cookies() == []
    for _ in range(6):
        with suppress(Error):  # the end of the history, or the page elsewhere, which does not exist here
            page.go_back(wait_until="load", timeout=4_000)
        page.wait_for_timeout(200)
        shown = page.content() + "".join(field.input_value() for field in page.locator("textarea").all())
        assert SECRET not in shown
        assert TYPED not in shown
