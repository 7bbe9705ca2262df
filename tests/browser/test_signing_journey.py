"""A letter is signed on a phone without JavaScript: asked, confirmed, shown, only counted, withdrawn."""

import re
import sys
import time

from offramp.web.gate import AT_LEAST
from tests.browser.conftest import OpenPage
from tests.browser.looking import look_beside
from tests.browser.people import Somebody
from tests.browser.servers import Server

SLUG = "to-the-person-with-the-badge"
LETTER = f"/letters/{SLUG}/"
ADDRESS = "ada@example.org"
AS_ORGANIZER = f"""
import datetime, django
django.setup()
from offramp.letters.models import Letter
from offramp.people.models import Member
from offramp.signatures import organizing
letter = Letter.objects.get(slug="{SLUG}")
"""
LET_IT_BE_SIGNED = "organizing.open_signing(letter=letter, by=Member(), on=datetime.date.today())"
LET_NAMES_STAND = "organizing.let_stand(letter=letter, seen=letter.signatures.values_list('pk', 'name'))"


def test_a_reader_signs_is_only_counted_and_takes_it_back(server: Server, open_page: OpenPage) -> None:
    act(server, LET_IT_BE_SIGNED)
    ada = Somebody(open_page())
    ask(ada, open_page)

    link = mailed(server)
    ada.open(link)
    assert ada.headline() == "One press, and it counts"
    look_beside(ada.page, open_page, "signature-question")
    ada.press("Sign the letter")
    assert ada.sees("Thank you. Your signature counts.")
    assert ada.sees("as soon as an organizer has looked at it")
    look_beside(ada.page, open_page, "signature-mine")
    ada.follow("Read the letter")
    assert ada.sees("One person has signed it.")
    assert not ada.sees("Ada Lovelace")
    act(server, LET_NAMES_STAND)
    ada.open(LETTER)
    assert ada.page.get_by_text("Ada Lovelace", exact=True).is_visible()
    look_beside(ada.page, open_page, "signature-below")

    ada.open(link)
    ada.page.get_by_role("radio", name="Without a name: only count me").check()
    ada.press("Save")
    ada.open(f"/signatures/{SLUG}/")
    assert not ada.sees("Ada Lovelace")
    look_beside(ada.page, open_page, "signatures")

    ada.open(link)
    ada.press("Withdraw my signature")
    assert ada.headline() == "Your signature is withdrawn."
    ada.open(LETTER)
    assert ada.sees("Nobody has signed it yet.")
    ada.open(link)
    assert ada.headline() == "There is no signature under this link."
    look_beside(ada.page, open_page, "signature-gone")
    assert link.rpartition("/mine/")[2] not in server.log.read_text()


def ask(ada: Somebody, open_page: OpenPage) -> None:
    ada.open(LETTER)
    ada.follow("Sign this letter")
    look_beside(ada.page, open_page, "signature-new")
    ada.page.get_by_role("radio", name="With my name below the letter").check()
    ada.write("Your name", "Ada Lovelace")
    ada.write("E-mail address", f"Ada <{ADDRESS}>")
    time.sleep(AT_LEAST)
    ada.press("Send me the link")
    assert ada.headline() == "Look into your mail"
    look_beside(ada.page, open_page, "signature-asked")


def act(server: Server, as_organizer: str) -> None:
    server.run(sys.executable, "-c", AS_ORGANIZER + as_organizer)


def mailed(server: Server) -> str:
    server.offramp("mail")
    [mail] = server.mail
    assert mail["To"] == ADDRESS
    [link] = re.findall(r"https?://\S+/signatures/mine/\S+", bytes(mail.get_payload(decode=True)).decode())
    return str(link)
