"""The queue of replies as an organizer sees it, without a script."""

import re

import pytest
from django.test import Client

from offramp.letters.models import Letter
from offramp.replies.models import Reply, Report
from offramp.replies.models.reply import LONGEST_TEXT
from offramp.replies.reports import Why
from tests.cast import TODAY
from tests.letters.letters import a_public_letter
from tests.replies.replies import a_reply, many, waiting
from tests.web.counting import queries
from tests.web.signing_in import words

Standing = Reply.Standing
HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) ![](data:image/png;base64,AAAA)" + ">" * 1000


@pytest.fixture
def letter(db: None) -> Letter:
    return a_public_letter()


def names(page: str) -> list[str]:
    return re.findall(r'id="name-[^>]*><bdi>(.*?)</bdi>', page)


def test_who_waits_longest_comes_first(at_desk: Client, letter: Letter) -> None:
    for name in ("Ann", "Ben", "Cleo"):
        waiting(letter, name=name)
    a_reply(letter, name="Shown")

    assert names(words(at_desk.get("/moderation/"))) == ["Ann", "Ben", "Cleo"]


def test_what_may_harm_somebody_comes_before_who_waits_longest(at_desk: Client, letter: Letter) -> None:
    marked = {"Ann": "", "Shop": "links", "Meanie": "threat", "Nosy": "doxxing links"}
    for name, marks in marked.items():
        waiting(letter, name=name, marks=marks.split())

    assert names(words(at_desk.get("/moderation/"))) == ["Meanie", "Nosy", "Ann", "Shop"]


def test_each_pile_holds_its_own(at_desk: Client, letter: Letter) -> None:
    waiting(letter, name="Ann")
    a_reply(letter, name="Ben")
    a_reply(letter, name="Cleo", standing=Standing.REFUSED)
    Report.objects.create(reply=a_reply(letter, name="Dora"), reason=Why.THREAT, text="Look here.", on=TODAY)

    piles = {
        pile: names(words(at_desk.get("/moderation/", {"pile": pile})))
        for pile in ("waiting", "reported", "shown", "refused", "no such pile")
    }

    assert piles == {
        "waiting": ["Ann"],
        "reported": ["Dora"],
        "shown": ["Dora", "Ben"],
        "refused": ["Cleo"],
        "no such pile": ["Ann"],
    }
    assert "Look here." in words(at_desk.get("/moderation/?pile=reported"))


def test_one_letter_at_a_time(at_desk: Client, letter: Letter) -> None:
    waiting(letter, name="Ann")
    waiting(a_public_letter("another"), name="Ben")

    assert names(words(at_desk.get("/moderation/?letter=another"))) == ["Ben"]
    assert at_desk.get("/moderation/?letter=no-such-letter").status_code == 404


def test_what_was_marked_is_said_in_sentences_and_the_filter_speaks_in_words(
    at_desk: Client, letter: Letter
) -> None:
    waiting(letter, marks=["threat", "links", "no such mark"], likelihood=0.9921)

    page = words(at_desk.get("/moderation/"))

    assert "It may threaten somebody." in page
    assert "The filter takes it for spam." in page
    assert "0.99" not in page
    assert "99" not in re.sub(r"<[^>]*>", "", page)


def test_what_somebody_wrote_is_never_more_than_text(at_desk: Client, letter: Letter) -> None:
    reply = waiting(letter, HOSTILE, name="<b>Eve</b>", email="eve@example.org")

    for address in ("/moderation/", f"/moderation/replies/{reply.pk}/"):
        page = words(at_desk.get(address))
        assert "<script>alert" not in page
        assert "<b>Eve" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1))" in page


def test_the_longest_text_is_whole_and_folded(at_desk: Client, letter: Letter) -> None:
    text = ("word " * LONGEST_TEXT)[:LONGEST_TEXT].strip()
    waiting(letter, text)

    page = words(at_desk.get("/moderation/"))

    assert "".join(re.findall(r'<div class="said"[^>]*>(.*?)</div>', page, re.DOTALL)) == text
    assert "The rest of it" in page


def test_thousands_are_looked_through_page_by_page(at_desk: Client, letter: Letter) -> None:
    many(letter, 120, at=letter.publication.at)

    pages = [words(at_desk.get("/moderation/", {"pile": "shown", "page": number})) for number in (1, 3, 99)]

    assert [len(names(page)) for page in pages] == [50, 20, 20]
    assert "Page 1 of 3" in pages[0]


def test_more_replies_cost_no_more_queries(at_desk: Client, letter: Letter) -> None:
    waiting(letter)
    first = queries(at_desk, "/moderation/")
    for _ in range(2):
        waiting(letter, to=a_reply(letter))

    assert queries(at_desk, "/moderation/") == first


def test_all_of_a_page_are_ticked_without_a_script(at_desk: Client, letter: Letter) -> None:
    for _ in range(3):
        waiting(letter)

    assert words(at_desk.get("/moderation/?ticked=all")).count('name="reply"') == 3
    assert words(at_desk.get("/moderation/?ticked=all")).count(" checked> <span>Tick") == 3
    assert " checked> <span>Tick" not in words(at_desk.get("/moderation/"))


def test_an_empty_queue_says_so(at_desk: Client) -> None:
    assert "No reply waits for you." in words(at_desk.get("/moderation/"))


def test_advisers_and_strangers_see_nothing_of_it(at_caseload: Client, letter: Letter) -> None:
    reply = waiting(letter)

    for address in ("/moderation/", f"/moderation/replies/{reply.pk}/"):
        assert at_caseload.get(address).status_code == 404
        assert Client().get(address)["Location"] == "/staff/"


def test_it_says_whom_an_answer_answers(at_desk: Client, letter: Letter) -> None:
    first = a_reply(letter, name="Ann")
    second = a_reply(letter, name="Bea", to=first)
    waiting(letter, to=first, towards=second)

    shown = words(at_desk.get("/moderation/"))

    assert "an answer to <bdi>Bea</bdi>" in shown
    assert "Ann" not in shown
