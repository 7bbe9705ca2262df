"""Who reads what came before is the seeker's word alone."""

import pytest

from offramp.pairing import conversation, endings
from offramp.pairing.models import Pairing, Request
from tests.cast import TODAY, Person, a_seeker, an_adviser, paired
from tests.web.place.members import WRITES_ENGLISH, enroll_again
from tests.web.signing_in import TOKEN, seeker_visit, send, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def bo_again(bo: Person, ada: Person, pair: Pairing) -> Person:
    conversation.write_as_seeker(by=ada.keyholder, request=ada.request, text="A secret.", on=TODAY)
    return enroll_again(bo)


@pytest.mark.parametrize(
    ("chosen", "read"), [("today", []), ("everything", ["I want to leave.", "A secret."])]
)
def test_new_keys_open_what_the_seeker_chose(
    chosen: str, read: list[str], ada: Person, bo_again: Person
) -> None:
    answer = send(seeker_visit(ada), "/place/readers/", {"read": chosen})

    assert answer["Location"] == "/place/"
    assert texts_for(bo_again, ada.request) == read


def texts_for(adviser: Person, request: Request) -> list[str]:
    pairing = request.pairings.live().get()
    return [said.text for said in conversation.read_as_adviser(by=adviser.keyholder, pairing=pairing)]


def test_without_a_choice_nothing_is_opened(ada: Person, bo: Person, bo_again: Person) -> None:
    page = words(send(seeker_visit(ada), "/place/readers/"))

    assert "Please choose one of the two." in page
    assert ada.request.pairings.live().get().adviser == bo.member


def test_answered_twice_it_leads_to_the_place(ada: Person, bo_again: Person) -> None:
    client = seeker_visit(ada)
    token = TOKEN.findall(words(client.get("/place/readers/")))[0]

    answers = [
        client.post("/place/readers/", {"csrfmiddlewaretoken": token, "read": "today"}) for _ in range(2)
    ]

    assert [answer["Location"] for answer in answers] == ["/place/", "/place/"]
    assert ada.request.pairings.live().count() == 1


def test_a_new_adviser_reads_what_came_before_only_when_let(ada: Person, di: Person, pair: Pairing) -> None:
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=TODAY)
    juno = an_adviser("Juno", about=WRITES_ENGLISH)
    paired(ada, juno, di)
    client = seeker_visit(ada)
    assert texts_for(juno, ada.request) == []

    send(client, "/place/earlier/", form_at="/place/")

    assert texts_for(juno, ada.request) == ["I want to leave."]
    assert "Let them read it" not in words(client.get("/place/"))


def test_whoever_has_no_new_keys_to_decide_about_is_sent_to_their_place(ada: Person, pair: Pairing) -> None:
    client = seeker_visit(ada)
    token = TOKEN.findall(words(client.get("/place/")))[0]

    assert client.get("/place/readers/")["Location"] == "/place/"
    assert client.post("/place/earlier/", {"csrfmiddlewaretoken": token})["Location"] == "/place/"


def test_a_stranger_decides_nothing(ada: Person, bo: Person, bo_again: Person) -> None:
    cy = seeker_visit(a_seeker("Something else."))
    token = TOKEN.findall(words(cy.get("/place/")))[0]

    cy.post("/place/readers/", {"csrfmiddlewaretoken": token, "read": "everything"})

    assert ada.request.pairings.live().get().adviser == bo.member
