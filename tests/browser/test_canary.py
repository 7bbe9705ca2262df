"""The canary test: what was typed into every field is searched in all that the server keeps or sends."""

import re
import time
from pathlib import Path

import pytest
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Page, Request

from tests.browser.canaries import Canaries
from tests.browser.conftest import OpenPage
from tests.browser.people import MINIMUM, Somebody, an_adviser, two_organizers
from tests.browser.servers import Server
from tests.files import pictures


class Trail:
    """Every address and cookie the browsers had."""

    def __init__(self) -> None:
        self.urls: list[str] = []
        self.pages: list[Page] = []

    def follow(self, page: Page) -> Page:
        page.on("request", self._note)
        self.pages.append(page)
        return page

    def _note(self, request: Request) -> None:
        self.urls.append(request.url)

    def cookies(self) -> str:
        return "\n".join(str(page.context.cookies()) for page in self.pages)


@pytest.mark.engine
def test_nothing_that_was_typed_is_found_where_the_server_keeps_things(
    server: Server, open_page: OpenPage
) -> None:
    sing_and_search(server, open_page)


def sing_and_search(server: Server, open_page: OpenPage) -> None:
    """Every field gets a canary in the course of a journey; none is anywhere, but for the one that may be."""
    canaries, trail = Canaries(), Trail()

    def somebody(width: int) -> Somebody:
        return Somebody(trail.follow(open_page(width=width)))

    di, ed = two_organizers(server, open_page, lambda _page: None)
    trail.follow(di.page)
    trail.follow(ed.page)
    bo = an_adviser(di, ed, somebody(1280))
    ada = somebody(360)

    _describe_oneself(bo, canaries)
    _ask(ada, canaries)
    _talk_before_pairing(di, ada, canaries)
    _pair_and_talk(di, bo, ada, canaries)
    _bring_files(ada, bo, canaries)
    _bring_and_take_away(ada, canaries)
    _ask_for_advice(bo, di, canaries)
    _hand_over_and_change(bo, ada, canaries)
    for name, person in {"Di": di, "Ed": ed, "Bo": bo, "Ada": ada}.items():
        canaries.watch(f"{name}'s code", person.code)
        if person.secret:
            canaries.watch(f"{name}'s second factor", person.secret)
    server.offramp("notify")

    assert len(canaries.by_field) >= 40
    assert canaries.found_in(_all_that_is_kept(server, trail)) == set()

    # The text of a pause is public and stands in the clear: the same search must find it.
    di.open("/front-desk/pause/")
    di.write("What people read instead of the form", canaries.song("pause"))
    di.press("Pause")
    assert {name for name, _ in canaries.found_in(_all_that_is_kept(server, trail))} == {"pause"}


def _describe_oneself(bo: Somebody, canaries: Canaries) -> None:
    bo.open("/account/profile/")
    bo.page.locator("#text").fill(canaries.song("profile"))
    bo.press("Keep this profile")


def _ask(ada: Somebody, canaries: Canaries) -> None:
    ada.open("/help/")
    for summary in ada.page.locator("form summary").all():
        summary.click()
    ada.page.locator("#text").fill(canaries.song("first message"))
    ada.page.locator("#nickname").fill(canaries.song("nickname"))
    ada.page.locator("#red_line_words").fill(canaries.song("red lines in own words"))
    time.sleep(MINIMUM)
    ada.press("Send")
    ada.keep_the_code()


def _talk_before_pairing(di: Somebody, ada: Somebody, canaries: Canaries) -> None:
    di.open("/front-desk/")
    di.page.get_by_role("button", name=re.compile("^Open")).first.click()
    di.write("Answer", canaries.song("front desk's answer"))
    di.press("Send")
    ada.open("/place/")
    ada.write("Write to the team", canaries.song("seeker's answer to the team"))
    ada.press("Send")


def _pair_and_talk(di: Somebody, bo: Somebody, ada: Somebody, canaries: Canaries) -> None:
    di.open("/front-desk/")
    di.page.locator("ul.rows").get_by_role("link").first.click()
    di.follow("Look for an adviser")
    di.page.get_by_role("radio", name=re.compile("^Bo")).check()
    di.page.locator("input[name=has_read_red_lines]").check()
    di.press("Offer")
    bo.open("/caseload/")
    bo.page.locator("ul.rows").first.get_by_role("link").first.click()
    bo.press("Accept")
    bo.write("Answer", canaries.song("adviser's message"))
    bo.press("Send")
    bo.write("Answer", canaries.song("adviser's draft"))
    bo.press("Keep as draft")
    ada.open("/place/")
    ada.write("Write to your adviser", canaries.song("seeker's message"))
    ada.press("Send")


