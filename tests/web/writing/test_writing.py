"""An organizer writes a letter, looks at it, saves it; and nothing that was typed is ever lost."""

import re
from typing import Any

import pytest
from django.test import Client

from offramp.letters.models import Letter, Text
from tests.cast import Person
from tests.letters.letters import a_letter, a_public_letter, say
from tests.web.signing_in import Fields, send, staff_visit, words
from tests.web.visitors import from_our_page

TYPED = "# A *new* letter\n\nGood **day**."
FIELD = re.compile(r'<textarea class="paper" id="text"[^>]*>\n(.*?)</textarea>', re.DOTALL)


@pytest.fixture
def client(di: Person) -> Client:
    return staff_visit(di)


def at(letter: Letter, end: str = "en/") -> str:
    return f"/writing/{letter.pk}/{end}"


def fields(text: str = TYPED, **more: Any) -> Fields:
    typed = {"text": text, "summary": "", "author": "", "alt": "", "base": 1} | more
    return {f"field-{name}": value for name, value in typed.items()}


def test_a_new_letter_is_a_draft_at_an_address_made_of_its_title(client: Client) -> None:
    answer = send(
        client, "/writing/new/", fields("# ¿Qué le debemos a *Ñu*?\n\nHola.", language="es", address="")
    )

    letter = Letter.objects.get()
    assert answer["Location"] == f"/writing/{letter.pk}/es/?told=letter-begun"
    assert (letter.slug, letter.is_draft(), letter.languages) == ("que-le-debemos-a-nu", True, ["es"])
    assert "Nobody but the organizers sees it." in words(client.get(answer["Location"]))


@pytest.mark.parametrize("address", ["feed", "search", "2026", "-", "日本", "a-letter"])
def test_an_address_that_cannot_be_is_said_and_the_text_kept(client: Client, address: str) -> None:
    a_letter("a-letter")

    answer = send(client, "/writing/new/", fields(language="en", address=address))

    if address == "feed":  # the feed is at feed.xml: nobody is in its way
        assert answer.status_code == 302
        return
    assert answer.status_code == 400
    assert TYPED in words(answer)
    assert re.search("small letters, digits and dashes|Another letter has this address", words(answer))
    assert Letter.objects.count() == 1


def test_what_is_saved_stands_there_again(client: Client) -> None:
    letter = a_letter()

    answer = send(client, at(letter), fields(summary="Two\nlines", author="Nan"))

    assert answer["Location"] == f"/writing/{letter.pk}/en/?told=saved"
    text = letter.texts.get()
    assert (text.title, text.body, text.summary, text.author) == (
        *("A *new* letter", "Good **day**.", "Two lines"),
        "Nan",
    )
    assert FIELD.findall(words(client.get(at(letter)))) == [TYPED]


def test_what_no_feed_may_say_is_left_out(client: Client) -> None:
    letter = a_public_letter()

    send(
        client,
        at(letter),
        fields("# A\x0bB\n\nOne\x01\ttwo\ufffe", summary="S\x02", author="N\x1f", alt="\x08"),
    )

    feed = from_our_page().get("/letters/feed.xml")
    assert feed.status_code == 200
    text = letter.texts.get()
    assert (text.title, text.body) == ("AB", "One\ttwo")
    assert (text.summary, text.author, text.alt) == ("S", "N", "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Please write something first."),
        ("No title", "Begin the first line with # and the title"),
        ("# Only a title", "Only the title is there."),
        ("# T\n\n" + "x" * 20_000, "This is longer than 20000 characters."),
    ],
)
@pytest.mark.parametrize("end", ["en/", "en/preview/"])
def test_what_cannot_be_saved_comes_back_with_the_reason(
    client: Client, end: str, text: str, said: str
) -> None:
    letter = a_letter()

    answer = send(client, at(letter, end), fields(text), form_at=at(letter))

    assert answer.status_code == 400
    assert said in words(answer)
    assert FIELD.findall(words(answer)) == [text]
    assert letter.texts.get().title == "A letter"


def test_a_megabyte_is_refused_in_a_sentence(client: Client) -> None:
    letter = a_letter()

    answer = send(client, at(letter), fields("# T\n\n" + "x" * 1_000_000))

    assert answer.status_code == 413


def test_two_organizers_on_one_letter_lose_nothing(client: Client) -> None:
    letter = a_letter()
    client.get(at(letter))
    say(letter, "en", title="Ed's", body="Ed was quicker.")

    answer = send(client, at(letter), fields(base=1), form_at=at(letter))

    assert answer.status_code == 409
    assert "Somebody else saved this letter while you were writing." in words(answer)
    assert "Ed was quicker." in words(answer)
    assert FIELD.findall(words(answer)) == [TYPED]
    assert letter.texts.get().title == "Ed's"
    base = re.findall(r'name="field-base" value="(\d+)"', words(answer))
    again = send(client, at(letter), fields(base=base[0]))
    assert again.status_code == 302
    titles = [one.title for one in letter.texts.get().revisions.order_by("number")]
    assert titles == ["A letter", "Ed's", "A *new* letter"]


def test_another_language_begins_empty_and_is_tied_to_the_same_letter(client: Client) -> None:
    letter = a_letter()
    assert FIELD.findall(words(client.get(at(letter, "es/")))) == ["# "]

    send(client, at(letter, "es/"), fields("# Hola\n\nBuenos días.", base=0))

    assert sorted(Text.objects.filter(letter=letter).values_list("language", "title")) == [
        ("en", "A letter"),
        ("es", "Hola"),
    ]
    assert client.get(at(letter, "xx/")).status_code == 404


def test_earlier_versions_say_who_and_what_and_come_back(client: Client, di: Person) -> None:
    letter = a_letter()
    send(client, at(letter), fields())

    page = words(client.get(at(letter, "en/revisions/")))
    assert re.findall(r'hint">([^<]+)</span></span>', page) == [
        "Di · Version 2",
        "came with the campaign's folder · Version 1",
    ]
    then = words(client.get(at(letter, "en/revisions/1/")))
    assert re.search(r"<del>.*morning\..*</del><ins>.*\*\*day\*\*", then, re.DOTALL)
    answer = send(client, at(letter, "en/revisions/1/restoration/"), form_at=at(letter, "en/revisions/1/"))

    assert answer["Location"] == f"/writing/{letter.pk}/en/?told=restored"
    assert letter.texts.get().title == "A letter"
    assert letter.texts.get().newest == 3
    assert client.get(at(letter, "en/revisions/9/")).status_code == 404


def test_whoever_saves_a_public_letter_is_told_that_everybody_reads_it(client: Client) -> None:
    letter = a_public_letter()
    assert "what you save is public at once" in words(client.get(at(letter)))

    send(client, at(letter), fields())

    assert "Good <strong>day</strong>." in words(from_our_page().get("/letters/a-letter/"))
