"""A seeker and an adviser at one document, in two browsers: suggested, decided, talked about, and ended."""

import re

from tests.browser.conftest import OpenPage
from tests.browser.crew import crew
from tests.browser.looking import looking
from tests.browser.people import Somebody, ask_for_help
from tests.browser.servers import Server

LEDGER = "I kept the ledger of the night shift and was on time."
LANGUAGES = "I speak Spanish."
DOUBT = "I am not sure whether anybody wants me."
NOTE = f"What I can do\n\n{LEDGER}\n\n{LANGUAGES}\n\n{DOUBT}"


def test_two_people_review_a_note_without_javascript(server: Server, open_page: OpenPage) -> None:
    ada, bo = Somebody(open_page()), Somebody(open_page(width=1280))
    _paired(server, open_page, ada, bo)
    _review(ada, bo)


def test_two_people_review_a_note_with_javascript(open_page: OpenPage) -> None:
    look = looking(javascript=True)
    ada, bo = (Somebody(open_page(width=width, javascript=True), look) for width in (360, 1280))
    _come_in_again(ada, bo)
    _review(ada, bo)


def _review(ada: Somebody, bo: Somebody) -> None:
    note = _ada_shares_a_note(ada)
    document = _bo_reads_and_suggests(bo)
    _ada_decides(ada, note)
    _both_at_the_same_place(ada, bo, note, document)
    _bo_sees_what_became_of_it(bo, document)
    _sharing_ends_while_bo_types(ada, bo, note, document)


KNOWN: dict[str, Somebody] = {}  # who came without JavaScript comes again with it


def _paired(server: Server, open_page: OpenPage, ada: Somebody, bo: Somebody) -> None:
    staff = crew(server, "Bo")
    di = staff["Di"].sits_down(open_page(width=1280))
    staff["Bo"].comes_in(bo)
    ask_for_help(ada, "I want to leave.")
    di.open("/front-desk/")
    di.page.get_by_role("button", name=re.compile("^Open")).click()
    di.follow("Look for an adviser")
    di.page.get_by_role("radio", name=re.compile("^Bo")).check()
    di.press("Offer")
    bo.open("/caseload/")
    bo.page.locator("ul.rows").first.get_by_role("link").first.click()
    bo.press("Accept")
    KNOWN.update(ada=ada, bo=bo)


def _come_in_again(ada: Somebody, bo: Somebody) -> None:
    ada.words = KNOWN["ada"].words
    bo.words, bo.secret, bo.last_step = KNOWN["bo"].words, KNOWN["bo"].secret, KNOWN["bo"].last_step
    ada.come_back()
    bo.sign_in_as_staff()


def _ada_shares_a_note(ada: Somebody) -> str:
    ada.open("/place/desk/new/")
    ada.write("Your text", NOTE)
    ada.press("Save")
    note = ada.page.url.split("?")[0]
    ada.open(f"{note}review/")
    assert ada.sees("Nobody reads along")
    ada.open(f"{note}sharing/")
    ada.press("Share it with Bo")
    return note


def _bo_reads_and_suggests(bo: Somebody) -> str:
    bo.open("/caseload/")
    bo.page.get_by_role("link", name=re.compile("to review")).click()
    bo.look(bo.page)
    bo.follow("What I can do")
    document = bo.page.url
    assert bo.sees("You never change this document yourself")
    _suggest(
        bo, "Suggest a change", "Paragraph 1", LEDGER.replace("the night shift", "two shifts for six years")
    )
    _suggest(bo, "Add after this", "Paragraph 2", "I learn quickly: forklift licence in two weeks.")
    _suggest(bo, "Add before this", "Paragraph 1", "In short: I am reliable.")
    _push(bo, "Withdraw", at="Paragraph 1: one more before it")
    _suggest(bo, "Suggest a change", "The title", "What I bring")
    _walk(bo, "Suggest removing", at="Paragraph 3")
    bo.write("Why", "They do. I know two who would.")
    bo.press("Send the suggestion")
    _walk(bo, "Comment", at="Paragraph 2")
    bo.write("Your comment", "How well do you write it?")
    bo.press("Send")
    assert bo.page.get_by_text("waits for their answer").count() == 4
    bo.press("I have gone through it")
    assert bo.sees("gone through")
    return document


