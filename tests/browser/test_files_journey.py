"""Files between two people in two browsers: brought to a desk, sent with a message, looked at, saved."""

import re
import socket
import ssl
import time
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, Route

from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.pairing import Pair, a_pair
from tests.browser.people import Somebody
from tests.browser.screens import screenshot
from tests.browser.servers import Server
from tests.files import pdfs, pictures
from tests.files.hostile import HOSTILE

PDF = "application/pdf"
NAME = "Ada Lovelace - CV for Larkfield (final) 2.pdf"
KNOWN: dict[str, Pair] = {}  # who came without JavaScript comes again with it


def a_file(content: bytes, name: str = NAME, media: str = PDF) -> FilePayload:
    return {"name": name, "mimeType": media, "buffer": content}


def test_files_go_between_two_people_without_javascript(server: Server, open_page: OpenPage) -> None:
    KNOWN["pair"] = pair = a_pair(server, open_page, lambda _page: None, javascript=False)
    journey(pair.ada, pair.bo, server)


def test_files_go_between_two_people_with_javascript(server: Server, open_page: OpenPage) -> None:
    ada, bo = again(open_page, javascript=True)
    journey(ada, bo, server)


def journey(ada: Somebody, bo: Somebody, server: Server) -> None:
    _ada_brings_her_resume(ada)
    _a_refused_file_costs_no_text(ada)
    _she_sends_a_photograph(ada)
    _bo_looks_at_it(bo)
    _she_shares_her_resume_and_bo_opens_it(ada, bo)
    assert [path for path in server.temp.rglob("*") if path.is_file()] == []


def again(open_page: OpenPage, *, javascript: bool, language: str = "en-US") -> tuple[Somebody, Somebody]:
    before, look = KNOWN["pair"], closely if javascript else lambda _page: None
    ada = Somebody(open_page(javascript=javascript, language=language), look, words=before.ada.words)
    bo = Somebody(open_page(width=1280, javascript=javascript), look, words=before.bo.words)
    bo.secret, bo.last_step = before.bo.secret, before.bo.last_step
    ada.come_back()
    bo.sign_in_as_staff()
    before.bo.last_step = bo.last_step
    return ada, bo


def closely(page: Page) -> None:
    """Every page that has to do with files, also where one address shows several."""
    if not re.search("/files/|/messages/", page.url):
        return
    address = re.sub(r"[0-9a-f-]{36}", "x", page.url.split("/", 3)[3]).strip("/").replace("/", "-")
    seconds = page.locator("h2").all_inner_texts()[:1]
    screenshot(page, "files/" + "-".join([address, *seconds]).lower().replace(" ", "-"))
    assert_accessible(page)


def choose(somebody: Somebody, file: FilePayload) -> None:
    somebody.page.locator("#file").set_input_files(file)


def wait_for(somebody: Somebody, words: str) -> None:
    """With JavaScript the page stands until the answer is there."""
    somebody.page.get_by_text(words).first.wait_for()
    somebody.look(somebody.page)


def _ada_brings_her_resume(ada: Somebody) -> None:
    ada.open("/place/desk/")
    ada.follow("Bring a file")
    choose(ada, a_file(pdfs.pdf()))
    ada.press("Bring it")
    wait_for(ada, "What we took out of it")
    assert ada.sees("Canary Author")
    assert ada.sees(NAME)
    with ada.page.expect_download() as saving:
        ada.page.get_by_role("link", name="Save the file").click()
    assert saving.value.suggested_filename == "file-1.pdf"
    assert b"anary" not in Path(saving.value.path()).read_bytes()


def _a_refused_file_costs_no_text(ada: Somebody) -> None:
    ada.open("/place/")
    ada.write("Write to your adviser", "A long letter, written on an evening.")
    choose(ada, a_file(HOSTILE["a PDF with a password"].make()))
    ada.press("Send")
    wait_for(ada, "This file opens with a password only")
    assert ada.page.locator("#text").input_value() == "A long letter, written on an evening."


