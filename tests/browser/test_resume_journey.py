"""A résumé from nothing to its pages, read by an adviser, in two browsers, without JavaScript and with it."""

import re

from tests.browser.conftest import OpenPage
from tests.browser.looking import looking
from tests.browser.pairing import Pair, a_pair
from tests.browser.people import Somebody
from tests.browser.screens import screenshot
from tests.browser.servers import Server

KNOWN: dict[str, Pair] = {}  # who came without JavaScript comes again with it
BULLETS = (
    "Led a shift of 12 officers through two hurricane seasons.\nWrote 40 reports a month, none sent back."
)


def test_a_resume_is_written_and_reviewed_without_javascript(server: Server, open_page: OpenPage) -> None:
    KNOWN["pair"] = pair = a_pair(server, open_page, lambda _page: None, javascript=False)
    journey(pair.ada, pair.bo)


def test_a_resume_is_written_and_reviewed_with_javascript(open_page: OpenPage) -> None:
    known, look = KNOWN["pair"], looking(javascript=True)
    ada = Somebody(open_page(javascript=True), look, words=known.ada.words)
    bo = Somebody(open_page(width=1280, javascript=True), look, words=known.bo.words, secret=known.bo.secret)
    bo.last_step = known.bo.last_step
    ada.come_back()
    bo.sign_in_as_staff()
    journey(ada, bo)


def test_on_a_wide_screen_the_pages_stand_beside_the_form_and_follow_what_is_typed(
    open_page: OpenPage,
) -> None:
    ada = Somebody(open_page(width=1280, javascript=True), words=KNOWN["pair"].ada.words)
    ada.come_back()
    ada.open("/place/desk/")
    ada.page.locator("ul.rows").get_by_role("link", name="Port work").last.click()
    ada.page.get_by_role("link", name=re.compile("^Team lead")).first.click()
    drawn = ada.page.locator(".draft img")
    drawn.first.wait_for()
    before = drawn.first.get_attribute("src")

    ada.write("Job title", "Head of the night shift at the port")

    drawn.and_(ada.page.locator(f'img:not([src="{before}"])')).first.wait_for()
    assert drawn.first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    screenshot(ada.page, "resume/beside")
    ada.page.on("dialog", lambda dialog: dialog.accept())
    ada.open("/place/desk/")
    for name, picture in (("Port work", "resume/overview"), ("To the port", "resume/letter")):
        ada.page.locator("ul.rows").get_by_role("link", name=name).last.click()
        screenshot(ada.page, picture)
        ada.open("/place/desk/")


def journey(ada: Somebody, bo: Somebody) -> None:
    _a_resume_is_begun(ada)
    _two_positions_at_one_employer(ada)
    resume = ada.page.url.split("resume/")[0]
    _it_is_arranged(ada, resume)
    _it_is_looked_at(ada, resume)
    _bo_suggests_and_ada_accepts(ada, bo, resume)
    _a_letter_goes_with_it(ada)
    _a_copy_is_offered_what_changed(ada, resume)


def _a_resume_is_begun(ada: Somebody) -> None:
    ada.open("/place/desk/")
    ada.follow("Begin a résumé")
    ada.write("What you call it", "Port work")
    ada.press("Begin it")
    assert ada.sees("No job is in it yet.")
    ada.follow("Write what stands at the top")
    ada.write("Headline", "Logistics coordinator")
    ada.write("Summary", "I have kept people and goods moving at a busy border for nine years.")
    ada.press("Save")
    assert ada.sees("Logistics coordinator")


