"""The letters by mail on a phone without JavaScript: asked for, confirmed, changed, ended."""

import re
import time
from email.message import Message

from tests.browser.conftest import OpenPage
from tests.browser.looking import look_beside
from tests.browser.people import Somebody
from tests.browser.servers import Server

ADDRESS = "reader@example.org"
MINIMUM = 4.2  # seconds a person needs to read the form


def test_a_reader_gets_the_letters_by_mail_and_ends_it(server: Server, open_page: OpenPage) -> None:
    reader = Somebody(open_page())
    reader.open("/letters/")
    reader.follow("New letters by e-mail")
    look_beside(reader.page, open_page, "subscription-ask")
    reader.write("E-mail address", f"  Reader <{ADDRESS}>")
    reader.page.get_by_role("radio", name="One mail a month").check()
    time.sleep(MINIMUM)
    reader.press("Get the letters")
    assert reader.headline() == "Now look into your mail"
    look_beside(reader.page, open_page, "subscription-asked")

    link = link_in(the_mail(server))
    reader.open(link)
    assert reader.headline() == "Is this you?"
    look_beside(reader.page, open_page, "subscription-question")
    reader.press("Yes, send me the letters")
    assert reader.sees("From now on our letters come to you.")
    look_beside(reader.page, open_page, "subscription-mine")

    assert reader.page.get_by_role("radio", name="One mail a month").is_checked()
    reader.page.get_by_role("radio", name="Each letter, when it comes out").check()
    reader.page.get_by_label("Language of the mails").select_option("es")
    reader.press("Save")
    reader.follow("Read all letters")
    reader.follow("To the person with the badge")
    look_beside(reader.page, open_page, "subscription-letter")

    reader.open(link)
    assert reader.page.get_by_role("radio", name="Each letter, when it comes out").is_checked()
    reader.press("End it, and delete my address")
    assert reader.headline() == "It is ended"
    reader.open(link)
    assert reader.headline() == "This link leads to nothing now"
    look_beside(reader.page, open_page, "subscription-not-there")
    assert link.rpartition("/subscription/")[2] not in server.log.read_text()


def the_mail(server: Server) -> Message:
    server.offramp("mail")
    [mail] = server.mail
    assert mail["To"] == ADDRESS
    return mail


def link_in(mail: Message) -> str:
    [link] = re.findall(r"https?://\S+/subscription/\S+", bytes(mail.get_payload(decode=True)).decode())
    return str(link)