def _she_sends_a_photograph(ada: Somebody) -> None:
    choose(ada, a_file(pictures.jpeg(), "IMG_2041 Lovelace.JPG", "image/jpeg"))
    ada.page.get_by_text("It goes out under the name").click()
    ada.look(ada.page)
    ada.write("The name they read", "Certificate")
    ada.press("Send")
    wait_for(ada, "What we took out of it")
    assert ada.sees("52.52000, 13.40500")
    ada.follow("To the conversation")
    assert ada.sees("Certificate.jpg")
    assert not ada.sees("Lovelace")
    assert not ada.sees("52.52000")


def _bo_looks_at_it(bo: Somebody) -> None:
    bo.open("/caseload/")
    bo.page.locator("ul.rows").get_by_role("link").first.click()
    bo.look(bo.page)
    bo.page.get_by_role("link", name="Certificate.jpg").last.click()
    bo.look(bo.page)
    picture = bo.page.get_by_role("img", name="Page 1, as a picture")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 480
    assert not bo.sees("Canary")
    assert not bo.sees("IMG_2041")


def _she_shares_her_resume_and_bo_opens_it(ada: Somebody, bo: Somebody) -> None:
    ada.open("/place/desk/")
    ada.page.locator("ul.rows").get_by_role("link").first.click()
    ada.look(ada.page)
    ada.write("Its title", "My CV")
    ada.press("Save the title")
    ada.follow("Sharing")
    assert ada.sees("Its name: My CV.pdf.")
    ada.look(ada.page)
    ada.page.get_by_role("button", name=re.compile("^Share")).click()
    ada.look(ada.page)
    bo.open("/caseload/")
    bo.page.locator("ul.rows").get_by_role("link").first.click()
    bo.follow("What they share with you")
    bo.page.locator("ul.rows").get_by_role("link").first.click()
    bo.look(bo.page)
    bo.follow("My CV.pdf")
    assert not bo.sees("Lovelace")
    assert bo.page.get_by_role("img").count() == 2
    assert not bo.sees("Canary")


@pytest.fixture
def ada_with_javascript(open_page: OpenPage) -> Somebody:
    before = KNOWN["pair"].ada
    ada = Somebody(open_page(javascript=True), words=before.words)
    ada.come_back()
    return ada


def test_the_way_of_a_large_file_is_shown(ada_with_javascript: Somebody) -> None:
    ada, page = ada_with_javascript, ada_with_javascript.page
    ada.open("/place/desk/files/")
    shown = note_progress(page)
    choose(ada, a_file(pictures.jpeg() + bytes(9_000_000), "IMG_2042.JPG", "image/jpeg"))
    ada.press("Bring it")
    wait_for(ada, "What we took out of it")

    seen = page.evaluate(shown)
    assert seen[0] == "On its way: IMG_2042.JPG"
    assert seen[-1] == "It is here. Now it is looked through; that can take a minute."
    assert ada.headline() == "IMG_2042"
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.title().startswith("A file")


def note_progress(page: Page) -> str:
    """The words that stand beside the bar, in the order in which they come; returns where they are kept."""
    page.evaluate(
        """() => {
          const said = document.querySelector(".sending p");
          window.seen = [];
          new MutationObserver(() => window.seen.push(said.textContent)).observe(said, { childList: true });
        }"""
    )
    return "window.seen"


def test_a_broken_line_is_said_and_everything_still_stands_there(ada_with_javascript: Somebody) -> None:
    ada, page = ada_with_javascript, ada_with_javascript.page

    def breaks(route: Route) -> None:
        if route.request.method == "POST":
            route.abort()
        else:
            route.continue_()

    ada.open("/place/")
    ada.write("Write to your adviser", "My letter.")
    choose(ada, a_file(pdfs.pdf()))
    page.route("**/place/messages/", breaks)
    ada.press("Send")
    page.get_by_text("The connection broke").wait_for()
    assert page.locator("#text").input_value() == "My letter."

    page.unroute("**/place/messages/")
    ada.press("Send")
    wait_for(ada, "What we took out of it")


