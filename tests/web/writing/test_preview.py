"""A look at a letter before anybody else has one, and what will not work in it."""

import time

import pytest
from django.test import Client

from offramp.letters.written import LONGEST_BODY
from offramp.web import pace
from offramp.web.writing.remarks import NEVER_A_LINK
from tests.cast import Person
from tests.letters.letters import a_letter
from tests.web.signing_in import send, staff_visit, words
from tests.web.writing.test_writing import FIELD, TYPED, at, fields


@pytest.fixture
def client(di: Person) -> Client:
    return staff_visit(di)


def test_a_preview_shows_it_and_saves_nothing(client: Client) -> None:
    letter = a_letter()

    answer = send(client, at(letter, "en/preview/"), fields(), form_at=at(letter))

    assert "Good <strong>day</strong>." in words(answer)
    assert FIELD.findall(words(answer)) == [TYPED]
    assert letter.texts.get().title == "A letter"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[x](/letters/nowhere/)", "The link to “/letters/nowhere/” leads to no page of ours."),
        ("[x](/nowhere/)", "The link to “/nowhere/” leads to no page of ours."),
        ("[x](http://example.org/)", "The link to “http://example.org/” will not work"),
        ("[x](https://)", "The link to “https://” will not work"),
        ("[x](example.org)", "The link to “example.org” will not work"),
        ("[x](#here)", "The link to “#here” will not work"),
        ("[x](//elsewhere.example/)", "The link to “//elsewhere.example/” will not work"),
        ("[x](javascript:alert(1))", "What begins with “javascript:” is never made into a link."),
        ("![x](data:image/png;base64,AA)", "What begins with “data:” is never made into a link."),
        ("![x](https://example.org/x.png)", "Pictures inside the text are left out."),
        ("# Another title", "Headings begin with ## or ###"),
        (">" * 1000 + " deep", "part of them is not shown"),
    ],
)
def test_a_preview_says_what_will_not_work(client: Client, written: str, said: str) -> None:
    letter = a_letter()

    answer = send(client, at(letter, "en/preview/"), fields(f"# T\n\n{written}"), form_at=at(letter))

    assert answer.status_code == 200
    assert said in words(answer)


@pytest.mark.parametrize(
    "hostile",
    ["](" + " " * LONGEST_BODY, "](<" + " " * LONGEST_BODY, "](" * LONGEST_BODY, "]( <\n" * LONGEST_BODY],
)
def test_whatever_is_typed_is_looked_through_at_once(hostile: str) -> None:
    began = time.process_time()

    assert NEVER_A_LINK.findall(f"{hostile[:LONGEST_BODY]}[x]( < JavaScript:") == ["JavaScript:"]

    assert time.process_time() - began < 0.05


def test_nobody_looks_at_previews_faster_than_a_person_does(client: Client) -> None:
    letter = a_letter()
    path = at(letter, "en/preview/")

    # A slow machine gives time for a few more.
    for _ in range(2 * pace.WRITTEN_A_MINUTE):
        answer = send(client, path, fields(), form_at=at(letter))
        if answer.status_code != 200:
            break

    assert answer.status_code == 429
    assert FIELD.findall(words(answer)) == [TYPED]


def test_links_that_work_are_not_remarked_on(client: Client) -> None:
    letter = a_letter()
    good = " ".join(
        f"[x]({link})"
        for link in (
            "/help/",
            "/es/now/",
            "/letters/a-letter/#rest",
            "https://example.org",
            "tel:988",
            "mailto:a@b.example",
        )
    )

    answer = send(client, at(letter, "en/preview/"), fields(f"# T\n\n{good}"), form_at=at(letter))

    preview = words(answer).partition("<article")[0]
    assert 'class="care"' not in preview
