"""The caseload: offers first, then who waits; and nothing of anybody else's people."""

from datetime import date

from django.test import Client

from offramp.pairing import conversation, endings, offers
from offramp.pairing.cards import Asked
from tests.cast import Person, a_colleague, a_seeker, paired
from tests.documents.papers import shared_note
from tests.web.counting import queries
from tests.web.signing_in import seeker_visit, staff_visit, words


def named(nickname: str, today: date) -> Person:
    return a_seeker("Their own words.", asked=Asked(day=today, nickname=nickname), today=today)


def test_offers_come_first_then_who_waits_then_whom_the_adviser_answered(
    ada: Person, bo: Person, di: Person, at_caseload: Client, today: date
) -> None:
    answered, waits = named("Steady Pine", today), named("Early Wren", today)
    pairing = paired(answered, bo, di, today=today)
    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text="Hello.", on=today)
    paired(waits, bo, di, today=today)
    offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=today)

    page = words(at_caseload.get("/caseload/"))
    shown = ["Quiet Maple", "3 days left", "Early Wren", "waits for you", "Steady Pine", "you wrote last"]
    places = [page.index(one) for one in shown]
    assert places == sorted(places)
    assert "You advise 2 of at most 3 people." in page
    assert "Their own words." not in page
    assert "drowning" not in page


def test_whose_desk_waits_for_a_review_comes_before_whom_nothing_waits_for(
    bo: Person, di: Person, at_caseload: Client, today: date
) -> None:
    people = [named(nickname, today) for nickname in ("Steady Pine", "Late Plum", "Early Wren")]
    for person in people:
        pairing = paired(person, bo, di, today=today)
        if person is not people[2]:
            conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text="Hello.", on=today)
        if person is people[1]:
            shared_note(person, pairing, "What I can do.")

    page = words(at_caseload.get("/caseload/"))
    places = [page.index(one) for one in ("Early Wren", "Late Plum", "1 to review", "Steady Pine")]
    assert places == sorted(places)


def test_whoever_has_said_nothing_of_themself_is_asked_to(di: Person, ed: Person, today: date) -> None:
    gus = a_colleague("Gus", today=today)

    page = words(staff_visit(gus).get("/caseload/"))
    assert "Tell us what you are good at." in page
    assert 'href="/account/profile/"' in page


def test_a_stranger_sees_none_of_it_and_nobody_else_gets_in(
    ada: Person, bo: Person, cy: Person, di: Person, today: date
) -> None:
    paired(ada, bo, di, today=today)

    page = words(staff_visit(cy).get("/caseload/"))
    assert "Quiet Maple" not in page
    assert "You are not paired with anybody just now." in page
    for visit in (staff_visit(di), seeker_visit(ada)):
        assert visit.get("/caseload/").status_code == 404


def test_after_the_seeker_changed_nothing_tells_that_there_was_somebody(
    ada: Person, bo: Person, di: Person, at_caseload: Client, today: date
) -> None:
    pairing = paired(ada, bo, di, today=today)
    endings.change_adviser(by=ada.keyholder, request=ada.request, text="", on=today)

    assert "You are not paired with anybody just now." in words(at_caseload.get("/caseload/"))
    assert at_caseload.get(f"/caseload/{pairing.pk}/").status_code == 404


def test_one_person_costs_as_many_queries_as_three(
    ada: Person, bo: Person, di: Person, at_caseload: Client, today: date
) -> None:
    paired(ada, bo, di, today=today)
    one = queries(at_caseload, "/caseload/")
    for _ in range(2):
        paired(a_seeker(today=today), bo, di, today=today)
    three = queries(at_caseload, "/caseload/")
    assert one == three
