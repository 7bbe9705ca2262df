"""Letters are found: by words in any language, by feed readers, by search engines, by a picture."""

import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime

import pytest

from offramp.letters import writing
from offramp.letters.written import Written
from tests.letters.letters import a_public_letter, say
from tests.web.letters.test_reading import page
from tests.web.visitors import visitor

ATOM = {"": "http://www.w3.org/2005/Atom"}
MAP = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


def parsed(path: str) -> ET.Element:
    return ET.fromstring(visitor().get(path).content)  # noqa: S314 - written by ourselves


def titles(path: str) -> list[str | None]:
    return [entry.findtext("title", namespaces=ATOM) for entry in parsed(path).findall("entry", ATOM)]


def test_words_are_found_in_every_language_from_every_language() -> None:
    say(a_public_letter("both", title="About bread"), "es", title="Sobre el pan")
    a_public_letter("english", title="Only bread")

    assert "Sobre el pan" in page("/letters/search/?words=pan")
    assert "About bread" in page("/es/letters/search/?words=bread")
    assert "Only bread" in page("/es/letters/search/?words=BREAD")
    assert "2 letters" in page("/letters/search/?words=bread")


def test_a_letter_found_in_two_languages_is_shown_in_the_readers() -> None:
    say(a_public_letter("both", title="Pan and bread"), "es", title="Pan y bread")

    assert "Pan and bread" in page("/letters/search/?words=bread+pan")
    assert "Pan y bread" in page("/es/letters/search/?words=bread+pan")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("nowhere", "No letter has all of these words."),
        ("x" * 101, "That is too long to look for."),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("", 'value=""'),
    ],
)
def test_a_search_answers_clearly_whatever_is_typed(words: str, said: str) -> None:
    a_public_letter()

    answer = visitor().get("/letters/search/", {"words": words})

    assert answer.status_code == 200
    assert said in answer.content.decode()


def test_each_language_has_a_feed_of_what_is_written_in_it() -> None:
    say(a_public_letter("both", title="Bread & butter", body="**Fresh** bread."), "es", title="Pan")
    a_public_letter("english", title="Only English")

    assert sorted(map(str, titles("/letters/feed.xml"))) == ["Bread & butter", "Only English"]
    assert titles("/es/letters/feed.xml") == ["Pan"]


def test_an_entry_of_the_feed_begins_the_letter_and_is_known_again_by_its_id() -> None:
    letter = a_public_letter(title="T", body="**Fresh** bread.", author="Nan")
    feed = parsed("/letters/feed.xml")
    (entry,) = feed.findall("entry", ATOM)

    said = {name: entry.findtext(name, namespaces=ATOM) for name in ("id", "summary", "author/name")}
    assert said == {
        "id": letter.texts.get().pk.urn,
        "summary": "<p><strong>Fresh</strong> bread.</p>\n",
        "author/name": "Nan",
    }
    links = [link.get("href") for link in entry.findall("link", ATOM)]
    assert links == ["https://testserver/letters/a-letter/"]
    assert feed.findtext("title", namespaces=ATOM) == "Another Road: open letters"


def test_a_correction_is_news_to_whoever_follows_the_feed() -> None:
    letter = a_public_letter(at=datetime(2026, 11, 2, 9, 30, tzinfo=UTC))
    assert days_of_the_feed() == ["2026-11-02T09:30:00+00:00"] * 3

    corrected = Written(title="A letter", body="Corrected.")
    writing.save(letter=letter, language="en", written=corrected, base=1, by=None, on=date(2026, 11, 9))

    assert days_of_the_feed() == ["2026-11-02T09:30:00+00:00", *["2026-11-09T00:00:00+00:00"] * 2]


def days_of_the_feed() -> list[str | None]:
    feed = parsed("/letters/feed.xml")
    return [feed.findtext(name, namespaces=ATOM) for name in ("entry/published", "entry/updated", "updated")]


def test_the_sitemap_names_each_page_in_each_language_that_it_stands_in() -> None:
    say(a_public_letter("both"), "es")
    a_public_letter("english")

    urls = {
        str(url.findtext("loc", namespaces=MAP)): [
            link.get("hreflang") for link in url.findall("xhtml:link", MAP)
        ]
        for url in parsed("/sitemap.xml").findall("url", MAP)
    }

    assert {path: found for path, found in urls.items() if "/letters/" in path} == {
        "https://testserver/letters/": ["en", "es"],
        "https://testserver/es/letters/": ["en", "es"],
        "https://testserver/letters/both/": ["en", "es"],
        "https://testserver/es/letters/both/": ["en", "es"],
        "https://testserver/letters/english/": [],
    }
    assert {visitor().get(url.removeprefix("https://testserver")).status_code for url in urls} == {200}


def test_robots_are_told_where_the_sitemap_is() -> None:
    assert "Sitemap: https://testserver/sitemap.xml\n" in page("/robots.txt")


@pytest.mark.parametrize(
    "title", ["Short", "Ñandú “quotes” & <b>", "x" * 160, '#text(red)[no] \\ "', "中文 Привет"]
)
def test_the_card_is_a_picture_of_the_usual_size_whatever_the_title_says(title: str) -> None:
    a_public_letter(title=title)

    content = visitor().get("/letters/a-letter/card/").content

    assert content.startswith(b"\x89PNG")
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == (1200, 630)


def test_each_language_has_a_card_of_its_own() -> None:
    say(a_public_letter("both"), "es", title="Otra")

    cards = {visitor().get(f"{prefix}/letters/both/card/").content for prefix in ("", "/es")}
    assert len(cards) == 2
