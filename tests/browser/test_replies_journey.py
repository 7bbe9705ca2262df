"""A reply from a phone without JavaScript, decided by keyboard, and taken back by its owner."""

import re
import sys
import time

from playwright.sync_api import Page, expect

from offramp.web.gate import AT_LEAST
from tests.browser.conftest import OpenPage
from tests.browser.crew import crew
from tests.browser.looking import looking
from tests.browser.people import Somebody
from tests.browser.servers import Server

LETTER = "/letters/to-the-person-with-the-badge/"
THOUGHT = "I read it in my car, and then once more."
TEN_MINUTES_PASS = """
import django

django.setup()
from offramp.notices.models import Outgoing

Outgoing.objects.update(not_before=None)
"""


def test_a_reply_comes_in_stands_and_is_taken_back(server: Server, open_page: OpenPage) -> None:
    di = crew(server)["Di"].sits_down(open_page(width=1280, javascript=True))
    cy, eve = Somebody(open_page()), Somebody(open_page())
    write(cy, "Cy", THOUGHT)
    write(eve, "Eve <b>", "Cheap watches at https://watches.example")
    time.sleep(AT_LEAST)
    for stranger in (cy, eve):
        stranger.press("Send")
        assert stranger.sees("An organizer reads it before anybody else does.")

    di.look = looking(javascript=True)
    di.open("/writing/")
    assert di.page.get_by_role("link", name="2 replies wait for you").is_visible()
    decide_by_keyboard(di)

    cy.open(LETTER)
    assert cy.sees(THOUGHT)
    assert not cy.sees("watches")
    server.offramp("mail")
    assert not list(server.mail), "For ten minutes it can be undone."
    server.run(sys.executable, "-c", TEN_MINUTES_PASS)
    server.offramp("mail")
    [mail] = server.mail
    assert mail["To"] == "cy@example.org"
    [link] = re.findall(r"https?://\S+/replies/mine/\S+", bytes(mail.get_payload(decode=True)).decode())
    cy.open(link)
    assert cy.sees("everybody can read it")
    cy.press("Delete it for good")
    cy.open(LETTER)
    assert not cy.sees(THOUGHT)
    assert "/replies/mine/" not in server.log.read_text()


def write(stranger: Somebody, name: str, text: str) -> None:
    stranger.open(LETTER)
    stranger.follow("Write a reply")
    stranger.write("Name", name)
    stranger.write("E-mail address", f"{name[:3].strip().lower()}@example.org")
    stranger.page.locator("#text").fill(text)


def decide_by_keyboard(di: Somebody) -> None:
    page = di.page
    di.open("/moderation/")
    page.keyboard.press("?")
    assert di.sees("refuse it as spam")
    page.keyboard.press("j")
    assert focused(page).startswith("Cy")
    page.keyboard.press("x")
    assert page.locator("output").inner_text() == "1"
    keys_mean_nothing_in_a_field(page)
    page.keyboard.press("j")
    press(di, "a", "You let 1 reply stand.")
    assert focused(page).startswith("Eve <b>")
    press(di, "s", "You refused 1 reply: spam.")
    page.keyboard.press("u")
    expect(page.locator("form.notice")).to_have_count(0)
    assert focused(page).startswith("Eve <b>")
    di.open("/moderation/")
    expect(page.locator("form.notice")).to_have_count(0)
    di.follow("Another reason")
    assert di.sees("eve@example.org")


def keys_mean_nothing_in_a_field(page: Page) -> None:
    """Nor anywhere, once they are switched off."""
    page.locator("#reason").press("a")
    works = page.get_by_label("The keys work")
    works.uncheck()
    page.keyboard.press("j")
    expect(works).to_be_focused()
    works.check()
    expect(page.locator("[data-reply]")).to_have_count(2)


def press(di: Somebody, key: str, said: str) -> None:
    di.page.keyboard.press(key)
    expect(di.page.locator("form.notice [role=status]")).to_have_text(said)
    di.look(di.page)


def focused(page: Page) -> str:
    """Whose reply the focus is in."""
    return str(page.evaluate("document.activeElement.closest('[data-reply]').innerText"))
