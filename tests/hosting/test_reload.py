"""What the proxy's own page says is true: after a reload, what was sent is not lost."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.certificates import Certificate
from tests.browser.people import MINIMUM
from tests.browser.servers import free_port
from tests.hosting import behind, hosts

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", list(behind.BOTH))
def test_a_form_sent_while_nobody_was_there_arrives_with_a_reload(
    name: str, tmp_path: Path, certificate: Certificate, browser: Browser
) -> None:
    port = free_port()
    host = hosts.on_this_machine(tmp_path, OFFRAMP_ORIGIN=f"https://localhost:{port}")
    before = behind.BOTH[name](tmp_path / name, port=port, upstreams=[host.upstream], certificate=certificate)
    with hosts.standing(host), before, browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"https://localhost:{port}/help/")
        page.locator("#text").fill("A whole sentence.")
        time.sleep(MINIMUM)
        host.stop()
        page.get_by_role("button", name="Send", exact=True).click()
        assert page.inner_text("p").startswith("We will be back in a moment.")
        host.start()
        assert host.answers()
        page.reload()

        assert page.url == f"https://localhost:{port}/code/"
