"""Reading what was replied: below the letter, on further pages, alone, and in feeds; no address anywhere."""

import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from offramp.letters.models import Letter, Withdrawal
from offramp.replies import removing, showing
from offramp.replies.rules import Way
from tests.cast import TODAY
from tests.letters.letters import a_public_letter, say
from tests.replies.replies import Standing, a_reply, many, rule, waiting
from tests.web.visitors import visitor

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def letter() -> Letter:
    letter = a_public_letter(title="To you")
    say(letter, "es", title="A usted")
    return letter


def page(path: str) -> str:
    return visitor().get(path).content.decode()


def count(path: str) -> str:
    (shown,) = re.findall(r'<h2 id="replies-title">(.*?)</h2>', page(path), re.DOTALL)
    return str(re.sub(r"</?bdi>", "", shown)).strip()


@pytest.mark.parametrize(
    ("number", "english", "spanish"),
    [
        (0, "No thoughts yet", "Todavía no hay reflexiones"),
        (1, "One thought on “To you”", "Una reflexión sobre «A usted»"),
        (2, "Two thoughts on “To you”", "Dos reflexiones sobre «A usted»"),
        (13, "13 thoughts on “To you”", "13 reflexiones sobre «A usted»"),
        (1_234, "1,234 thoughts on “To you”", "1234 reflexiones sobre «A usted»"),
    ],
)
def test_the_count_stands_there_in_words(letter: Letter, number: int, english: str, spanish: str) -> None:
    many(letter, number, at=timezone.now())

    assert count("/letters/a-letter/") == english
    assert count("/es/letters/a-letter/").replace("\xa0", "") == spanish


def test_a_letter_shows_its_replies_and_sets_no_cookie(letter: Letter) -> None:
    first = a_reply(letter, "A thought.", name="Gus")
    a_reply(letter, "An answer.", to=first)
    waiting(letter, "Unread.")

    answer = visitor().get("/letters/a-letter/")

    shown = answer.content.decode()
    assert shown.index("A thought.") < shown.index("An answer.")
    assert "Unread." not in shown
    assert "example.org" not in shown
    assert first.key not in shown
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in shown


