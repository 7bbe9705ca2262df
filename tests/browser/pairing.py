"""Two people who are paired, each in a browser of their own: where journeys of two begin."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.crew import crew
from tests.browser.people import Somebody, ask_for_help
from tests.browser.servers import Server

Look = Callable[[Page], None]


@dataclass
class Pair:
    ada: Somebody
    bo: Somebody


def a_pair(server: Server, open_page: OpenPage, look: Look, *, javascript: bool) -> Pair:
    """Ada asks, Di offers, Bo accepts. Only from then on is looked at."""
    staff = crew(server, "Bo")
    di = staff["Di"].sits_down(open_page(width=1280))
    bo = staff["Bo"].sits_down(open_page(width=1280, javascript=javascript))
    ada = Somebody(open_page(javascript=javascript))
    ask_for_help(ada, "I want to leave, and need a résumé.")
    di.open("/front-desk/")
    di.page.get_by_role("button", name=re.compile("^Open")).click()
    di.follow("Look for an adviser")
    di.page.get_by_role("radio", name=re.compile("^Bo")).check()
    di.press("Offer")
    bo.open("/caseload/")
    bo.page.locator("ul.rows").first.get_by_role("link").first.click()
    bo.press("Accept")
    bo.look = ada.look = look
    return Pair(ada, bo)
