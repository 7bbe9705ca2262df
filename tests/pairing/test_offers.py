"""Offering: one at a time, three days, never across a red line, and one outcome however many act at once."""

from datetime import timedelta

import pytest

from offramp.advisers.actions import About
from offramp.journal.models import Entry
from offramp.pairing import front_desk, offers
from offramp.pairing.cards import Asked
from offramp.pairing.models import Offer, Pairing
from offramp.people.keyholders import NoFrontDesk
from offramp.people.models import Envelope
from tests.cast import TODAY, Person, a_colleague, a_seeker, an_adviser, an_organizer, paired
from tests.dump import opens
from tests.pairing.at_once import at_once


def offered(seeker: Person, adviser: Person, organizer: Person, *, has_read: bool = False) -> Offer:
    return offers.make(
        by=organizer.keyholder,
        request=seeker.request,
        adviser=adviser.member,
        on=TODAY,
        has_read_red_lines=has_read,
    )


def test_an_offer_lasts_until_midnight_of_the_third_day(ada: Person, bo: Person, di: Person) -> None:
    offer = offered(ada, bo, di)

    assert offer.ends_on == TODAY + timedelta(days=3)
    assert offer.is_live(on=TODAY + timedelta(days=2))
    assert not offer.is_live(on=TODAY + timedelta(days=3))
    assert offer.days_left(on=TODAY + timedelta(days=2)) == 1
    assert list(Offer.objects.for_adviser(bo.member, on=TODAY + timedelta(days=3))) == []
    note = Entry.objects.get(kind=Entry.Kind.OFFERED)
    assert (note.actor_id, note.subject_id) == (di.member.pk, None)  # who asked; never about which case


def test_on_the_last_day_it_can_be_accepted_and_on_the_day_it_ends_it_cannot(
    ada: Person, bo: Person, di: Person
) -> None:
    offer = offered(ada, bo, di)
    with pytest.raises(offers.NotOffered):
        offers.accept(by=bo.keyholder, offer=offer, on=TODAY + timedelta(days=3))
    assert not Pairing.objects.exists()

    pairing = offers.accept(by=bo.keyholder, offer=offer, on=TODAY + timedelta(days=2))
    assert (pairing.request, pairing.adviser) == (ada.request, bo.member)


def test_a_second_offer_waits_for_the_first_one_to_end(
    ada: Person, bo: Person, cy: Person, di: Person, ed: Person
) -> None:
    first = offered(ada, bo, di)
    with pytest.raises(offers.CannotOffer):
        offered(ada, cy, ed)

    offers.decline(by=bo.keyholder, offer=first, on=TODAY)
    assert offered(ada, cy, ed).adviser == cy.member


def test_an_offer_past_its_day_stands_in_nobodys_way_though_nothing_purged_it(
    ada: Person, bo: Person, cy: Person, di: Person
) -> None:
    stale = offered(ada, bo, di)
    later = TODAY + timedelta(days=3)
    offers.make(by=di.keyholder, request=ada.request, adviser=cy.member, on=later)

    stale.refresh_from_db()
    assert stale.outcome == Offer.Outcome.EXPIRED
    assert opens(bo, ada.request) == set()


def test_nothing_closed_swept_or_paired_is_offered(bo: Person, cy: Person, di: Person) -> None:
    closed, swept, with_bo = a_seeker("One"), a_seeker("Two"), a_seeker("Three")
    front_desk.close(by=di.keyholder, request=closed.request, text="Sorry.", on=TODAY)
    front_desk.sweep(by=di.member, uuids=[swept.request.uuid], on=TODAY)
    paired(with_bo, bo, di)

    for seeker in (closed, swept, with_bo):
        with pytest.raises(offers.CannotOffer):
            offered(seeker, cy, di)


def test_only_an_organizer_with_the_front_desks_key_offers(ada: Person, bo: Person, cy: Person) -> None:
    with pytest.raises(offers.CannotOffer):
        offered(ada, bo, cy)
    with pytest.raises(NoFrontDesk):
        offered(ada, bo, an_organizer("Fay"))


def test_nobody_goes_around_a_red_line(di: Person) -> None:
    bo = an_adviser("Bo", about=About(facts=("worked-for-ice",)))
    ada = a_seeker(asked=Asked(day=TODAY, red_lines=("nobody-from-ice",)))

    with pytest.raises(offers.CannotOffer):
        offered(ada, bo, di, has_read=True)
    assert opens(bo, ada.request) == set()


