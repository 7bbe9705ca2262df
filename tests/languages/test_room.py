"""Words that are longer, and lines that begin on the right, find room on every page."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Page, sync_playwright

from tests.languages import pages
from tests.languages.pseudo import ACCENTED, MIRRORED
from tests.web.scene import Scene

pytestmark = pytest.mark.browser

STYLE = re.compile(r'<link rel="stylesheet" href="/static/(\w+)\.\w+\.css">')
# How wide the page is where it is too wide, and what in it holds more than it shows.
STANDING_OUT = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const full = [...document.querySelectorAll("body *")].filter((one) => one.scrollWidth > page.clientWidth);
  return [page.scrollWidth, ...full.map((one) => `${one.localName}.${one.className}`)];
}"""


@pytest.mark.django_db
@pytest.mark.usefixtures("spoken")
def test_longer_words_find_room_on_a_phone(scene: Scene) -> None:
    public = {path: dressed(page) for path, page in pages.all_of(scene, ACCENTED.code, ("nobody",))}

    with a_browser() as page:
        found = {path: out for path, content in public.items() if (out := standing_out(page, content, 360))}

    assert found == {}


@pytest.mark.django_db
@pytest.mark.usefixtures("spoken")
def test_lines_that_begin_on_the_right_find_room_everywhere(scene: Scene) -> None:
    house = {path: dressed(page) for path, page in pages.all_of(scene, MIRRORED.code)}

    with a_browser() as page:
        found = {
            (path, width): out
            for width in (360, 1280)
            for path, content in house.items()
            if (out := standing_out(page, content, width))
        }
        assert page.evaluate("getComputedStyle(document.querySelector('main')).direction") == "rtl"

    assert found == {}


def test_what_stands_out_is_found() -> None:
    broad = '<!doctype html><html dir="rtl"><p class="broad" style="width: 50rem">⟦⟧'

    with a_browser() as page:
        assert standing_out(page, broad, 360) == [808, "p.broad"]
        assert standing_out(page, broad, 1280) == []


@contextmanager
def a_browser() -> Iterator[Page]:
    """Closed before the database is, which no loop may run beside."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser.new_page(java_script_enabled=True)
        browser.close()


def standing_out(page: Page, content: str, width: int) -> list[int | str]:
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(content)
    found: list[int | str] = page.evaluate(STANDING_OUT)
    return found


def dressed(page: str) -> str:
    """With its style sheets inside, since there is no server to ask."""
    return STYLE.sub(lambda link: f"<style>{sheet(link[1])}</style>", page)


def sheet(name: str) -> str:
    path = finders.find(f"{name}.css")
    assert isinstance(path, str)
    return Path(path).read_text()