def _two_positions_at_one_employer(ada: Somebody) -> None:
    ada.follow("Add a job")
    ada.write("Employer", "Customs and Border Protection")
    ada.write("Job title", "Shift lead")
    ada.write("Beginning", "March 2019")
    ada.write("Bullets", BULLETS)
    ada.page.get_by_label("End", exact=True).fill("31 February 2024")
    ada.press("Save")
    assert ada.sees("No calendar has this day.")
    assert ada.page.get_by_label("Bullets").input_value() == BULLETS
    ada.page.get_by_label("End", exact=True).fill("2/2024")
    ada.press("Save")
    assert ada.sees("March 2019 \u2013 February 2024")
    ada.page.get_by_role("link", name=re.compile("^Another position here")).click()
    assert ada.page.get_by_label("Employer").input_value() == "Customs and Border Protection"
    ada.write("Job title", "Officer")
    ada.write("Beginning", "2015")
    ada.page.get_by_label("End", exact=True).fill("March 2019")
    ada.press("Save")
    assert ada.page.locator(".entries h3").all_inner_texts() == [
        "Shift lead, Customs and Border Protection",
        "Officer, Customs and Border Protection",
    ]


def _it_is_arranged(ada: Somebody, resume: str) -> None:
    officer = ada.page.locator(".entries > li").last
    officer.locator("summary").click()
    officer.get_by_role("button", name=re.compile("^Hide")).click()
    assert officer.locator(".state").inner_text() == "hidden"
    ada.page.get_by_role("link", name=re.compile("^Bullets one by one")).first.click()
    ada.look(ada.page)
    ada.page.get_by_role("link", name=re.compile("^Words, evidence and tags")).first.click()
    ada.look(ada.page)
    ada.write("Evidence", "The duty rosters of both years.")
    ada.press("Save")
    assert ada.sees("The duty rosters of both years.")
    ada.open(f"{resume}resume/order/")
    # Sections without anything in them are not to be ordered.
    assert ada.page.locator(".entries h3").all_inner_texts() == ["Work"]


def _it_is_looked_at(ada: Somebody, resume: str) -> None:
    ada.open(resume)
    ada.follow("Look at the pages")
    picture = ada.page.locator(".pages img")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    ada.follow("Modern")
    ada.press("Keep it like this")
    assert ada.sees("Saved.")


def _bo_suggests_and_ada_accepts(ada: Somebody, bo: Somebody, resume: str) -> None:
    ada.open(f"{resume}sharing/")
    ada.press("Share it with Bo")
    bo.open("/caseload/")
    bo.page.locator("ul.rows a[href*='/desk/']").first.click()
    bo.page.locator("ul.rows").get_by_role("link", name="Port work").first.click()
    bo.look(bo.page)
    assert bo.sees("Work 1: Shift lead, Customs and Border Protection")
    bo.page.locator("summary").filter(has_text=": Shift lead, job title").click()
    bo.page.get_by_role("link", name=re.compile("^Suggest a change.*Shift lead, job title")).click()
    bo.look(bo.page)
    bo.write("How it could stand", "Team lead")
    bo.press("Send the suggestion")
    bo.follow("Look at the pages")
    assert (
        bo.page.locator(".pages img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    )
    ada.open(f"{resume}review/")
    ada.page.get_by_role("button", name=re.compile("^Accept")).first.click()
    ada.open(resume)
    assert ada.sees("Team lead, Customs and Border Protection")


def _a_letter_goes_with_it(ada: Somebody) -> None:
    ada.open("/place/desk/")
    ada.follow("Begin a letter")
    ada.write("What you call it", "To the port")
    ada.press("Begin it")
    ada.write("Greeting", "Dear hiring team,")
    ada.page.locator("#field-why").fill("I want to keep things moving without keeping anybody out.")
    ada.page.locator("details.leavings summary").click()
    ada.look(ada.page)
    ada.press("Save, and look at the pages")
    assert (
        ada.page.locator(".pages img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    )


def _a_copy_is_offered_what_changed(ada: Somebody, resume: str) -> None:
    ada.open(f"{resume}copies/")
    ada.write("What you call it", "For Acme")
    ada.press("Make the copy")
    copy = ada.page.url.split("?")[0]
    ada.open(resume)
    ada.page.get_by_role("link", name=re.compile("^Change.*At the top")).click()
    ada.write("Headline", "Port coordinator")
    ada.press("Save")
    ada.open(copy)
    ada.follow("1 change of the main résumé waits for your decision")
    ada.page.get_by_role("button", name=re.compile("^Take it")).click()
    assert ada.sees("Nothing waits.")
    ada.open(copy)
    assert ada.sees("Port coordinator")