def test_a_file_that_is_too_large_is_not_even_sent(ada_with_javascript: Somebody) -> None:
    ada, page = ada_with_javascript, ada_with_javascript.page
    ada.open("/place/desk/files/")
    choose(ada, a_file(bytes(10 * 1024 * 1024 + 1)))
    ada.press("Bring it")

    page.get_by_text("This file is larger than 10 MB.").wait_for()
    assert page.get_by_role("button", name="Bring it").is_enabled()


def test_without_javascript_a_file_that_is_too_large_is_answered_with_the_text(open_page: OpenPage) -> None:
    ada = Somebody(open_page(), words=KNOWN["pair"].ada.words)
    ada.come_back()
    ada.write("Write to your adviser", "My letter.")
    choose(ada, a_file(pdfs.pdf() + bytes(12_000_000)))
    ada.press("Send")

    assert ada.sees("This file is larger than 10 MB.")
    assert ada.page.locator("#text").input_value() == "My letter."


def test_it_is_all_said_in_spanish_too(open_page: OpenPage) -> None:
    ada = Somebody(open_page(javascript=True, language="es"), closely, words=KNOWN["pair"].ada.words)
    ada.come_back()
    ada.open("/es/place/desk/files/")
    choose(ada, a_file(pdfs.pdf()))
    ada.press("Traerlo")
    wait_for(ada, "Lo que quitamos")
    assert ada.sees("El autor: Canary Author")


def test_after_the_visit_the_text_is_kept_and_the_file_is_to_be_chosen_again(open_page: OpenPage) -> None:
    ada = Somebody(open_page(), words=KNOWN["pair"].ada.words)
    ada.come_back()
    ada.write("Write to your adviser", "My letter.")
    choose(ada, a_file(pdfs.pdf()))
    ada.page.context.clear_cookies(name="__Host-place")
    ada.press("Send")
    assert ada.sees("The file did not stay here. Please choose it again.")
    time.sleep(0.1)
    ada.write("Your eight words", ada.code)
    ada.press("Come in")
    assert ada.page.locator("#text").input_value() == "My letter."


def test_senders_who_never_end_keep_nobody_out(server: Server, open_page: OpenPage) -> None:
    """On the wire: many lines with a cookie that was made up, and one of her own that hangs."""
    ada = Somebody(open_page(), words=KNOWN["pair"].ada.words)
    ada.come_back()
    lines = [hanging(server, f"invented-{number}") for number in range(8)]

    ada.open("/place/desk/files/")
    choose(ada, a_file(pdfs.pdf()))
    ada.press("Bring it")
    assert ada.sees("What we took out of it")

    (own,) = [one["value"] for one in ada.page.context.cookies() if one["name"] == "__Host-place"]
    lines.append(hanging(server, own))
    ada.open("/place/desk/files/")
    choose(ada, a_file(pdfs.pdf()))
    ada.press("Bring it")
    assert ada.sees("Another file of yours is still on its way.")
    for line in lines:
        line.close()


def hanging(server: Server, cookie: str) -> socket.socket:
    """A line on which more of a file came than of any text, and then nothing more."""
    port = int(server.origin.rpartition(":")[2])
    context = ssl.create_default_context(cafile=str(server.certificate.path))
    line = context.wrap_socket(socket.create_connection(("localhost", port)), server_hostname="localhost")
    head = (
        f"POST /place/desk/files/ HTTP/1.1\r\nHost: localhost:{port}\r\nCookie: __Host-place={cookie}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000000\r\n\r\n"
        '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
    )
    line.sendall(head.encode() + bytes(300_000))
    return line
