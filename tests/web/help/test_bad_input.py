"""Whatever is typed or sent: a clear sentence, and the text is still there."""

import time
from datetime import timedelta

import pytest
from django.test import Client

from offramp.pairing.models import Request
from offramp.web import drafts, limits
from offramp.web.limits import Buckets
from tests.cast import Person
from tests.web.help.asking import a_draft, ada_of, ask, shown_draft, texts_of
from tests.web.signing_in import send, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

TEXT = "I want to leave."


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("אני רצה\r\nלעזב", "אני רצה\nלעזב"),
        ("🙂🙂", "🙂🙂"),
        ("I want\x00 to leave", "I want to leave"),
        ("'); DROP TABLE people_member; --", "'); DROP TABLE people_member; --"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("x" * 10_000, "x" * 10_000),
        ("line\r\n" * 1_999 + "x" * 5, "line\n" * 1_999 + "x" * 5),
    ],
    ids=["right to left", "emoji only", "null bytes", "sql", "script", "longest", "longest in lines"],
)
def test_any_script_arrives_as_it_was_written(sent: str, kept: str, di: Person) -> None:
    draft = a_draft()

    assert ask(sent, draft=draft).status_code == 302

    assert texts_of(ada_of(draft)) == [kept]


@pytest.mark.parametrize("text", ["", "   ", "\r\n\t ", "\x00"])
def test_an_empty_message_is_asked_for_kindly(text: str, di: Person) -> None:
    draft = a_draft()

    page = words(ask(text, draft=draft, help=["resume"], region="pacific", nickname="Bright Fern"))

    assert "Please write something first." in page
    assert '<input type="checkbox" name="help" value="resume" checked' in page
    assert '<option value="pacific" selected>' in page
    assert 'value="Bright Fern"' in page
    assert shown_draft(page) == draft
    assert not Request.objects.exists()


def test_a_message_too_long_comes_back_whole(di: Person) -> None:
    page = words(ask("y" * 10_001))

    assert "This is longer than 10000 characters." in page
    assert "y" * 10_001 in page


@pytest.mark.parametrize(
    ("age", "sentence"),
    [
        (timedelta(0), "That was very quick."),
        (timedelta(hours=13), "This page had been open for a long time."),
    ],
    ids=["too fast", "too old"],
)
def test_a_token_too_young_or_too_old_keeps_the_text(age: timedelta, sentence: str, di: Person) -> None:
    assert_kept_unsent(a_draft(age=age), sentence)


@pytest.mark.parametrize("draft", ["forged", "", "\x00"])
def test_a_forged_token_keeps_the_text(draft: str, di: Person) -> None:
    assert_kept_unsent(draft, "This page had been open for a long time.")


def assert_kept_unsent(draft: str, sentence: str) -> None:
    page = words(send(from_our_page(), "/help/", {"text": TEXT, "draft": draft}))

    assert sentence in page
    assert f"\n{TEXT}</textarea>" in page
    assert not Request.objects.exists()


def test_too_fast_gets_the_same_token_again_and_too_old_a_fresh_one(di: Person) -> None:
    young, old = a_draft(age=timedelta(0)), a_draft(age=timedelta(hours=13))

    assert shown_draft(words(ask(TEXT, draft=young))) == young
    fresh = shown_draft(words(ask(TEXT, draft=old)))
    assert len(drafts.read(fresh, at=time.time() + 60).draft) == 32


def test_a_field_that_no_person_sees_stops_a_program_and_keeps_a_persons_text(di: Person) -> None:
    page = words(ask(TEXT, website="https://spam.example"))

    assert "Something filled in a field that must stay empty." in page
    assert f"\n{TEXT}</textarea>" in page
    assert "spam.example" not in page
    assert not Request.objects.exists()


def test_a_choice_that_left_the_campaign_is_said_and_nothing_lost(di: Person) -> None:
    page = words(ask(TEXT, region="atlantis"))

    assert "This choice is no longer offered." in page
    assert f"\n{TEXT}</textarea>" in page


def test_ruling_out_ones_region_asks_which_it_is(di: Person) -> None:
    page = words(ask(TEXT, red_lines=["nobody-in-my-region"]))

    assert "Please say which one it is." in page
    assert '<select id="region" name="region" autocomplete="off" aria-invalid="true"' in page


def test_a_flood_from_one_place_closes_nothing_for_others_and_keeps_the_text(
    di: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "BUCKETS", Buckets())
    flood, other = ("203.0.113.9", "198.51.100.7")
    for _ in range(10):
        assert ask(TEXT, client=at(flood)).status_code == 302

    refused = words(ask(TEXT, client=at(flood)))

    assert "Many messages come from where you are." in refused
    assert f"\n{TEXT}</textarea>" in refused
    assert ask(TEXT, client=at(other)).status_code == 302


def at(address: str) -> Client:
    client = from_our_page()
    client.defaults["HTTP_X_FORWARDED_FOR"] = address
    return client
