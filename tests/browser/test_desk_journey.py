"""A seeker's desk as they use it alone: at a phone and at home, without JavaScript and with it."""

import re

import pytest
from playwright.sync_api import Dialog

from tests.browser.conftest import OpenPage
from tests.browser.crew import crew
from tests.browser.looking import looking
from tests.browser.people import Somebody, ask_for_help
from tests.browser.servers import Server

NOTE = "What I can do\n\nI have led teams of ten.\n\nأتحدث العربية والإسبانية 🌱"


def test_a_note_is_written_without_javascript(seeker: Somebody, open_page: OpenPage) -> None:
    desk_journey(seeker, Somebody(open_page(), words=seeker.words))


def test_a_note_is_written_with_javascript(seeker: Somebody, open_page: OpenPage) -> None:
    look = looking(javascript=True)
    ada, at_home = (
        Somebody(open_page(width=width, javascript=True), look, words=seeker.words) for width in (360, 1280)
    )
    ada.come_back()
    desk_journey(ada, at_home)


def test_with_javascript_a_text_is_not_left_behind_unasked_and_leaving_never_asks(
    seeker: Somebody, open_page: OpenPage
) -> None:
    ada = Somebody(open_page(javascript=True), words=seeker.words)
    ada.come_back()
    ada.open("/place/desk/new/")
    ada.page.get_by_label("Your text").press_sequentially("Not saved yet.")
    asked = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    ada.page.on("dialog", stay)
    ada.page.get_by_role("link", name="Back to your desk").click()
    assert asked == ["beforeunload"]
    assert ada.page.get_by_label("Your text").input_value() == "Not saved yet."

    ada.page.get_by_role("button", name="Leave this page").click()
    ada.page.wait_for_url(re.compile(r"/leave/|^(?!.*localhost)"))
    assert asked == ["beforeunload"]


@pytest.fixture(scope="module")
def words() -> list[str]:
    """What the one seeker of this file wrote down."""
    return []


@pytest.fixture
def seeker(server: Server, open_page: OpenPage, words: list[str]) -> Somebody:
    """Ada, in a browser on her phone; she wrote to the team when she first came."""
    ada = Somebody(open_page(), words=list(words))
    if words:
        ada.come_back()
    else:
        crew(server)
        ask_for_help(ada, "I want to leave.")
        words += ada.words
    return ada


def desk_journey(ada: Somebody, at_home: Somebody) -> None:
    ada.open("/place/")
    ada.follow("Your desk")
    assert ada.sees("Begin with your résumé")
    ada.follow("Begin a note")
    ada.write("Your text", NOTE)
    ada.press("Save")
    assert ada.headline() == "What I can do"
    assert ada.sees("Only you can open this.")
    note = ada.page.url.split("?")[0]

    _both_windows_write(ada, at_home, note)
    _an_earlier_version_comes_back(ada, note)
    ada.open(f"{note}sharing/")
    assert ada.sees("You have no adviser just now.")
    _it_is_deleted(ada, note)


def _both_windows_write(ada: Somebody, at_home: Somebody, note: str) -> None:
    at_home.come_back()
    at_home.open(note)
    assert at_home.page.get_by_label("Your text").input_value() == NOTE
    ada.open(note)
    ada.write("Your text", NOTE.replace("teams of ten", "teams of twelve"))
    ada.press("Save")
    at_home.write("Your text", NOTE.replace("teams of ten", "large teams"))
    at_home.press("Save")
    assert at_home.sees("This was changed in two places.")
    both = at_home.page.get_by_label("Your text").input_value()
    assert "I have led large teams.\n\nI have led teams of twelve." in both
    at_home.write("Your text", both.replace("I have led teams of twelve.\n\n", ""))
    at_home.press("Save")
    assert at_home.sees("Saved.")


def _an_earlier_version_comes_back(ada: Somebody, note: str) -> None:
    ada.open(f"{note}versions/")
    assert ada.sees("You changed paragraph 1.")
    ada.follow("You began it.")
    assert ada.sees("From then to now")
    ada.press("Bring this version back")
    assert ada.page.get_by_label("Your text").input_value() == NOTE


def _it_is_deleted(ada: Somebody, note: str) -> None:
    ada.open("/place/desk/")
    assert ada.sees("What I can do")
    ada.open(note)
    ada.follow("Delete this note")
    ada.press("Delete it")
    assert ada.sees("Deleted, and nobody can open it any more.")
    assert not ada.sees("What I can do")
