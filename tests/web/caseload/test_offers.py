"""An offer on its adviser's page: the card alone, an answer, and kind words when it has ended."""

from datetime import date, timedelta

import pytest
from django.test import Client

from offramp.pairing import offers
from offramp.pairing.cards import Asked
from offramp.pairing.models import Offer, Pairing
from tests.cast import Person, a_seeker
from tests.web.signing_in import seeker_visit, send, staff_visit, words


@pytest.fixture
def offer(ada: Person, bo: Person, di: Person, today: date) -> Offer:
    return offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=today)


def path(offer: Offer, page: str = "") -> str:
    return f"/caseload/offers/{offer.pk}/{page}"


def test_the_card_is_shown_and_not_a_word_of_the_message(offer: Offer, at_caseload: Client) -> None:
    page = words(at_caseload.get(path(offer)))

    for fact in ("Quiet Maple", "Analyst", "Northeast", "Résumé", "The offer ends in 3 days"):
        assert fact in page
    assert "drowning" not in page
    assert "<title>Card " in page


def test_red_lines_are_shown_so_that_whoever_crosses_one_can_decline(
    bo: Person, di: Person, at_caseload: Client, today: date
) -> None:
    asked = Asked(day=today, red_line_words="Nobody from my church.")
    offer = offers.make(
        by=di.keyholder,
        request=a_seeker(asked=asked, today=today).request,
        adviser=bo.member,
        on=today,
        has_read_red_lines=True,
    )

    page = words(at_caseload.get(path(offer)))
    assert "Nobody from my church." in page
    assert "They are not told that you were asked." in page


def test_accepting_opens_the_conversation_and_twice_the_same_one(offer: Offer, at_caseload: Client) -> None:
    answer = send(at_caseload, path(offer, "acceptance/"), form_at=path(offer))
    pairing = Pairing.objects.live().get()
    assert answer["Location"] == f"/caseload/{pairing.pk}/?told=accepted"
    assert "I am drowning in this place." in words(at_caseload.get(answer["Location"]))

    again = send(at_caseload, path(offer, "acceptance/"), form_at="/caseload/")
    assert again["Location"] == f"/caseload/{pairing.pk}/"


def test_declining_asks_for_no_reason_and_leaves_nothing(offer: Offer, at_caseload: Client) -> None:
    answer = send(at_caseload, path(offer, "declining/"), form_at=path(offer))

    assert answer["Location"] == "/caseload/?told=declined"
    assert "Quiet Maple" not in words(at_caseload.get("/caseload/"))
    assert not Pairing.objects.exists()


@pytest.mark.parametrize("page", ["acceptance/", "declining/"])
def test_answering_what_was_withdrawn_meanwhile_is_told_kindly(
    offer: Offer, di: Person, at_caseload: Client, today: date, page: str
) -> None:
    offers.withdraw(by=di.member, offer=offer, on=today)

    answer = send(at_caseload, path(offer, page), form_at="/caseload/")
    assert answer["Location"] == "/caseload/?told=offer-over"
    assert "This offer has ended" in words(at_caseload.get("/caseload/?told=offer-over"))
    assert at_caseload.get(path(offer))["Location"] == "/caseload/?told=offer-over"
    assert not Pairing.objects.exists()


def test_on_the_day_it_ends_it_is_over_though_nothing_purged_it(
    ada: Person, bo: Person, di: Person, at_caseload: Client, today: date
) -> None:
    day = today - timedelta(days=3)
    stale = offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=day)

    assert send(at_caseload, path(stale, "acceptance/"), form_at="/caseload/")["Location"].endswith(
        "offer-over"
    )
    assert not Pairing.objects.exists()


def test_opening_the_address_of_an_answer_answers_nothing(offer: Offer, at_caseload: Client) -> None:
    for page in ("acceptance/", "declining/"):
        assert at_caseload.get(path(offer, page))["Location"] == path(offer)
    assert Offer.objects.live().exists()


def test_a_stranger_cannot_tell_that_somebody_was_asked(
    offer: Offer, cy: Person, di: Person, ada: Person
) -> None:
    visit_of_cy = staff_visit(cy)
    for visit in (visit_of_cy, staff_visit(di), seeker_visit(ada)):
        assert visit.get(path(offer)).status_code == 404
    for page in ("acceptance/", "declining/"):
        assert send(visit_of_cy, path(offer, page), form_at="/caseload/").status_code == 404
    assert Offer.objects.live().exists()