def test_a_letter_with_a_thousand_asks_as_often_as_one_with_two_and_stays_small(
    letter: Letter, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = a_reply(letter)
    a_reply(letter, to=first)
    few = queries_of("/letters/a-letter/")
    for one in many(letter, 50, at=timezone.now()):
        many(letter, 20, at=timezone.now(), to=one)
    with django_assert_num_queries(few):
        shown = page("/letters/a-letter/")
    assert len(shown) < 120_000
    assert "/replies/a-letter/?page=2" in shown


def queries_of(path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        page(path)
    return len(asked)


def test_further_pages_follow_until_there_are_none(letter: Letter) -> None:
    begin = timezone.now() - timedelta(days=2)
    for number in range(showing.THREADS + 2):
        a_reply(letter, f"Thought {number}.", at=begin + timedelta(minutes=number))

    assert re.search(r'href="/replies/a-letter/\?page=2">Two more thoughts<', page("/letters/a-letter/"))
    second = page("/replies/a-letter/?page=2")

    assert re.findall(r"Thought \d+\.", second) == [
        f"Thought {showing.THREADS}.",
        f"Thought {showing.THREADS + 1}.",
    ]
    assert "?page=3" not in second
    for none in ("3", "99999999999999999999"):
        assert visitor().get(f"/replies/a-letter/?page={none}").status_code in (200, 404)
    for typed in ("", "-1", "x", "²", "1e9"):
        assert "Thought 0." in page(f"/replies/a-letter/?page={typed}")


def test_a_thread_of_many_answers_has_pages_of_its_own(letter: Letter) -> None:
    first = a_reply(letter, "First.")
    many(letter, showing.OF_ONE + 1, to=first, at=timezone.now())

    more = showing.OF_ONE + 1 - showing.ANSWERS
    assert f"{more} more replies, on a page of their own" in page("/letters/a-letter/")
    assert "?page=2" in page(f"/replies/{first.pk}/")
    assert page(f"/replies/{first.pk}/?page=2").count("Thought ") == 1


def test_a_long_one_goes_on_on_its_own_page(letter: Letter) -> None:
    long = a_reply(letter, "word " * 900 + "the end")

    assert "the end" not in page("/letters/a-letter/")
    assert "the end" in page(f"/replies/{long.pk}/")


def test_right_to_left_names_and_texts_stay_in_their_own_lines(letter: Letter) -> None:
    a_reply(letter, "\u05ea\u05d5\u05d3\u05d4", name="\u05de\u05e8\u05d9\u05dd 🦉")

    shown = page("/letters/a-letter/")

    assert "<bdi>\u05de\u05e8\u05d9\u05dd 🦉</bdi>" in shown
    assert '<div class="said">\u05ea\u05d5\u05d3\u05d4</div>' in shown


def test_a_closed_letter_keeps_what_stands_there_and_takes_no_more(letter: Letter) -> None:
    a_reply(letter, "A thought.")
    rule(letter, Way.CLOSED)

    shown = page("/letters/a-letter/")

    assert "A thought." in shown
    assert "/answer/" not in shown
    assert "takes no replies" in shown


def test_where_others_answered_a_refused_one_only_its_place_is_left(letter: Letter) -> None:
    first = a_reply(letter, "Nobody should read this.", name="Gus", standing=Standing.REFUSED)
    a_reply(letter, "An answer.", to=first)

    for path in ("/letters/a-letter/", f"/replies/{first.pk}/"):
        shown = page(path)
        assert "This reply is not here any more." in shown
        assert "An answer." in shown
        assert not re.search("Nobody should|Gus", shown)


def test_whose_answer_an_answer_answers_stands_above_it_and_leads_there(letter: Letter) -> None:
    first = a_reply(letter, "First.", name="Olga")
    anns = a_reply(letter, "Yes, Olga.", name="Ann", to=first)
    dans = a_reply(letter, "Yes, Ann.", name="Dan", to=first, towards=anns)

    for path in ("/letters/a-letter/", f"/replies/{first.pk}/", f"/replies/{dans.pk}/"):
        assert "to <bdi>Ann</bdi>" in page(path)
        assert "to <bdi>Olga</bdi>" not in page(path)
    assert f'href="/replies/{anns.pk}/"' in page(f"/replies/{dans.pk}/")


def test_where_somebody_deleted_an_answer_that_others_answered_its_place_says_so(letter: Letter) -> None:
    first = a_reply(letter, "First.", name="Olga")
    anns = a_reply(letter, "Yes, Olga.", name="Ann", to=first)
    dans = a_reply(letter, "Yes, Ann.", name="Dan", to=first, towards=anns)
    removing.remove(key=anns.key)

    for path in ("/letters/a-letter/", f"/replies/{first.pk}/"):
        assert "A reply was deleted." in page(path)
        assert "Ann</bdi>" not in page(path)
    assert f'href="/replies/{first.pk}/"' in page(f"/replies/{dans.pk}/")
    assert visitor().get(f"/replies/{anns.pk}/").status_code == 404


def test_the_feeds_carry_what_is_shown_as_words(letter: Letter) -> None:
    shown = a_reply(letter, "<b>Bold</b> & [x](javascript:alert(1))\nSecond line.", name="Gus & Co <x>")
    waiting(letter)
    withdrawn = a_public_letter("withdrawn")
    a_reply(withdrawn, "Below a letter that was taken back.")
    Withdrawal.objects.create(publication=withdrawn.publication, on=TODAY)

    for path in ("/replies/feed.xml", "/replies/a-letter/feed.xml"):
        answer = visitor().get(path)
        feed = ElementTree.fromstring(answer.content)  # noqa: S314 (our own)
        (entry,) = feed.findall(f"{ATOM}entry")
        assert entry.findtext(f"{ATOM}id") == shown.pk.urn
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Gus & Co <x>"
        assert "<b>" not in str(entry.findtext(f"{ATOM}summary"))
        assert b"example.org" not in answer.content.replace(b"atom.example.org", b"")
        assert not answer.cookies


def test_who_speaks_for_the_campaign_is_marked_and_nobody_can_be_taken_for_it(letter: Letter) -> None:
    first = a_reply(letter, name="Another Road")
    ours = a_reply(letter, name="Another Road", email="", to=first)

    for path in ("/letters/a-letter/", f"/replies/{first.pk}/"):
        assert page(path).count(">the campaign</span>") == 1
    assert ">the campaign</span>" in page(f"/replies/{ours.pk}/")


def test_a_feed_says_in_words_who_speaks_for_the_campaign(letter: Letter) -> None:
    first = a_reply(letter, name="Another Road")
    a_reply(letter, name="Another Road", email="", to=first)

    for language, ours in (("", "Another Road (the campaign)"), ("/es", "Another Road (la campaña)")):
        feed = ElementTree.fromstring(visitor().get(f"{language}/replies/feed.xml").content)  # noqa: S314
        names = [name.text for name in feed.iterfind(f"{ATOM}entry/{ATOM}author/{ATOM}name")]
        titles = [title.text or "" for title in feed.iterfind(f"{ATOM}entry/{ATOM}title")]
        assert sorted(map(str, names)) == ["Another Road", ours]
        assert sum(ours in title for title in titles) == 1
