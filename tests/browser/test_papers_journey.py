"""An old résumé is brought, gone through, reworded, cared for, and taken away as files that can be read."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from offramp.files import reading
from offramp.paper.writing import Form, write
from tests.browser.accessibility import assert_accessible
from tests.browser.conftest import OpenPage
from tests.browser.crew import crew
from tests.browser.people import Somebody, ask_for_help
from tests.browser.screens import screenshot
from tests.browser.servers import Server

NUMBER = "A123-456-789"
OLD: dict[str, Any] = {
    "basics": {
        "name": "Ada Canary",
        "label": "Detention Officer",
        "email": "ada.canary@example.org",
        "phone": "(520) 555-0142",
        "location": {"city": "Tucson", "region": "AZ"},
    },
    "work": [
        {
            "name": "Larkfield Processing Center",
            "position": "Detention Officer",
            "startDate": "2019-01",
            "endDate": "2022-03",
            "highlights": [
                "Supervised detainees on the night shift.",
                f"Prepared the file of {NUMBER} for court.",
            ],
        }
    ],
    "education": [
        {
            "institution": "Pima Community College",
            "studyType": "Associate of Arts",
            "area": "Logistics",
            "startDate": "2016",
            "endDate": "2018",
        }
    ],
    "skills": [{"name": "Office", "keywords": ["Excel", "Spanish"]}],
}
PASTED = f"""WORK EXPERIENCE
Larkfield Processing Center
Detention Officer
January 2019 - March 2022
- Supervised detainees on the night shift.
- Prepared the file of {NUMBER} for court.
"""
POSTING = "Requirements:\n- Forklift certification\n- Experience with Microsoft Excel\n- Night shifts"


def test_an_old_resume_becomes_a_paper_that_machines_read(server: Server, open_page: OpenPage) -> None:
    crew(server)
    ada = Somebody(open_page())
    ask_for_help(ada, "I want to leave.")

    _bring(ada)
    desk = _go_through(ada)
    _say_it_otherwise(ada, desk)
    _compare(ada, desk)
    _care(ada, desk)
    pdf, docx = _take_away(ada, desk, "PDF"), _take_away(ada, desk, "Word (.docx)")

    for file in (pdf, docx):
        text = " ".join(" ".join(run.text for run in reading.lines(file).runs).split())
        assert "Ada Canary" in text
        assert "Supervised people in custody on the night shift." in text
        assert "January 2019" in text
        assert NUMBER not in text
    assert [path for path in server.temp.rglob("*") if path.is_file()] == []
    _look_at_all(Somebody(open_page(javascript=True), words=ada.words), desk)


def _bring(ada: Somebody) -> None:
    ada.open("/place/desk/bring/")
    old = write(OLD, Form.PDF)
    choose(ada, "Ada Canary - old.pdf", old)
    ada.press("Read it")
    assert ada.sees("What we understood")
    assert ada.sees("ada.canary@example.org")
    ada.follow("Go through it")


def choose(ada: Somebody, name: str, content: bytes) -> None:
    ada.page.locator("#file").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def _go_through(ada: Somebody) -> str:
    """Part by part, until the résumé stands there; returns its address."""
    while "/bringing/" in ada.page.url:
        if "/bringing/work/" in ada.page.url:
            assert ada.page.get_by_label("Employer").input_value() == "Larkfield Processing Center"
            ada.write("Job title", "Officer")
        ada.press("This is right: go on")
    if "/unread/" in ada.page.url:
        ada.press("Save")
    assert not ada.sees("Ada Canary")
    return ada.page.url.split("?")[0]


def _say_it_otherwise(ada: Somebody, desk: str) -> None:
    ada.open(f"{desk}wording/")
    ada.page.get_by_role("radio", name="Supervised people in custody").first.check()
    ada.press("Save what I chose")
    assert ada.sees("Saved. The words you chose stand in your text now.")


def _compare(ada: Somebody, desk: str) -> None:
    ada.open(f"{desk}posting/")
    ada.write("The posting, pasted here", POSTING)
    ada.press("Compare")
    assert ada.sees("It asks for this, and your résumé does not say it")


def _care(ada: Somebody, desk: str) -> None:
    ada.open(f"{desk}care/")
    assert ada.sees(NUMBER)
    for safer in ada.page.get_by_role("radio", name="Put instead:").all():
        safer.check()
    ada.press("Save what I chose")
    assert not ada.sees(NUMBER)


def _take_away(ada: Somebody, desk: str, form: str) -> bytes:
    ada.open(f"{desk}export/")
    ada.page.locator("#name").fill("Ada Canary")
    ada.page.locator("#email").fill("ada.canary@example.org")
    ada.page.get_by_role("radio", name=form).check()
    if ada.page.locator("input[name=knowing]").count():
        ada.page.locator("input[name=knowing]").check()
    ada.press("Make the file and check it")
    assert ada.sees("lines were found, in order")
    with ada.page.expect_download() as saving:
        ada.page.get_by_role("button", name="Save the file").click()
    return Path(saving.value.path()).read_bytes()


def _look_at_all(ada: Somebody, desk: str) -> None:
    """With another one, in which nothing is settled yet."""
    ada.come_back()
    look(ada.page, f"{desk}unread/", "unread")
    look(ada.page, "/place/desk/bring/", "bring")
    ada.write("Or its words, pasted here", PASTED)
    ada.press("Read it")
    ada.page.get_by_text("What we understood").wait_for()
    show(ada.page, "found")
    ada.follow("Go through it")
    show(ada.page, "part")
    ada.follow("Later")
    show(ada.page, "document")
    other = ada.page.url
    for name in ("export/", "care/", "wording/", "posting/"):
        look(ada.page, f"{other}{name}", name)
    ada.write("The posting, pasted here", POSTING)
    ada.press("Compare")
    show(ada.page, "compared")


def look(page: Page, address: str, name: str) -> None:
    page.goto(address)
    show(page, name.strip("/") or "document")


def show(page: Page, name: str) -> None:
    screenshot(page, f"papers/{name}")
    assert_accessible(page)
