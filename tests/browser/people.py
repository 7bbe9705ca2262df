"""What people do with their browsers, by the words and roles they see."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pyotp
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.servers import Server

MINIMUM = 3.2  # seconds a form must have been open before it is taken


@dataclass
class Somebody:
    """A person, the words they wrote down, and the browser they hold."""

    page: Page
    look: Callable[[Page], None] = lambda _page: None  # what a journey does with each page it comes to
    words: list[str] = field(default_factory=list)
    secret: str = ""
    last_step: int = 0

    @property
    def code(self) -> str:
        return " ".join(self.words)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()
        self.look(self.page)

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).first.click()
        self.look(self.page)

    def open(self, address: str) -> None:
        self.page.goto(address)
        self.look(self.page)

    def sees(self, text: str) -> bool:
        return text in self.page.inner_text("body")

    def headline(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()

    def write(self, label: str, text: str) -> None:
        self.page.get_by_label(label).fill(text)

    def number(self) -> str:
        """A number of their app that was not used yet: of this half minute, or of the next."""
        while self.last_step > int(time.time()) // 30:  # both were used: wait, as they would
            time.sleep(1)
        step = max(int(time.time()) // 30, self.last_step + 1)
        self.last_step = step
        return pyotp.TOTP(self.secret).generate_otp(step)

    def keep_the_code(self) -> None:
        """Write eight words down, and repeat two of them."""
        self.words = self.page.locator("ol.words li").all_inner_texts()
        for field_name in ("first", "second"):
            label = self.page.locator(f"label[for={field_name}]").inner_text()
            position = int(re.sub(r"\D", "", label))
            self.page.locator(f"#{field_name}").fill(self.words[position - 1])
        self.press("I have them")

    def sign_in_as_staff(self) -> None:
        self.open("/staff/")
        self.write("Your code", self.code)
        self.write("The number your app shows now", self.number())
        self.press("Sign in")

    def come_back(self) -> None:
        self.open("/return/")
        self.write("Your eight words", self.code)
        self.press("Come in")


def enroll(somebody: Somebody, link: str, words: str = "") -> None:
    """With the words beside it, unless the link came from the server's console."""
    somebody.open(link)
    if words:
        somebody.write("The six words you were given", words)
    somebody.press("Draw my code")
    somebody.keep_the_code()
    letters = somebody.page.locator("span.said").inner_text()
    somebody.secret = re.sub(r"\s", "", letters)
    somebody.write("Number", somebody.number())
    somebody.press("Enroll")


def first_links(server: Server) -> list[str]:
    """What `offramp init` prints for the first two organizers."""
    return re.findall(rf"{server.origin}\S*/staff/link/\S+", server.offramp("init").stdout)


def two_organizers(
    server: Server, open_page: OpenPage, look: Callable[[Page], None], *, javascript: bool = False
) -> tuple[Somebody, Somebody]:
    """Di and Ed, through their links; Di gives Ed access."""
    di, ed = (Somebody(open_page(width=1280, javascript=javascript), look) for _ in range(2))
    for somebody, link in zip((di, ed), first_links(server), strict=True):
        enroll(somebody, link)
    di.open("/people/")
    di.page.get_by_role("link", name=re.compile("^Give access to")).click()
    di.look(di.page)
    di.page.get_by_label("We compared all the digits, and they are the same.").check()
    di.press("Give front desk access")
    return di, ed


def an_adviser(di: Somebody, ed: Somebody, bo: Somebody, *, name: str = "Bo") -> Somebody:
    """Proposed by Di, who tells the words; approved by Ed, who hands the link over; described by themself."""
    di.open("/people/")
    di.follow("Propose somebody")
    di.page.get_by_role("radio", name=re.compile("^Advise")).check()
    di.write("Name", name)
    di.press("Propose")
    words = " ".join(di.page.locator("ol.words li").all_inner_texts())
    ed.open("/people/")
    ed.page.get_by_role("link", name=f"Look at the proposal for {name}").click()
    ed.look(ed.page)
    ed.press("Approve, and draw the link")
    enroll(bo, ed.page.get_by_label("Link").input_value(), words)
    bo.open("/account/profile/")
    for box in bo.page.locator("input[name=skill], input[name=language]").all():
        box.check()
    bo.press("Keep this profile")
    return bo


def ask_for_help(ada: Somebody, text: str) -> None:
    """From the first page to the confirmed code."""
    ada.open("/")
    ada.follow("Write to us")
    ada.page.locator("#text").fill(text)
    time.sleep(MINIMUM)
    ada.press("Send")
    ada.keep_the_code()
