"""What a seeker writes arrives once, with whoever can read it, or stays with them."""

import pytest

from offramp.pairing import conversation, endings
from offramp.pairing.models import Pairing
from tests.cast import Person, a_seeker
from tests.web.place.members import enroll_again, texts_of
from tests.web.signing_in import TOKEN, seeker_visit, send, words

pytestmark = pytest.mark.django_db


def test_a_message_goes_to_the_adviser_alone(ada: Person, bo: Person, pair: Pairing) -> None:
    answer = send(seeker_visit(ada), "/place/messages/", {"text": "Thank you."}, form_at="/place/")

    assert (answer.status_code, answer["Location"]) == (302, "/place/#last")
    assert [said.text for said in conversation.read_as_adviser(by=bo.keyholder, pairing=pair)] == [
        "I want to leave.",
        "Thank you.",
    ]


def test_a_double_click_sends_it_once(ada: Person) -> None:
    client = seeker_visit(ada)
    token = TOKEN.findall(words(client.get("/place/")))[0]

    for _ in range(2):
        client.post("/place/messages/", {"csrfmiddlewaretoken": token, "text": "Once."})

    assert texts_of(ada) == ["I want to leave.", "Once."]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ("", "Please write something first."),
        (" \r\n", "Please write something first."),
        ("z" * 10_001, "longer than"),
    ],
)
def test_what_cannot_be_sent_comes_back_with_a_sentence(sent: str, sentence: str, ada: Person) -> None:
    page = words(send(seeker_visit(ada), "/place/messages/", {"text": sent}, form_at="/place/"))

    assert sentence in page
    assert f"\n{sent}</textarea>" in page
    assert texts_of(ada) == ["I want to leave."]


def test_a_text_for_an_adviser_who_has_just_left_waits_and_comes_along(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    client = seeker_visit(ada)
    token = TOKEN.findall(words(client.get("/place/")))[0]
    endings.leave(by=bo.member, pairing=pair)

    client.post("/place/messages/", {"csrfmiddlewaretoken": token, "text": "Are you there?"})

    assert "Your text is still here, not sent yet." in words(client.get("/place/"))
    assert "\nAre you there?</textarea>" in words(client.get("/place/change/"))
    assert texts_of(ada) == ["I want to leave."]


def test_a_text_for_old_keys_waits_until_the_seeker_has_decided(
    ada: Person, bo: Person, pair: Pairing
) -> None:
    client = seeker_visit(ada)
    token = TOKEN.findall(words(client.get("/place/")))[0]
    enroll_again(bo)

    client.post("/place/messages/", {"csrfmiddlewaretoken": token, "text": "Hello?"})
    send(client, "/place/readers/", {"read": "today"})

    assert "\nHello?</textarea>" in words(client.get("/place/"))
    assert texts_of(ada) == ["I want to leave."]


def test_reloading_the_address_leads_to_the_place(ada: Person) -> None:
    assert seeker_visit(ada).get("/place/messages/")["Location"] == "/place/"


def test_a_stranger_writes_only_into_their_own(ada: Person) -> None:
    cy = a_seeker("Something else.")

    send(seeker_visit(cy), "/place/messages/", {"text": "Mine."}, form_at="/place/")

    assert texts_of(ada) == ["I want to leave."]
