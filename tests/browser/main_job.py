"""The main job as a journey: seeker, organizers and adviser together, from the first message to burning."""

import re

from tests.browser.conftest import OpenPage
from tests.browser.looking import looking
from tests.browser.people import Somebody, an_adviser, ask_for_help, two_organizers
from tests.browser.servers import Server

FIRST = "I'm drowning in this place. Two children, and I cannot just walk out."


def main_job(server: Server, open_page: OpenPage, *, javascript: bool) -> None:
    """Di and Ed open the front desk, Bo advises, Ada asks, is paired, talks, and burns everything."""
    look = looking(javascript=javascript)
    di, ed = two_organizers(server, open_page, look, javascript=javascript)
    bo = an_adviser(di, ed, Somebody(open_page(width=1280, javascript=javascript), look))
    ada = Somebody(open_page(javascript=javascript), look)
    ask_for_help(ada, FIRST)
    assert ada.sees(FIRST)
    ada_at_home = Somebody(open_page(javascript=javascript), look, words=ada.words)

    _the_team_asks_back(di, ada_at_home)
    _bo_is_asked_and_accepts(di, bo)
    _the_two_talk(bo, ada_at_home)
    di.open("/front-desk/")
    assert di.sees("Nobody is waiting for us.")
    _everything_burns(ada_at_home, bo)


def _the_team_asks_back(di: Somebody, ada: Somebody) -> None:
    di.open("/front-desk/")
    di.page.get_by_role("button", name=re.compile("^Open")).click()
    di.look(di.page)
    assert di.sees(FIRST)
    di.write("Answer", "Thank you for writing. Which evenings suit you?")
    di.press("Send")
    ada.come_back()
    assert ada.sees("Which evenings suit you?")
    ada.write("Write to the team", "Tuesday and Thursday.")
    ada.press("Send")
    di.open("/front-desk/")
    di.page.locator("ul.rows").get_by_role("link").first.click()
    assert di.sees("Tuesday and Thursday.")


def _bo_is_asked_and_accepts(di: Somebody, bo: Somebody) -> None:
    di.follow("Look for an adviser")
    di.page.get_by_role("radio", name=re.compile("^Bo")).check()
    di.press("Offer")
    bo.open("/caseload/")
    bo.page.locator("ul.rows").first.get_by_role("link").first.click()
    bo.look(bo.page)
    assert not bo.sees(FIRST)
    bo.press("Accept")
    assert bo.sees(FIRST)
    assert not bo.sees("Tuesday and Thursday.")


def _the_two_talk(bo: Somebody, ada: Somebody) -> None:
    bo.write("Answer", "Good evening. I have helped people do this. What do you like in your work?")
    bo.press("Keep as draft")
    bo.press("Send")
    ada.open("/place/")
    assert ada.sees("What do you like in your work?")
    ada.write("Write to your adviser", "Explaining things to people.")
    ada.press("Send")
    bo.open(bo.page.url)
    assert bo.sees("Explaining things to people.")


def _everything_burns(ada: Somebody, bo: Somebody) -> None:
    ada.follow("Delete everything")
    ada.page.get_by_label("Yes, delete everything now").check()
    ada.press("Delete everything")
    ada.come_back()
    assert "/place/" not in ada.page.url
    bo.open("/caseload/")
    assert bo.sees("You are not paired with anybody just now.")
