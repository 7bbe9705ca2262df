"""A farewell: nobody new comes in or is paired, and everybody who is here stays until the end."""

from datetime import date, timedelta

import pytest

from offramp.journal.models import Entry
from offramp.pairing import conversation, farewell, front_desk, intake, offers, standing
from offramp.pairing.cards import Asked
from offramp.pairing.models import Farewell, Offer, Pairing
from offramp.people.models import Envelope
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person, a_seeker, paired

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)
LAST_DAY = TODAY + timedelta(days=30)


def announce() -> int:
    return farewell.announce(last_day=LAST_DAY, on=TODAY)


def test_nobody_new_can_write(di: Person) -> None:
    announce()

    assert intake.state() == intake.Intake.ENDED
    with pytest.raises(intake.NotOpen):
        a_seeker("Too late.")


def test_a_pause_changes_nothing_about_it(di: Person) -> None:
    announce()
    front_desk.pause(by=di.member, text="Back soon.", on=TODAY)

    assert intake.state() == intake.Intake.ENDED


def test_a_first_message_that_was_sent_before_is_still_confirmed_and_added_to(ada: Person) -> None:
    announce()

    conversation.write_as_seeker(by=ada.keyholder, request=ada.request, text="And you?", on=TODAY)

    said = conversation.read_as_seeker(by=ada.keyholder, request=ada.request)
    assert [one.text for one in said] == ["I am drowning in this place.", "And you?"]


def test_offers_end_and_what_was_shown_is_taken_back(ada: Person, bo: Person, cy: Person, di: Person) -> None:
    gus = a_seeker("Gus's.")
    for seeker, adviser in ((ada, bo), (gus, cy)):
        offers.make(by=di.keyholder, request=seeker.request, adviser=adviser.member, on=TODAY)

    assert announce() == 2

    assert set(Offer.objects.values_list("outcome", flat=True)) == {Offer.Outcome.WITHDRAWN}
    assert not Envelope.objects.filter(is_held=True).exists()


def test_nothing_is_offered_any_more(ada: Person, bo: Person, di: Person) -> None:
    announce()

    with pytest.raises(offers.CannotOffer):
        offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=TODAY)


def test_an_offer_that_slipped_through_pairs_nobody(ada: Person, bo: Person, di: Person) -> None:
    offer = offers.make(by=di.keyholder, request=ada.request, adviser=bo.member, on=TODAY)
    Farewell.objects.create(on=TODAY, last_day=LAST_DAY)  # cut off before the offers ended

    with pytest.raises(offers.NotOffered):
        offers.accept(by=bo.keyholder, offer=offer, on=TODAY)

    assert not Pairing.objects.exists()


def test_who_is_paired_goes_on(ada: Person, bo: Person, di: Person) -> None:
    pairing = paired(ada, bo, di)
    announce()

    conversation.write_as_adviser(by=bo.keyholder, pairing=pairing, text="Goodbye.", on=TODAY)

    assert standing.of(request=ada.request).state == standing.State.ANSWERED


def test_who_waits_is_told_that_nobody_is_looked_for(ada: Person) -> None:
    announce()

    now = standing.of(request=ada.request)
    assert (now.state, now.is_on_the_way) == (standing.State.ENDING, False)


@pytest.mark.parametrize("days", [-1, 0, 13])
def test_two_weeks_are_the_least(di: Person, days: int) -> None:
    with pytest.raises(farewell.TooSoon):
        farewell.announce(last_day=TODAY + days * A_DAY, on=TODAY)

    assert farewell.standing() is None


def test_a_mistyped_year_is_refused(di: Person) -> None:
    with pytest.raises(farewell.TooFar):
        farewell.announce(last_day=date(2072, 1, 31), on=TODAY)


def test_two_weeks_are_enough(di: Person) -> None:
    farewell.announce(last_day=TODAY + 14 * A_DAY, on=TODAY)

    announced = farewell.standing()
    assert announced
    assert (announced.on, announced.last_day) == (TODAY, date(2026, 11, 16))


def test_it_is_announced_once(di: Person) -> None:
    announce()

    with pytest.raises(farewell.AlreadyAnnounced):
        farewell.announce(last_day=LAST_DAY + A_DAY, on=TODAY)

    assert [one.last_day for one in Farewell.objects.all()] == [LAST_DAY]


def test_taken_back_everything_goes_on_and_the_journal_says_both(ada: Person, bo: Person, di: Person) -> None:
    announce()
    farewell.recall(on=TODAY + A_DAY)

    assert intake.state() == intake.Intake.OPEN
    assert standing.of(request=ada.request).state == standing.State.RECEIVED
    paired(ada, bo, di)
    noted = Entry.objects.filter(kind__startswith="farewell").order_by("number")
    assert list(noted.values_list("kind", "actor_id", "subject_id", "on")) == [
        (Entry.Kind.FAREWELL_ANNOUNCED, None, None, TODAY),
        (Entry.Kind.FAREWELL_RECALLED, None, None, TODAY + A_DAY),
    ]


def test_nothing_is_taken_back_that_was_not_announced(di: Person) -> None:
    with pytest.raises(farewell.NotAnnounced):
        farewell.recall(on=TODAY)

    assert not Entry.objects.filter(kind=Entry.Kind.FAREWELL_RECALLED).exists()


def test_a_form_that_was_open_all_the_while_is_refused_and_nothing_of_it_is_kept(di: Person) -> None:
    code = Code.draw()
    announce()

    with pytest.raises(intake.NotOpen):
        intake.send(code=code, asked=Asked(day=TODAY), text="Too late.", retention_days=90)

    assert farewell.figures().requests == 0


def test_the_figures_count_what_is_here_now(ada: Person, bo: Person, cy: Person, di: Person) -> None:
    paired(ada, bo, di)
    closed, offered, waiting = (a_seeker(f"{name}'s.") for name in ("Gus", "Hal", "Ida"))
    front_desk.close(by=di.keyholder, request=closed.request, text="We cannot.", on=TODAY)
    offers.make(by=di.keyholder, request=offered.request, adviser=cy.member, on=TODAY)

    assert vars(farewell.figures()) == {
        "requests": 4,
        "paired": 1,
        "closed": 1,
        "offered": 1,
        "questions": 0,
        "advisers": 2,
        "organizers": 2,
        "visits": 0,
    }
    assert waiting.request.pk
