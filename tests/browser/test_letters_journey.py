"""Open letters as people meet them: read on a phone, answered in confidence, written by an organizer."""

import re
import time

from playwright.sync_api import Page

from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.crew import crew
from tests.browser.looking import looking
from tests.browser.people import MINIMUM, Somebody
from tests.browser.screens import screenshot
from tests.browser.servers import Server

TITLE = "To the person with the badge"
DRAFT = "# A letter of ours\n\nGood **day**, and [more](/nowhere/)."


def test_a_reader_finds_the_letters_that_came_with_the_campaign(server: Server, phone: Page) -> None:
    reader = Somebody(phone)
    reader.open("/")
    reader.follow(TITLE)
    assert reader.headline() == TITLE
    no_wider_than_the_window(phone)
    reader.follow("Español")
    assert reader.headline() == "A quien lleva la placa"
    reader.follow("Todas las cartas")
    phone.get_by_role("link", name=re.compile("^Seguir leyendo")).first.click()
    assert re.search(r"/es/letters/[a-z-]+/#rest$", phone.url)

    reader.open("/letters/search/")
    reader.write("Search the letters, in any language", "inhalador DISTINCIÓN")
    reader.press("Search")
    assert reader.sees("No letter has all of these words.")
    reader.write("Search the letters, in any language", "inhalador DELITO")
    reader.press("Search")
    assert reader.sees("A quien lleva la placa")


def test_on_paper_stands_the_letter_and_where_it_is_from(phone: Page) -> None:
    phone.goto("/letters/to-the-family/")
    phone.emulate_media(media="print")

    shown = phone.inner_text("body")
    assert "To the family that waits up" in shown
    assert phone.url in shown
    assert not re.search("Leave this page|Answer in confidence|Privacy", shown)


def test_a_letter_is_answered_in_confidence_and_another_one_is_written(
    server: Server, open_page: OpenPage
) -> None:
    look = looking(javascript=True)
    di = crew(server)["Di"].sits_down(open_page(width=1280, javascript=True))
    di.look = look
    ada = Somebody(open_page(javascript=True), look)

    ada.open("/letters/to-the-person-with-the-badge/")
    ada.press("Answer in confidence")
    assert ada.page.url == f"{server.origin}/help/letter/"
    assert ada.page.get_by_label(f"Say on my card that I read “{TITLE}”").is_checked()
    ada.page.locator("#text").fill("I read it in my car.")
    time.sleep(MINIMUM)
    ada.press("Send")
    ada.keep_the_code()
    di.open("/front-desk/")
    di.page.locator(".rows button, .rows a").first.click()
    assert di.sees("Came from the letter")

    write_a_letter(di)
    look_at_who_signs_and_who_gets_it(di)
    for address in (
        "/letters/",
        "/letters/a-letter-of-ours/",
        "/es/letters/a-letter-of-ours/",
        "/letters/2026/",
    ):
        ada.open(address)
        no_wider_than_the_window(ada.page)
    assert "a-letter-of-ours" not in server.log.read_text()


def write_a_letter(di: Somebody) -> None:
    di.open("/writing/")
    di.follow("Write a letter")
    di.page.locator("#text").fill(DRAFT)
    di.press("Save as a draft")
    di.press("Preview")
    assert di.sees("The link to “/nowhere/” leads to no page of ours.")
    screenshot(di.page, "journey/writing-preview")
    assert_accessible(di.page)
    di.press("Save")
    di.follow("a-letter-of-ours")
    di.press("Publish now")
    assert di.sees("The letter is public now.")
    di.open("/writing/")
    di.follow("A letter of ours")
    di.follow("A letter of ours")
    di.follow("Earlier versions")


def look_at_who_signs_and_who_gets_it(di: Somebody) -> None:
    di.open("/writing/")
    di.follow("A letter of ours")
    di.press("Let readers sign it")
    assert di.sees("By mail")
    screenshot(di.page, "journey/writing-letter-public")
    assert_accessible(di.page)
    di.follow("Who signed")
    assert di.sees("Nobody has signed with a name yet.")
    di.follow("Subscribers")
    assert di.headline() == "Letters by e-mail"
    di.follow("Import a list")
    di.open("/subscribers/export/")


def no_wider_than_the_window(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
