"""The first message: one form, one request, one code, and no text lost on the way."""

import pytest
from django.test import Client

from offramp.pairing import front_desk
from offramp.pairing.cards import Asked, read
from offramp.pairing.models import Request
from offramp.people.models import Envelope
from tests.cast import Person
from tests.web.help.asking import a_draft, ada_of, ask, texts_of
from tests.web.signing_in import words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

TEXT = "I want to leave."


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
