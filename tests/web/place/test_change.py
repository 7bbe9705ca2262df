"""Another adviser, without a reason; nothing of the conversation goes along."""

import pytest

from offramp.pairing import conversation, endings
from offramp.pairing.models import Pairing
from offramp.people.keyholders import FrontDesk
from tests.cast import Person
from tests.web.signing_in import TOKEN, seeker_visit, send, words

pytestmark = pytest.mark.django_db


def read_by_desk(di: Person, ada: Person) -> list[str]:
    desk = FrontDesk.opened_by(di.keyholder)
    return [said.text for said in conversation.read_as_front_desk(by=desk, request=ada.request)]


def test_the_adviser_is_shut_out_and_the_team_reads_the_note_alone(
    ada: Person, bo: Person, di: Person, pair: Pairing
) -> None:
    answer = send(seeker_visit(ada), "/place/change/", {"text": "Somebody calmer."})

    assert answer["Location"] == "/place/"
    assert conversation.read_as_adviser(by=bo.keyholder, pairing=pair) == []
    assert read_by_desk(di, ada) == ["Somebody calmer."]


def test_a_note_is_not_needed(ada: Person, di: Person, pair: Pairing) -> None:
    send(seeker_visit(ada), "/place/change/")

    assert not ada.request.pairings.live().exists()
    assert read_by_desk(di, ada) == []


def test_it_is_the_way_on_after_an_adviser_left(ada: Person, bo: Person, pair: Pairing) -> None:
    endings.leave(by=bo.member, pairing=pair)
    client = seeker_visit(ada)

    assert "<h1>Find another adviser</h1>" in words(client.get("/place/change/"))
    send(client, "/place/change/")

    assert ada.request.is_with_front_desk()


def test_a_double_click_changes_once_and_writes_the_note_once(ada: Person, di: Person, pair: Pairing) -> None:
    client = seeker_visit(ada)
    token = TOKEN.findall(words(client.get("/place/change/")))[0]

    for _ in range(2):
        client.post("/place/change/", {"csrfmiddlewaretoken": token, "text": "Once."})

    assert read_by_desk(di, ada) == ["Once."]


def test_a_note_too_long_comes_back_and_changes_nothing(ada: Person, pair: Pairing) -> None:
    page = words(send(seeker_visit(ada), "/place/change/", {"text": "z" * 10_001}))

    assert "z" * 10_001 in page
    assert ada.request.pairings.live().exists()


def test_whoever_waits_for_an_adviser_has_none_to_change(ada: Person) -> None:
    assert seeker_visit(ada).get("/place/change/")["Location"] == "/place/"