@pytest.mark.parametrize(
    "red_line", [{"red_line_words": "Nobody from my church."}, {"red_lines": ("left-the-folder",)}]
)
def test_red_lines_only_a_person_can_keep_must_be_read_first(
    bo: Person, di: Person, red_line: dict[str, str]
) -> None:
    ada = a_seeker(asked=Asked(TODAY, **red_line))  # type: ignore[arg-type]
    with pytest.raises(offers.RedLinesUnread):
        offered(ada, bo, di)
    assert opens(bo, ada.request) == set()

    assert offered(ada, bo, di, has_read=True).request == ada.request


def test_an_adviser_who_has_said_nothing_of_themself_cannot_be_asked(
    ada: Person, di: Person, ed: Person
) -> None:
    gus = a_colleague("Gus")

    for nobody in (gus, ed, ada):
        with pytest.raises(offers.CannotOffer):
            offered(ada, nobody, di)


def test_somebody_elses_offer_can_neither_be_accepted_nor_declined(
    ada: Person, bo: Person, cy: Person, di: Person
) -> None:
    offer = offered(ada, bo, di)

    for answer in (offers.accept, offers.decline):
        with pytest.raises(offers.NotOffered):
            answer(by=cy.keyholder, offer=offer, on=TODAY)
    offer.refresh_from_db()
    assert offer.outcome == Offer.Outcome.LIVE


def test_what_was_answered_can_be_neither_withdrawn_nor_answered_again(
    ada: Person, bo: Person, di: Person
) -> None:
    offer = offered(ada, bo, di)
    offers.decline(by=bo.keyholder, offer=offer, on=TODAY)

    with pytest.raises(offers.NotOffered):
        offers.withdraw(by=di.member, offer=offer, on=TODAY)
    with pytest.raises(offers.NotOffered):
        offers.accept(by=bo.keyholder, offer=offer, on=TODAY)
    assert not Entry.objects.filter(kind=Entry.Kind.OFFER_WITHDRAWN).exists()


def test_an_adviser_cannot_withdraw(ada: Person, bo: Person, di: Person) -> None:
    with pytest.raises(offers.NotOffered):
        offers.withdraw(by=bo.member, offer=offered(ada, bo, di), on=TODAY)


@pytest.mark.django_db(transaction=True)
def test_accepted_in_the_second_it_is_withdrawn_one_of_the_two_happens(
    ada: Person, bo: Person, di: Person
) -> None:
    offer = offered(ada, bo, di)
    by_bo, by_di, organizer = bo.keyholder, di.keyholder, di.member

    outcome = at_once(
        lambda: offers.accept(by=by_bo, offer=offer, on=TODAY),
        lambda: offers.withdraw(by=by_di.member, offer=offer, on=TODAY),
    )

    assert sorted(outcome) == ["NotOffered", "done"]
    is_paired = outcome[0] == "done"
    assert Pairing.objects.exists() == is_paired
    assert opens(bo, ada.request) == ({"card", "first 1", "pairing 1"} if is_paired else set())
    assert (opens(di, ada.request) == set()) == is_paired
    assert organizer.envelopes.filter(kind="card").count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_organizers_who_offer_at_once_make_one_offer(
    ada: Person, bo: Person, cy: Person, di: Person, ed: Person
) -> None:
    by_di, by_ed, request = di.keyholder, ed.keyholder, ada.request
    to_bo, to_cy = bo.member, cy.member

    outcome = at_once(
        lambda: offers.make(by=by_di, request=request, adviser=to_bo, on=TODAY),
        lambda: offers.make(by=by_ed, request=request, adviser=to_cy, on=TODAY),
    )

    assert sorted(outcome) == ["CannotOffer", "done"]
    assert Offer.objects.live().count() == 1
    assert Envelope.objects.filter(is_held=True).count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_offer_and_a_sweep_at_once_leave_one_of_them(
    ada: Person, bo: Person, di: Person, ed: Person
) -> None:
    by_di, sweeper, request, to_bo = di.keyholder, ed.member, ada.request, bo.member

    at_once(
        lambda: offers.make(by=by_di, request=request, adviser=to_bo, on=TODAY),
        lambda: front_desk.sweep(by=sweeper, uuids=[request.uuid], on=TODAY),
    )

    assert ada.request.is_swept != Offer.objects.live().exists()
