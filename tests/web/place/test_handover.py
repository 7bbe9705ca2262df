"""A handover: the seeker reads the summary and decides."""

import pytest

from offramp.pairing import cards, endings, handovers
from offramp.pairing.models import Handover, Pairing
from offramp.people.keyholders import FrontDesk
from tests.cast import TODAY, Person, a_seeker
from tests.web.signing_in import TOKEN, seeker_visit, send, words

pytestmark = pytest.mark.django_db

SUMMARY = "Résumé <done>; interviews next."


@pytest.fixture
def handover(bo: Person, pair: Pairing) -> Handover:
    return handovers.propose(by=bo.keyholder, pairing=pair, text=SUMMARY, on=TODAY)


def test_the_summary_is_read_before_anything_happens(ada: Person, handover: Handover) -> None:
    page = words(seeker_visit(ada).get("/place/handover/"))

    assert "Résumé &lt;done&gt;; interviews next.</div>" in page
    assert "If you do not answer by Nov. 16, 2026" in page


def test_approved_it_goes_to_the_team_with_a_fresh_card(ada: Person, di: Person, handover: Handover) -> None:
    send(seeker_visit(ada), "/place/handover/approval/", form_at="/place/handover/")

    card = cards.read(card=ada.request.card, by=FrontDesk.opened_by(di.keyholder))
    assert card.summary == SUMMARY
    assert not ada.request.pairings.live().exists()


def test_refused_it_is_gone_and_the_pairing_stays(ada: Person, pair: Pairing, handover: Handover) -> None:
    send(seeker_visit(ada), "/place/handover/refusal/", form_at="/place/handover/")

    assert not Handover.objects.exists()
    assert ada.request.pairings.live().get() == pair


@pytest.mark.parametrize("answer", ["approval", "refusal"])
def test_answered_twice_or_too_late_it_leads_to_the_place(
    answer: str, ada: Person, bo: Person, pair: Pairing, handover: Handover
) -> None:
    client = seeker_visit(ada)
    token = TOKEN.findall(words(client.get("/place/handover/")))[0]
    endings.leave(by=bo.member, pairing=pair)

    assert client.post(f"/place/handover/{answer}/", {"csrfmiddlewaretoken": token})["Location"] == "/place/"
    assert client.get("/place/handover/")["Location"] == "/place/"


def test_a_stranger_has_nothing_to_answer(ada: Person, handover: Handover) -> None:
    cy = seeker_visit(a_seeker("Something else."))
    token = TOKEN.findall(words(cy.get("/place/")))[0]

    cy.post("/place/handover/approval/", {"csrfmiddlewaretoken": token})

    assert cy.get("/place/handover/")["Location"] == "/place/"
    assert Handover.objects.get() == handover
