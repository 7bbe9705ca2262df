"""A browser and a server for each file of journeys, fed only through pages and the `offramp` command."""

import os
import shutil
from collections.abc import Iterator
from mailbox import Maildir
from pathlib import Path
from typing import Protocol

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from offramp.web.leave import ELSEWHERE
from tests.browser import certificates, databases, servers
from tests.browser.certificates import Certificate
from tests.browser.screens import WIDTHS
from tests.browser.servers import Server


class OpenPage(Protocol):
    def __call__(
        self, *, width: int = 360, javascript: bool = False, dark: bool = False, language: str = "en-US"
    ) -> Page: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return certificates.issue(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Maildir, int]]:
    """A real SMTP server, and the folder it puts letters into."""
    folder, port = tmp_path_factory.mktemp("mail") / "received", servers.free_port()
    controller = Controller(Mailbox(folder), hostname="localhost", port=port)
    controller.start()
    yield Maildir(folder), port
    controller.stop()


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, certificate: Certificate, mail: tuple[Maildir, int]
) -> Iterator[Server]:
    """An installation nobody has used yet: not even `offramp init` has run."""
    folder = tmp_path_factory.mktemp("server")
    with (
        databases.fresh(os.environ["DATABASE_URL"], folder / "database") as database,
        servers.running(folder, database=database, certificate=certificate, mail=mail) as server,
    ):
        yield server


@pytest.fixture(scope="module")
def browser(certificate: Certificate) -> Iterator[Browser]:
    """Debian's Chromium; our certificate is trusted by its key, so passkeys work as on a real site."""
    arguments = [
        "--no-sandbox",  # root may not have one, and it meets only our own pages
        "--disable-dev-shm-usage",
        f"--ignore-certificate-errors-spki-list={certificate.pin}",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=arguments,
            # On, as at home: Back after leaving must show nothing even so.
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[OpenPage]:
    """Each call is a person with a browser of their own; in the end all pages must have been quiet."""
    trouble: list[str] = []

    def open_page(
        *, width: int = 360, javascript: bool = False, dark: bool = False, language: str = "en-US"
    ) -> Page:
        context = browser.new_context(
            base_url=server.origin,
            viewport={"width": width, "height": WIDTHS.get(width, 800)},
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            locale=language,
        )
        context.set_default_timeout(10_000)
        page = context.new_page()
        watch(page, server.origin, trouble)
        return page

    yield open_page
    for context in browser.contexts:
        context.close()
    assert trouble == []


def watch(page: Page, origin: str, trouble: list[str]) -> None:
    """Note script errors, violations of our own policy, and requests to anybody else."""

    def on_console(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            trouble.append(f"{page.url}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((f"{origin}/", "data:", "blob:", ELSEWHERE)):
            trouble.append(f"{page.url}: asked {request.url}")

    page.on("pageerror", lambda error: trouble.append(f"{page.url}: {error}"))
    page.on("console", on_console)
    page.on("request", on_request)


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """As most people come: 360 px, no JavaScript."""
    return open_page()


@pytest.fixture
def phone_js(open_page: OpenPage) -> Page:
    return open_page(javascript=True)


@pytest.fixture
def desktop(open_page: OpenPage) -> Page:
    return open_page(width=1280)


@pytest.fixture
def desktop_js(open_page: OpenPage) -> Page:
    return open_page(width=1280, javascript=True)
