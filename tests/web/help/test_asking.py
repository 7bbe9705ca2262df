"""The first message: one form, one request, one code, and no text lost on the way."""

import time
from datetime import timedelta

import pytest
from django.test import Client

from offramp.pairing import conversation, front_desk
from offramp.pairing.cards import Asked, read
from offramp.pairing.models import Request
from offramp.people.models import Envelope
from offramp.sealed.codes import Code
from offramp.web import drafts, limits
from offramp.web.limits import Buckets
from tests.cast import Person, two_organizers
from tests.web.help.asking import a_draft, ask, shown_draft
from tests.web.signing_in import send, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

TEXT = "I want to leave."


@pytest.fixture
def di() -> Person:
    return two_organizers()[0]


def ada_of(draft: str) -> Person:
    return Person(Code.from_draft(drafts.read(draft).draft))


def texts_of(ada: Person) -> list[str]:
    return [said.text for said in conversation.read_as_seeker(by=ada.keyholder, request=ada.request)]


def test_before_two_organizers_are_there_the_page_says_so() -> None:
    page = from_our_page().get("/help/")

    assert "We are not open yet." in words(page)
    assert "<textarea" not in words(page)


def test_while_intake_is_paused_the_page_says_what_the_organizers_wrote(di: Person) -> None:
    front_desk.pause(by=di.member, text="Back in May.", on=di.member.invitation.proposed_on)

    page = words(from_our_page().get("/help/"))

    assert "Back in May." in page
    assert "<textarea" not in page


def test_a_message_becomes_a_request_and_leads_to_its_code(di: Person) -> None:
    draft, client = a_draft(), from_our_page()

    answer = ask(TEXT, client=client, draft=draft)

    assert (answer.status_code, answer["Location"]) == (302, "/code/")
    assert texts_of(ada_of(draft)) == [TEXT]
    assert not ada_of(draft).request.is_confirmed


def test_what_was_chosen_stands_on_the_card(di: Person) -> None:
    draft = a_draft()

    ask(
        TEXT,
        draft=draft,
        help=["resume", "interviews"],
        work="analyst",
        years="5-to-9",
        region="northeast",
        languages=["english"],
        nickname="  Quiet Maple ",
        wishes=["from-outside"],
        red_lines=["nobody-from-ice"],
        red_line_words="Nobody\r\nfrom Newark.",
    )

    ada = ada_of(draft)
    card = read(card=ada.request.card, by=ada.keyholder)
    assert card == Asked(
        day=card.day,
        nickname="Quiet Maple",
        help=("resume", "interviews"),
        work="analyst",
        years="5-to-9",
        region="northeast",
        languages=("english",),
        wishes=("from-outside",),
        red_lines=("nobody-from-ice",),
        red_line_words="Nobody\nfrom Newark.",
    )


def test_whoever_empties_the_nickname_is_given_one(di: Person) -> None:
    draft = a_draft()

    ask(TEXT, draft=draft, nickname="")

    ada = ada_of(draft)
    assert len(read(card=ada.request.card, by=ada.keyholder).nickname.split()) == 2


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


def test_sent_twice_it_is_one_request_with_one_code(di: Person) -> None:
    draft = a_draft()

    first, second = (ask(TEXT, client=from_our_page(), draft=draft) for _ in range(2))

    assert first["Location"] == second["Location"] == "/code/"
    assert Request.objects.count() == 1
    assert texts_of(ada_of(draft)) == [TEXT]


def test_reloading_the_sent_form_adds_nothing_and_other_words_add_a_message(di: Person) -> None:
    draft, client = a_draft(), from_our_page()
    token = send_and_keep_token(client, draft)

    client.post("/help/", {"csrfmiddlewaretoken": token, "text": TEXT, "draft": draft})
    client.post("/help/", {"csrfmiddlewaretoken": token, "text": "And one more thing.", "draft": draft})

    assert texts_of(ada_of(draft)) == [TEXT, "And one more thing."]
    assert Request.objects.count() == 1


def send_and_keep_token(client: Client, draft: str) -> str:
    page = words(client.get("/help/"))
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    client.post("/help/", {"csrfmiddlewaretoken": token, "text": TEXT, "draft": draft})
    return token


def test_a_second_tabs_message_joins_the_first_ones_conversation(di: Person) -> None:
    draft, client = a_draft(), from_our_page()
    token = send_and_keep_token(client, draft)

    answer = client.post(
        "/help/", {"csrfmiddlewaretoken": token, "text": "From a second tab.", "draft": a_draft()}
    )

    assert (answer.status_code, answer["Location"]) == (302, "/place/#last")
    assert texts_of(ada_of(draft)) == [TEXT, "From a second tab."]
    assert Request.objects.count() == 1


def test_sent_again_after_the_code_was_confirmed_it_asks_for_the_code_and_keeps_the_text(di: Person) -> None:
    draft = a_draft()
    ask(TEXT, draft=draft)
    Request.objects.update(is_confirmed=True)
    client = from_our_page()

    page = words(ask("Something else.", client=client, draft=draft))

    assert "You sent this form before." in page
    assert "\nSomething else.</textarea>" in page
    assert str(ada_of(draft).code) not in page
    assert texts_of(ada_of(draft)) == [TEXT]


def test_a_text_sent_as_intake_closes_comes_back_with_the_reason(di: Person) -> None:
    client = from_our_page()
    page = words(client.get("/help/"))
    token = page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    Envelope.objects.filter(kind="front-desk-seed", member=di.member).delete()

    answer = client.post("/help/", {"csrfmiddlewaretoken": token, "text": TEXT, "draft": a_draft()})

    assert "We are not open yet." in words(answer)
    assert "Nothing was sent." in words(answer)
    assert f"\n{TEXT}</textarea>" in words(answer)


def test_whoever_is_signed_in_is_sent_to_their_place(di: Person) -> None:
    client = from_our_page()
    ask(TEXT, client=client)

    assert client.get("/help/")["Location"] == "/place/"


def test_a_stranger_reads_no_code_in_any_form(di: Person) -> None:
    draft = a_draft()
    ask(TEXT, draft=draft)

    stranger = from_our_page()

    assert str(ada_of(draft).code) not in words(stranger.get("/code/"))
    assert str(ada_of(draft).code) not in words(stranger.get("/help/"))
