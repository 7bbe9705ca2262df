"""The letters by mail on a phone without JavaScript: asked for, confirmed, changed, ended."""

import re
import time
from email.message import Message

from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.people import Somebody
from tests.browser.screens import screenshot
from tests.browser.servers import Server

ADDRESS = "reader@example.org"
MINIMUM = 4.2  # seconds a person needs to read the form


def test_a_reader_gets_the_letters_by_mail_and_ends_it(server: Server, open_page: OpenPage) -> None:
    reader = Somebody(open_page())
    reader.open("/letters/")
    reader.follow("New letters by e-mail")
    picture(reader, open_page, "ask")
    reader.write("E-mail address", f"  Reader <{ADDRESS}>")
    reader.page.get_by_role("radio", name="One mail a month").check()
    time.sleep(MINIMUM)
    reader.press("Get the letters")
    assert reader.headline() == "Now look into your mail"
    picture(reader, open_page, "asked")

    link = link_in(the_mail(server))
    reader.open(link)
    assert reader.headline() == "Is this you?"
    picture(reader, open_page, "question")
    reader.press("Yes, send me the letters")
    assert reader.sees("From now on our letters come to you.")
    picture(reader, open_page, "mine")

    assert reader.page.get_by_role("radio", name="One mail a month").is_checked()
    reader.page.get_by_role("radio", name="Each letter, when it comes out").check()
    reader.page.get_by_label("Language of the mails").select_option("es")
    reader.press("Save")
    reader.follow("Read all letters")
    reader.follow("To the person with the badge")
    picture(reader, open_page, "letter")

    reader.open(link)
    assert reader.page.get_by_role("radio", name="Each letter, when it comes out").is_checked()
    reader.press("End it, and delete my address")
    assert reader.headline() == "It is ended"
    reader.open(link)
    assert reader.headline() == "This link leads to nothing now"
    picture(reader, open_page, "not-there")
    assert link.rpartition("/subscription/")[2] not in server.log.read_text()


def the_mail(server: Server) -> Message:
    server.offramp("mail")
    [mail] = server.mail
    assert mail["To"] == ADDRESS
    return mail


def link_in(mail: Message) -> str:
    [link] = re.findall(r"https?://\S+/subscription/\S+", bytes(mail.get_payload(decode=True)).decode())
    return str(link)


def picture(reader: Somebody, open_page: OpenPage, name: str) -> None:
    """For our own eyes; and held against the rules of accessibility, which needs JavaScript."""
    assert reader.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    screenshot(reader.page, f"journey/subscription-{name}")
    beside = open_page(javascript=True)
    beside.goto(reader.page.url)
    assert_accessible(beside)
    beside.context.close()
