"""Anybody reads the letters: in a list that leads on into each, by year, in the language of the address."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from offramp.letters.models import Letter, Withdrawal
from tests.letters.letters import a_letter, a_public_letter, say
from tests.web.test_headers import PAGE, headers_of
from tests.web.visitors import visitor

LONG = "\n\n".join(f"Paragraph {number}. " + "word " * 30 for number in range(5))


def page(path: str) -> str:
    return visitor().get(path).content.decode()


def test_only_what_is_public_is_shown_anywhere() -> None:
    a_letter("draft", title="A draft")
    a_public_letter("tomorrow", title="Of tomorrow", at=timezone.now() + timedelta(days=1))
    withdrawn = a_public_letter("withdrawn", title="Taken back")
    Withdrawal.objects.create(publication=withdrawn.publication, on=timezone.now().date())
    a_public_letter("public", title="For everybody")

    for path in ("/", "/letters/", "/letters/feed.xml", "/letters/search/?words=have+to+say"):
        shown = page(path)
        assert "For everybody" in shown
        assert not re.search("A draft|Of tomorrow|Taken back", shown)
    assert "/public/" in page("/sitemap.xml")
    assert not re.search("/draft/|/tomorrow/|/withdrawn/", page("/sitemap.xml"))
    for slug in ("draft", "tomorrow", "withdrawn", "nothing"):
        for end in ("", "card/", "picture/"):
            assert visitor().get(f"/letters/{slug}/{end}").status_code == 404


def test_the_list_begins_each_letter_and_leads_to_where_it_goes_on() -> None:
    a_public_letter("long", title="A long one", body=LONG)
    a_public_letter("short", title="A short one")

    shown = page("/letters/")

    assert "Paragraph 1." in shown
    assert "Paragraph 2." not in shown
    assert re.findall(r'href="([^"]*#rest)"', shown) == ["/letters/long/#rest"]
    letter = page("/letters/long/")
    assert letter.index("Paragraph 1.") < letter.index('<div id="rest">') < letter.index("Paragraph 2.")


def test_the_newest_comes_first_ten_at_a_time() -> None:
    now = timezone.now()
    for number in range(12):
        a_public_letter(f"letter-{number}", title=f"Letter {number}.", at=now - timedelta(days=number))

    first, second = page("/letters/"), page("/letters/?page=2")

    assert re.findall(r">(Letter \d+\.)</a></h2>", first) == [f"Letter {number}." for number in range(10)]
    assert re.findall(r">(Letter \d+\.)</a></h2>", second) == ["Letter 10.", "Letter 11."]


def test_the_list_asks_as_often_for_three_letters_as_for_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    a_public_letter("one")
    with django_assert_num_queries(5):
        page("/letters/")
    a_public_letter("two", has_picture=True)
    a_public_letter("three")
    with django_assert_num_queries(5):
        page("/letters/")


def test_a_year_has_its_own_page_and_a_year_without_letters_has_none() -> None:
    a_public_letter("old", title="An old one", at=datetime(2024, 12, 31, 23, 59, tzinfo=UTC))
    a_public_letter("new", title="A new one", at=datetime(2025, 1, 1, tzinfo=UTC))

    assert re.findall(r'href="/letters/(\d+)/"', page("/letters/")) == ["2025", "2024"]
    assert "An old one" in page("/letters/2024/")
    assert "A new one" not in page("/letters/2024/")
    assert [visitor().get(f"/letters/{year}/").status_code for year in (1999, 0, 99999)] == [404, 404, 404]


def test_a_letter_says_who_wrote_it_when_and_how_long_it_takes() -> None:
    at = datetime(2026, 3, 4, 12, tzinfo=UTC)
    a_public_letter("signed", author="Nan Smith", body="word " * 900, at=at)
    a_public_letter("unsigned", at=at)

    signed = page("/letters/signed/")
    assert re.search(r"Nan Smith</span> · <time [^>]*>March 4, 2026</time> · 4 min read", signed)
    assert '<span dir="auto">Another Road</span>' in page("/letters/unsigned/")
    assert '<span dir="auto">Otro camino</span>' in page_in_spanish("unsigned")


def page_in_spanish(slug: str) -> str:
    say(Letter.objects.get(slug=slug), "es", title="En español")
    return page(f"/es/letters/{slug}/")


def test_a_letter_stands_in_the_language_of_its_address() -> None:
    say(a_public_letter(title="Good day"), "es", title="Buen día")

    assert "<title>Good day " in page("/letters/a-letter/")
    assert "<title>Buen día " in page("/es/letters/a-letter/")
    for path in ("/letters/a-letter/", "/es/letters/a-letter/"):
        assert set(re.findall(r'hreflang="(\w+)" href="([^"]+)">\n', page(path))) == {
            ("en", "https://testserver/letters/a-letter/"),
            ("es", "https://testserver/es/letters/a-letter/"),
        }
    assert 'href="/es/letters/a-letter/" lang="es"' in page("/letters/a-letter/")


def test_a_letter_that_is_not_translated_is_shown_as_it_was_written_and_says_so() -> None:
    a_public_letter("only", title="Only English")

    shown = page("/es/letters/only/")

    assert "Esta carta aún no está traducida" in shown
    assert 'lang="en">Only English</h1>' in shown
    assert '<link rel="canonical" href="https://testserver/letters/only/">' in shown
    assert "not translated yet" not in page("/letters/only/")


def test_lists_say_which_letters_are_not_translated() -> None:
    letter = a_public_letter("only", title="Only English")

    assert "Esta carta aún no está traducida" in page("/es/letters/")
    assert "Aún sin traducir" in page("/es/")
    assert "not translated yet" not in (page("/letters/") + page("/")).lower()
    say(letter, "es")
    assert "traducida" not in page("/es/letters/")
    assert "Aún sin traducir" not in page("/es/")


def test_machines_are_told_what_it_is_without_a_script_and_without_anybody_else() -> None:
    a_public_letter(summary='In "short" & more.')

    shown = page("/letters/a-letter/")

    assert 'itemscope itemtype="https://schema.org/Article"' in shown
    assert re.findall(r'itemprop="(\w+)"', shown) == [
        *("headline", "datePublished", "inLanguage", "description", "image", "mainEntityOfPage", "author"),
        *("name", "articleBody"),
    ]
    assert '<meta property="og:description" content="In &quot;short&quot; &amp; more.">' in shown
    assert '<meta property="og:image" content="https://testserver/letters/a-letter/card/">' in shown
    assert re.findall(r"<script(?! type=\"module\" src=)", shown) == []


@pytest.mark.parametrize("path", ["/letters/", "/letters/a-letter/", "/letters/2026/"])
def test_a_page_of_letters_carries_exactly_the_public_set_and_sets_no_cookie(path: str) -> None:
    a_public_letter(at=datetime(2026, 3, 4, tzinfo=UTC))

    answer = visitor().get(path)

    assert headers_of(answer) == PAGE | {"Vary": "Accept-Encoding, Accept-Language"}
    assert answer.cookies == {}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("picture/", "image/jpeg"),
        ("card/", "image/png"),
        ("../feed.xml", "application/atom+xml; charset=utf-8"),
    ],
)
def test_what_is_no_page_carries_the_public_set_too(path: str, kind: str) -> None:
    a_public_letter(has_picture=True)

    answer = visitor().get(f"/letters/a-letter/{path}".replace("a-letter/../", ""))

    public = PAGE | {"Vary": "Accept-Encoding, Accept-Language", "Content-Type": kind}
    assert headers_of(answer) == public


def test_a_search_is_not_to_be_found_itself() -> None:
    assert visitor().get("/letters/search/?words=x")["X-Robots-Tag"] == "noindex, nofollow"


def test_on_the_onion_a_letter_still_names_the_address_that_everybody_can_open(
    settings: Settings,
) -> None:
    settings.ONION_ORIGIN = "http://example.onion"
    settings.ALLOWED_HOSTS = ["testserver", "example.onion"]
    a_public_letter()

    answer = visitor(host="example.onion").get("/letters/a-letter/")

    assert '<link rel="canonical" href="https://testserver/letters/a-letter/">' in answer.content.decode()
    assert answer["Onion-Location"] == "http://example.onion/letters/a-letter/"


def test_a_picture_says_how_large_it_is_and_what_it_shows() -> None:
    a_public_letter(has_picture=True, alt="A bridge")

    shown = page("/letters/a-letter/")

    picture = '<img class="picture" src="/letters/a-letter/picture/" width="8" height="6" alt="A bridge">'
    assert picture in shown
    assert visitor().get("/letters/a-letter/picture/").content.startswith(b"\xff\xd8\xff")


def test_without_letters_the_pages_say_so() -> None:
    assert "There is no letter here yet." in page("/letters/")
    assert "An open letter" not in page("/")


def test_the_front_door_leads_to_the_newest() -> None:
    a_public_letter("newest", title="The newest", summary="Of today.")

    assert '<a href="/letters/newest/" lang="en" dir="auto">The newest</a>' in page("/")
