"""The first pages in Chromium, over TLS: what travels, and how soon somebody can type."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.installation import Installation
from tests.browser.certificates import Certificate

USABLE = """() => Math.max(
  performance.getEntriesByType("navigation")[0].domInteractive,
  ...performance.getEntriesByName("first-contentful-paint").map(paint => paint.startTime))"""


@dataclass(frozen=True)
class Weight:
    requests: int
    kilobytes: float


class Scales:
    """Counts what a page and everything it asks for takes, headers included, compressed as it travels."""

    def __init__(self, page: Page) -> None:
        self.requests = self.octets = 0
        session = page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", self._add)
        session.send("Network.enable")

    def _add(self, finished: dict[str, Any]) -> None:
        if finished["encodedDataLength"]:  # what comes from the browser's own store does not travel
            self.requests += 1
            self.octets += int(finished["encodedDataLength"])

    def read(self) -> Weight:
        return Weight(self.requests, self.octets / 1000)


@contextmanager
def browser(certificate: Certificate) -> Iterator[Browser]:
    arguments = ["--no-sandbox", "--disable-dev-shm-usage"]
    arguments.append(f"--ignore-certificate-errors-spki-list={certificate.pin}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser
        browser.close()


def weigh(browser: Browser, installation: Installation) -> tuple[Weight, Weight]:
    """The landing page, and everything from there up to the form."""
    page = browser.new_page()
    scales = Scales(page)
    page.goto(f"{installation.origin}/", wait_until="networkidle")
    landing = scales.read()
    page.locator('a[href="/help/"]').first.click()
    page.locator("#text").wait_for()
    page.wait_for_load_state("networkidle")
    up_to_form = scales.read()
    page.context.close()
    return landing, up_to_form


def time_form(browser: Browser, installation: Installation, *, times: int) -> float:
    """Milliseconds from asking for the form, with nothing stored, until it is painted and takes a text."""
    return median(usable_after(browser, installation) for _ in range(times))


def usable_after(browser: Browser, installation: Installation) -> float:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{installation.origin}/help/", wait_until="load")
    page.locator("#text").fill("Ready.")
    page.wait_for_function('performance.getEntriesByName("first-contentful-paint").length')
    milliseconds = float(page.evaluate(USABLE))
    context.close()
    return milliseconds
