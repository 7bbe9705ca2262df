"""Pictures of a page for our own eyes: build/screens/NAME-360-light.png and its three sisters."""

from playwright.sync_api import Page

from tests.environment import ROOT

WIDTHS = {360: 740, 1280: 800}


def screenshot(page: Page, name: str) -> None:
    """Take the whole page at both widths, light and dark, and leave it as it was."""
    before = page.viewport_size
    assert before
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("dark", "light"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no half-way colours
            page.screenshot(path=ROOT / "build" / "screens" / f"{name}-{width}-{scheme}.png", full_page=True)
    page.set_viewport_size(before)
