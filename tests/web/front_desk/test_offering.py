"""Whom to ask, and asking: reasons in words, red lines that hold, and what others did meanwhile."""

from datetime import date

import pytest
from django.test import Client

from offramp.advisers.actions import About
from offramp.pairing import front_desk, offers
from offramp.pairing.cards import Asked
from offramp.pairing.models import Offer, Pairing
from tests.cast import Person, a_colleague, a_seeker, an_adviser
from tests.web.signing_in import send, staff_visit, words


def path(seeker: Person, page: str) -> str:
    return f"/front-desk/requests/{seeker.request.uuid}/{page}"


def offer_to(visit: Client, seeker: Person, adviser: Person, **fields: str) -> str:
    """Where the front desk finds itself afterwards."""
    chosen = {"adviser": str(adviser.member.pk), **fields}
    answer = send(visit, path(seeker, "offers/"), chosen, form_at=path(seeker, "advisers/"))
    assert answer.status_code == 302
    return str(answer["Location"])


@pytest.fixture
def careful(di: Person, today: date) -> Person:
    """A seeker with every kind of red line."""
    lines = {"red_lines": ("nobody-from-ice",), "red_line_words": "Nobody from my church."}
    asked = Asked(day=today, languages=("english",), help=("resume",), **lines)  # type: ignore[arg-type]
    seeker = a_seeker("I want out.", asked=asked, today=today)
    front_desk.mark_read(by=di.member, request=seeker.request)
    return seeker


def test_who_can_be_asked_and_who_cannot_stand_with_their_reasons(
    careful: Person, bo: Person, di: Person, ed: Person, at_desk: Client, today: date
) -> None:
    from_ice = About(languages=("english",), facts=("worked-for-ice",))
    an_adviser("Cy", about=from_ice, today=today)
    an_adviser("Fay", about=About(languages=("spanish",)), today=today)
    a_colleague("Gus", today=today)

    page = words(at_desk.get(path(careful, "advisers/")))
    can, cannot = page.split("Who cannot be asked, and why")
    assert "Helps with: Résumé" in can
    assert "Advises 0 of at most 3 people" in can
    assert can.count('type="radio"') == 1
    assert "Red line: Nobody who has worked for ICE" in cannot
    assert "Shares none of their languages" in cannot
    assert "Gus" in cannot
    assert "I want out." not in page


@pytest.mark.parametrize(
    ("ticked", "skills", "said"),
    [
        (("resume",), ("resumes",), ["Helps with: Résumé"]),
        (("resume",), (), ["Named no skill that answers what would help"]),
        ((), ("resumes",), []),
        ((), (), []),
    ],
)
def test_of_help_something_is_said_only_when_some_was_asked_for(
    di: Person,
    at_desk: Client,
    today: date,
    ticked: tuple[str, ...],
    skills: tuple[str, ...],
    said: list[str],
) -> None:
    an_adviser("Bo", about=About(languages=("english",), skills=skills), today=today)
    asked = Asked(day=today, languages=("english",), help=ticked)
    seeker = a_seeker("I want out.", asked=asked, today=today)
    front_desk.mark_read(by=di.member, request=seeker.request)

    page = words(at_desk.get(path(seeker, "advisers/")))
    sentences = ("Helps with: Résumé", "Named no skill that answers what would help")
    assert [one for one in sentences if one in page] == said
    assert "Advises 0 of at most 3 people" in page


def test_the_free_words_must_be_ticked_as_read(careful: Person, bo: Person, at_desk: Client) -> None:
    assert offer_to(at_desk, careful, bo) == path(careful, "advisers/") + "?told=red-lines-unread"
    assert "tick that you did" in words(at_desk.get(path(careful, "advisers/") + "?told=red-lines-unread"))
    assert not Offer.objects.exists()

    location = offer_to(at_desk, careful, bo, has_read_red_lines="on")
    assert location == path(careful, "") + "?told=offered"
    assert Offer.objects.live().get().adviser == bo.member


def test_a_red_line_holds_against_a_form_that_was_tampered_with(
    careful: Person, at_desk: Client, today: date
) -> None:
    cy = an_adviser("Cy", about=About(languages=("english",), facts=("worked-for-ice",)), today=today)

    location = offer_to(at_desk, careful, cy, has_read_red_lines="on")
    assert location == path(careful, "advisers/") + "?told=cannot-offer"
    assert not Offer.objects.exists()


@pytest.mark.parametrize("adviser", ["", "nonsense"])
def test_nobody_chosen_is_said(ada: Person, at_desk: Client, adviser: str) -> None:
    answer = send(at_desk, path(ada, "offers/"), {"adviser": adviser}, form_at=path(ada, "advisers/"))

    assert answer["Location"] == path(ada, "advisers/") + "?told=nobody-chosen"


def test_only_staff_can_be_asked(ada: Person, bo: Person, at_desk: Client, today: date) -> None:
    seeker = a_seeker(today=today)
    fields = {"adviser": str(seeker.member.pk)}

    answer = send(at_desk, path(ada, "offers/"), fields, form_at=path(ada, "advisers/"))
    assert answer.status_code == 404
    assert not Offer.objects.exists()


def test_what_another_organizer_offered_meanwhile_is_said(
    ada: Person, bo: Person, cy: Person, ed: Person, at_desk: Client, today: date
) -> None:
    offers.make(by=ed.keyholder, request=ada.request, adviser=cy.member, on=today)

    location = offer_to(at_desk, ada, bo)
    assert location == path(ada, "advisers/") + "?told=cannot-offer"
    page = words(at_desk.get(location))
    assert "Offered to Cy, 3 days left" in page
    assert 'type="radio"' not in page


def test_an_offer_is_withdrawn_by_a_button(
    ada: Person, bo: Person, di: Person, at_desk: Client, today: date
) -> None:
    front_desk.mark_read(by=di.member, request=ada.request)
    offer = offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=today)
    withdrawal = f"/front-desk/offers/{offer.pk}/withdrawal/"
    assert withdrawal in words(at_desk.get(path(ada, "")))

    assert send(at_desk, withdrawal, form_at=path(ada, ""))["Location"] == path(ada, "") + "?told=withdrawn"
    assert not Offer.objects.live().exists()


def test_withdrawing_what_was_accepted_in_the_meantime_is_told_kindly(
    ada: Person, bo: Person, di: Person, at_desk: Client, today: date
) -> None:
    offer = offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=today)
    offers.accept(by=bo.keyholder, offer=offer, on=today)

    answer = send(at_desk, f"/front-desk/offers/{offer.pk}/withdrawal/", form_at="/front-desk/")
    assert answer["Location"] == "/front-desk/?told=offer-over"
    assert Pairing.objects.live().exists()


def test_an_adviser_withdraws_nothing(ada: Person, bo: Person, di: Person, cy: Person, today: date) -> None:
    offer = offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=today)

    for adviser in (bo, cy):
        visit = staff_visit(adviser)
        answer = send(visit, f"/front-desk/offers/{offer.pk}/withdrawal/", form_at="/caseload/")
        assert answer.status_code == 404
    assert Offer.objects.live().exists()
