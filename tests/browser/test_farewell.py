"""A site that says goodbye, as people see it: on a phone without JavaScript, and in the pictures."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.crew import crew
from tests.browser.people import Somebody, ask_for_help
from tests.browser.screens import screenshot
from tests.browser.servers import Server

LAST_DAY = timezone.now().date() + timedelta(days=30)
THE_END = "This site closes for good."


@pytest.fixture(scope="module")
def goodbye(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page that stays, written by the command."""
    file = tmp_path_factory.mktemp("goodbye") / "index.html"
    server.offramp("farewell", "page", str(file))
    return file


def test_everybody_is_told_and_takes_what_is_theirs(server: Server, open_page: OpenPage) -> None:
    staff = crew(server, "Bo")
    di, bo = (staff[name].sits_down(open_page(width=1280)) for name in ("Di", "Bo"))
    ada, gus = Somebody(open_page()), Somebody(open_page())
    ask_for_help(ada, "I want to leave.")
    server.offramp("farewell", "announce", "--last-day", str(LAST_DAY), "--yes")

    for somebody, address in ((ada, "/place/"), (bo, "/caseload/"), (di, "/front-desk/")):
        somebody.open(address)
        assert somebody.sees(THE_END)
        no_wider_than_the_window(somebody.page)
        screenshot(somebody.page, f"farewell/{address.strip('/')}")

    ada.follow("Take it with you")
    assert "I want to leave." in saved(ada)
    di.follow("Take along what we keep of you")
    assert "announced the last day of this site" in saved(di)

    for address in ("/", "/es/", "/help/", "/es/help/"):
        gus.open(address)
        no_wider_than_the_window(gus.page)
        screenshot(gus.page, f"farewell/{address.strip('/').replace('/', '-') or 'landing'}")
    gus.open("/help/")
    assert gus.headline() == "We take no new messages any more."
    assert gus.page.get_by_role("link", name="988", exact=True).count() == 1

    server.offramp("farewell", "recall")
    gus.open("/")
    assert not gus.sees(THE_END)


def test_the_announced_end_can_be_read_by_everybody(server: Server, phone_js: Page) -> None:
    server.offramp("farewell", "announce", "--last-day", str(LAST_DAY), "--yes")

    for address in ("/", "/es/", "/help/", "/return/"):
        phone_js.goto(address)
        assert_accessible(phone_js)

    server.offramp("farewell", "recall")


@pytest.mark.parametrize("javascript", [False, True])
def test_the_page_that_stays_needs_nobody_else(goodbye: Path, browser: Browser, *, javascript: bool) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=javascript)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(goodbye.as_uri())

    assert asked == [goodbye.as_uri()]
    assert page.get_by_role("heading", level=1).all_inner_texts() == [
        "Another Road has ended.",
        "Otro camino ha terminado.",
    ]
    no_wider_than_the_window(page)
    screenshot(page, "farewell/goodbye")
    context.close()


def saved(somebody: Somebody) -> str:
    with somebody.page.expect_download() as download:
        somebody.press("Save the file")
    assert download.value.suggested_filename == "notes.html"
    return download.value.path().read_text()


def no_wider_than_the_window(page: Page) -> None:
    """Nothing has to be pushed sideways to be read."""
    assert page.viewport_size
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
