"""What a journey does with each page it comes to."""

import re
from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.screens import screenshot


def looking(*, javascript: bool) -> Callable[[Page], None]:
    """With JavaScript every page on the way is pictured and held against the rules of accessibility."""
    seen: set[str] = set()

    def look(page: Page) -> None:
        name = re.sub(r"[0-9a-f-]{36}|(?<=/link/)[^/?]+", "x", page.url.split("/", 3)[3]).split("?")[0]
        name = name.strip("/").replace("/", "-") or "landing"
        if page.get_by_role("alert").count() == 0 and name in seen:
            return
        seen.add(name)
        screenshot(page, f"journey/{name}")
        assert_accessible(page)

    return look if javascript else lambda _page: None


def look_beside(page: Page, open_page: OpenPage, name: str) -> None:
    """Picture a page without JavaScript; axe needs it, so another browser opens the same address for it."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    screenshot(page, f"journey/{name}")
    beside = open_page(javascript=True)
    beside.goto(page.url)
    assert_accessible(beside)
    beside.context.close()