def _bring_files(ada: Somebody, bo: Somebody, canaries: Canaries) -> None:
    ada.open("/place/desk/files/")
    ada.write("What you call it", canaries.song("title of a file"))
    name, text = canaries.song("name of a file"), canaries.song("text of a file")
    ada.page.locator("#file").set_input_files(
        {"name": f"{name}.txt", "mimeType": "text/plain", "buffer": f"I can {text}.".encode()}
    )
    ada.press("Bring it")
    assert ada.sees(text)
    talk = bo.page.url
    for person, address, label in ((ada, "/place/", "Write to your adviser"), (bo, talk, "Answer")):
        author = canaries.song(f"author of a picture for {address[1:6]}")
        name = canaries.song(f"name of a picture for {address[1:6]}")
        person.open(address)
        person.write(label, "Look.")
        person.page.locator("details.called summary").click()
        person.write("The name they read", canaries.song(f"name that is read for {address[1:6]}"))
        person.page.locator("#file").set_input_files(
            {"name": f"{name}.png", "mimeType": "image/png", "buffer": _drawn_by(author)}
        )
        person.press("Send")
        assert person.sees(author)
        person.page.get_by_role("link", name="Save the file").click()
    bo.open(talk)


def _bring_and_take_away(ada: Somebody, canaries: Canaries) -> None:
    """An old résumé, a posting beside it, and a file with a name: once kept nowhere, once kept sealed."""
    ada.open("/place/desk/bring/")
    old = f"{canaries.song('name in an old resume')}\n{canaries.song('mail in an old resume')}@example.org\n"
    work = f"WORK EXPERIENCE\nClerk\n{canaries.song('employer in an old resume')}\nMay 2019 - June 2021\n"
    bullet = f"- Kept {canaries.song('bullet of an old resume')}.\n"
    ada.page.locator("#file").set_input_files(
        {"name": "old.txt", "mimeType": "text/plain", "buffer": (old + work + bullet).encode()}
    )
    ada.press("Read it")
    assert ada.sees(canaries.by_field["mail in an old resume"])
    ada.follow("Go through it")
    desk = ada.page.url.split("bringing/")[0]
    for keep in (False, True):
        ada.open(f"{desk}posting/")
        ada.write("The posting, pasted here", canaries.song(f"posting, kept: {keep}"))
        ada.page.locator("#keep").set_checked(keep)
        ada.press("Compare")
        ada.open(f"{desk}export/")
        for name in ("name", "email", "phone", "city"):
            ada.page.locator(f"#{name}").fill(canaries.song(f"{name} at export, kept: {keep}"))
        ada.page.locator("input[name=field-keep]").set_checked(keep)
        if ada.page.locator("input[name=knowing]").count():
            ada.page.locator("input[name=knowing]").check()
        ada.press("Make the file and check it")
        ada.page.get_by_role("button", name="Save the file").click()


def _drawn_by(author: str) -> bytes:
    told = PngInfo()
    told.add_text("Author", author)
    return pictures.encoded(pictures.pixels(), "PNG", pnginfo=told)


def _ask_for_advice(bo: Somebody, di: Somebody, canaries: Canaries) -> None:
    bo.follow("Ask the front desk for advice")
    bo.write("Your question", canaries.song("question"))
    bo.press("Ask")
    di.open("/front-desk/questions/")
    di.page.locator("ul.rows").get_by_role("link").first.click()
    di.write("Answer", canaries.song("answer to a question"))
    di.press("Send")


def _hand_over_and_change(bo: Somebody, ada: Somebody, canaries: Canaries) -> None:
    bo.open("/caseload/")
    bo.page.locator("ul.rows").get_by_role("link").first.click()
    bo.follow("Hand over to somebody else")
    bo.write("Summary", canaries.song("summary"))
    bo.press("Show it to them")
    ada.open("/place/handover/")
    ada.press("Yes, pass it on")
    ada.open("/place/")
    ada.write("Write to the team", canaries.song("after the handover"))
    ada.press("Send")


def _all_that_is_kept(server: Server, trail: Trail) -> dict[str, bytes]:
    kept = server.database.stored()
    kept["log"] = server.log.read_bytes()
    kept["urls"] = "\n".join(trail.urls).encode()
    kept["cookies"] = trail.cookies().encode()
    kept |= {f"mail {key}": message.as_bytes() for key, message in server.mail.iteritems()}
    kept |= {
        str(path): path.read_bytes() for folder in (server.temp, server.proxy) for path in _files(folder)
    }
    return kept


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
