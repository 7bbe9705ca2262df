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

    di.open("/front-desk/")
    di.page.get_by_role("button", name=re.compile("^Open")).click()
    look(di.page)
    assert di.sees(FIRST)
    di.write("Answer", "Thank you for writing. Which evenings suit you?")
    di.press("Send")

    ada_at_home = Somebody(open_page(javascript=javascript), look, words=ada.words)
    ada_at_home.come_back()
    assert ada_at_home.sees("Which evenings suit you?")
    ada_at_home.write("Write to the team", "Tuesday and Thursday.")
    ada_at_home.press("Send")

    di.open("/front-desk/")
    di.page.locator("ul.rows").get_by_role("link").first.click()
    assert di.sees("Tuesday and Thursday.")
    di.follow("Look for an adviser")
    di.page.get_by_role("radio", name=re.compile("^Bo")).check()
    di.press("Offer")

    bo.open("/caseload/")
    bo.page.locator("ul.rows").first.get_by_role("link").first.click()
    look(bo.page)
    assert not bo.sees(FIRST)
    bo.press("Accept")
    assert bo.sees(FIRST)
    assert not bo.sees("Tuesday and Thursday.")
    bo.write("Answer", "Good evening. I have helped people do this. What do you like in your work?")
    bo.press("Keep as draft")
    bo.press("Send")

    ada_at_home.open("/place/")
    assert ada_at_home.sees("What do you like in your work?")
    ada_at_home.write("Write to your adviser", "Explaining things to people.")
    ada_at_home.press("Send")
    bo.open(bo.page.url)
    assert bo.sees("Explaining things to people.")

    di.open("/front-desk/")
    assert di.sees("Nobody is waiting for us.")

    ada_at_home.follow("Delete everything")
    ada_at_home.page.get_by_label("Yes, delete everything now").check()
    ada_at_home.press("Delete everything")
    ada_at_home.come_back()
    assert "/place/" not in ada_at_home.page.url
    bo.open("/caseload/")
    assert bo.sees("You are not paired with anybody just now.")
