"""The names below a letter, on pages of their own, and on paper: which stand there, and how."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from offramp.letters.models import Letter
from offramp.signatures.models import Signature
from tests.letters.letters import say
from tests.replies.replies import a_reply
from tests.signatures.signed import an_open_letter, asked, signed, standing
from tests.web.signing_in import words
from tests.web.visitors import visitor


@pytest.fixture
def letter(db: None) -> Letter:
    return an_open_letter()


def page(path: str) -> str:
    return words(visitor().get(path))


@pytest.mark.parametrize("name", ["Something rude", "Buy at pills.example"])
def test_a_name_is_shown_once_an_organizer_looked(letter: Letter, name: str) -> None:
    held = signed(letter, name)

    assert "as soon as an organizer has looked at it" in page(f"/signatures/mine/{held.key}/")
    for path in ("/letters/a-letter/", "/signatures/a-letter/"):
        assert "One person has signed it." in page(path)
        assert name not in page(path)
    assert "One of them is counted without a name." in page("/signatures/a-letter/")


def test_what_a_name_says_is_never_markup(letter: Letter) -> None:
    standing(letter, "<script>alert(1)</script>")

    for path in ("/letters/a-letter/", "/signatures/a-letter/"):
        assert "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>" in page(path)


def test_names_beyond_the_newest_stand_on_pages_of_their_own(letter: Letter) -> None:
    Signature.objects.bulk_create(
        Signature(
            letter=letter,
            name=f"Name {number:03}",
            is_shown=True,
            email=f"n{number}@example.org",
            language="en",
            asked_on=timezone.now(),
            confirmed_on=timezone.now(),
        )
        for number in range(210)
    )
    signed(letter, "", "counted@example.org")

    below = page("/letters/a-letter/")
    assert "211 people have signed it." in below
    assert (below.count("<bdi>"), "and 199 more" in below) == (12, True)
    first, second, beyond = (page(f"/signatures/a-letter/?page={number}") for number in (1, 2, "x"))
    assert (first.count("<bdi>"), second.count("<bdi>"), beyond.count("<bdi>")) == (200, 10, 200)
    assert "One of them is counted without a name." in first


def test_the_pages_ask_the_database_alike_however_many_signed(letter: Letter) -> None:
    counts = []
    for number in range(3):
        standing(letter, "Ada", f"n{number}@example.org")
        with CaptureQueriesContext(connection) as asked_for:
            page("/letters/a-letter/")
            page("/signatures/a-letter/")
        counts.append(len(asked_for))

    assert counts[0] == counts[2]


def test_the_letter_sets_no_cookie_and_all_names_are_left_alone_by_search_engines(letter: Letter) -> None:
    standing(letter, "Ada")

    assert visitor().get("/letters/a-letter/").cookies.output() == ""
    names = visitor().get("/signatures/a-letter/")
    assert names["X-Robots-Tag"] == "noindex, nofollow"
    assert names.cookies.output() == ""


def test_a_letter_in_another_language_shows_the_same_signatures(letter: Letter) -> None:
    say(letter, "es")
    for number in range(2):
        signed(letter, "Ada", f"n{number}@example.org")

    assert "La han firmado 2 personas." in page("/es/letters/a-letter/")


def test_one_that_waits_is_not_seen_anywhere(letter: Letter) -> None:
    asked(letter, "Ada Waiting")

    for path in ("/letters/a-letter/", "/signatures/a-letter/"):
        assert "Waiting" not in page(path)


def test_on_paper_stand_count_and_names_and_where_replies_are_and_no_invitation(letter: Letter) -> None:
    assert '<section class="signers not-on-paper"' in page("/letters/a-letter/")
    standing(letter, "Ada")
    assert '<section class="signers"' in page("/letters/a-letter/")
    assert '<span class="not-on-paper">Your name can stand here' in page("/letters/a-letter/")
    assert "what readers replied to it" not in page("/letters/a-letter/")

    a_reply(letter)

    last = page("/letters/a-letter/").partition('<p class="only-on-paper">')[2].partition("</p>")[0]
    assert last == "This letter, and what readers replied to it: https://testserver/letters/a-letter/"
