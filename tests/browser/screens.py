"""Pictures for our own eyes, by `make screens`: build/screens/NAME-360-light.png and its three sisters."""

import os

from playwright.sync_api import Page

from tests.environment import ROOT

WIDTHS = {360: 740, 1280: 800}


def screenshot(page: Page, name: str) -> None:
    """The whole page at both widths, dark and light, if somebody wants to see it; left light and still."""
    before = page.viewport_size
    assert before
    for width, height in WIDTHS.items() if "SCREENS" in os.environ else ():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no half-way colours
            page.screenshot(path=ROOT / "build" / "screens" / f"{name}-{width}-{scheme}.png", full_page=True)
    page.set_viewport_size(before)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