def _suggest(bo: Somebody, act: str, at: str, text: str) -> None:
    _walk(bo, act, at=at)
    bo.page.locator("#text").fill(text)
    bo.write("Why", "Numbers are remembered.")
    bo.press("Send the suggestion")
    assert bo.sees("Suggested. They decide about it")


def _ada_decides(ada: Somebody, note: str) -> None:
    ada.open("/place/desk/")
    ada.follow("What I can do")
    assert ada.sees("4 suggestions wait for you")
    assert ada.sees("Numbers are remembered.")
    _push(ada, "Accept", at="Paragraph 1: other words")
    assert ada.sees("It is in your text now.")
    _walk(ada, "Edit first", at="Paragraph 2: one more after it")
    ada.write("How it shall stand", "I learn quickly.")
    ada.press("Take it so")
    _walk(ada, "Decline with a reason", at="The title: other words")
    ada.write("Why not", "It sounds like somebody else.")
    ada.press("Decline")
    _push(ada, "Accept", at="Paragraph 4: take it out")
    assert ada.sees("No suggestion of Bo waits for you.")
    _walk(ada, "Answer", at="Paragraph 2")
    ada.write("Your answer", "Letters, yes. Reports with a dictionary.")
    ada.press("Send")
    ada.open(note)
    better = LEDGER.replace("the night shift", "two shifts for six years")
    standing = ada.page.get_by_label("Your text").input_value()
    assert standing == f"What I can do\n\n{better}\n\n{LANGUAGES}\n\nI learn quickly."
    ada.open(f"{note}versions/")
    assert ada.sees("Bo")


def _both_at_the_same_place(ada: Somebody, bo: Somebody, note: str, document: str) -> None:
    bo.open(document)
    _suggest(bo, "Suggest a change", "Paragraph 2", "I speak Spanish and English.")
    ada.open(note)
    text = ada.page.get_by_label("Your text").input_value()
    ada.write("Your text", text.replace(LANGUAGES, "I speak Spanish at home."))
    ada.press("Save")
    ada.open(f"{note}review/")
    assert ada.sees("This place has changed since.")
    _walk(ada, "Put them together", at="Paragraph 2: other words")
    assert ada.sees("As Bo read it")
    assert ada.page.get_by_label("How it shall stand").input_value() == "I speak Spanish at home."
    ada.write("How it shall stand", "I speak Spanish at home and English at work.")
    ada.press("Take it so")
    ada.open(note)
    assert "English at work." in ada.page.get_by_label("Your text").input_value()


def _bo_sees_what_became_of_it(bo: Somebody, document: str) -> None:
    bo.open(document)
    assert bo.sees("Letters, yes. Reports with a dictionary.")
    for summary in bo.page.locator("summary").all():
        if not summary.evaluate("one => one.parentElement.open"):
            summary.click()
    bo.look(bo.page)
    for part in ("accepted in other words", "It sounds like somebody else.", "declined"):
        assert bo.sees(part)
    _push(bo, "Mark as settled", at="Paragraph 2")
    assert bo.sees("1 comment is settled")


def _sharing_ends_while_bo_types(ada: Somebody, bo: Somebody, note: str, document: str) -> None:
    bo.open(document)
    _walk(bo, "Suggest a change", at="Paragraph 1")
    bo.page.locator("#text").fill("A long thought.")
    bo.write("Why", "Because of this.")
    ada.open(f"{note}sharing/")
    ada.press("Stop sharing")
    bo.press("Send the suggestion")
    assert bo.headline() == "This is not shared with you any more."
    assert bo.page.locator("#text-1").input_value() == "A long thought."
    assert bo.page.locator("#text-2").input_value() == "Because of this."
    bo.open(document)
    assert bo.headline() == "This is not shared with you any more."


def _push(somebody: Somebody, act: str, *, at: str) -> None:
    somebody.page.get_by_role("button", name=_named(act, at)).click()
    somebody.look(somebody.page)


def _walk(somebody: Somebody, act: str, *, at: str) -> None:
    """What an adviser may do at a line is folded."""
    folded = somebody.page.locator("details.acts:not([open]) > summary")
    if (of_line := folded.filter(has_text=re.compile(rf": {at}$"))).count():
        of_line.click()
    somebody.page.get_by_role("link", name=_named(act, at)).click()
    somebody.look(somebody.page)


def _named(act: str, at: str) -> re.Pattern[str]:
    """The words that are seen, and the place which only those who listen are told."""
    return re.compile(rf"^{act}\s*: {at}$")
