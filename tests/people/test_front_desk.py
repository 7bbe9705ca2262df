"""The front desk's key: who holds it, who gives it, and that one person alone can never end up with it."""

import pytest

from offramp.journal.models import Entry
from offramp.pairing.models import Card
from offramp.people import front_desk
from offramp.people.front_desk import AlreadyGone, NotAllowed, TheLastTwo
from offramp.people.keyholders import FrontDesk, NoFrontDesk
from offramp.people.models import Envelope, FrontDeskKey, Member
from tests.cast import TODAY, Person, a_seeker, an_adviser, an_organizer
from tests.dump import everything, opens
from tests.people.at_once import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def fay(di: Person) -> Person:
    """A third organizer with access."""
    fay = an_organizer("Fay")
    give(di, fay)
    return fay


def give(by: Person, to: Person) -> None:
    front_desk.give_access(by=by.keyholder, to=to.member, on=TODAY)


def remove(by: Person, organizer: Person) -> None:
    front_desk.remove_organizer(by=by.keyholder, organizer=organizer.member, on=TODAY)


def reseal(by: Person, *, most: int = 100) -> int:
    return front_desk.reseal_some(by=by.keyholder, most=most)


def test_intake_opens_when_two_hold_the_key(di: Person, ed: Person) -> None:
    assert front_desk.key_when_open()
    assert set(front_desk.organizers_with_access()) == {di.member, ed.member}


def test_an_organizer_waits_and_opens_nothing_until_access_is_given(di: Person, ed: Person) -> None:
    fay = an_organizer("Fay")

    assert not front_desk.has_access(fay.member)
    with pytest.raises(NoFrontDesk):
        FrontDesk.opened_by(fay.keyholder)


def test_who_is_given_access_reads_older_requests_too(di: Person, ed: Person) -> None:
    ada = a_seeker()
    fay = an_organizer("Fay")

    give(ed, fay)

    card = ada.request.card
    assert card.read(key=FrontDesk.opened_by(fay.keyholder).key(Card.KIND, card.pk))
    assert Entry.objects.filter(kind=Entry.Kind.ACCESS_GIVEN, subject_id=fay.member.pk).count() == 1


def test_access_comes_from_somebody_who_has_it_and_goes_to_an_organizer(di: Person, ed: Person) -> None:
    fay, gus, bo = an_organizer("Fay"), an_organizer("Gus"), an_adviser("Bo")

    for by, to in [(fay, gus), (fay, fay), (bo, bo), (di, bo), (di, a_seeker())]:
        with pytest.raises(NotAllowed):
            give(by, to)

    assert set(front_desk.organizers_with_access()) == {di.member, ed.member}


def test_to_give_it_twice_changes_nothing(di: Person, fay: Person) -> None:
    before = Envelope.objects.count()

    give(di, fay)

    assert Envelope.objects.count() == before


def test_the_last_two_cannot_be_removed(di: Person, ed: Person) -> None:
    an_organizer("Gus")  # without access, so no help

    with pytest.raises(TheLastTwo):
        remove(di, ed)

    assert front_desk.has_access(ed.member)


def test_an_organizer_without_access_can_be_removed_by_one_of_two(di: Person, ed: Person) -> None:
    gus = an_organizer("Gus")
    key = FrontDeskKey.objects.get()

    remove(di, gus)

    assert not Member.objects.organizers().filter(pk=gus.member.pk).exists()
    assert FrontDeskKey.objects.get() == key


def test_nobody_removes_themself_nor_anybody_without_the_key(di: Person, fay: Person) -> None:
    gus, bo = an_organizer("Gus"), an_adviser("Bo")

    for by, organizer in [(di, di), (gus, di), (bo, di)]:
        with pytest.raises(NotAllowed):
            remove(by, organizer)


def test_a_removal_makes_a_new_key_that_the_others_hold(di: Person, ed: Person, fay: Person) -> None:
    before = FrontDeskKey.objects.get()

    remove(di, fay)

    now = FrontDeskKey.objects.get(retired_on=None)
    assert now.number == before.number + 1
    assert set(front_desk.organizers_with_access()) == {di.member, ed.member}
    assert Entry.objects.filter(kind=Entry.Kind.FRONT_DESK_KEY_MADE, subject_id=now.pk).count() == 1


def test_who_was_removed_cannot_be_removed_again(di: Person, ed: Person, fay: Person) -> None:
    gone = fay.member
    remove(di, fay)

    with pytest.raises(AlreadyGone):
        front_desk.remove_organizer(by=ed.keyholder, organizer=gone, on=TODAY)


def test_the_dump_and_their_own_seed_open_nothing_for_who_was_removed(di: Person, fay: Person) -> None:
    ada = a_seeker()
    assert opens(fay, ada.request) != set()

    remove(di, fay)

    assert everything(fay.code.seed()) == {}


def test_resealing_stops_and_goes_on_in_anybodys_session(di: Person, ed: Person, fay: Person) -> None:
    seekers = [a_seeker(f"Message {number}") for number in range(3)]
    remove(di, fay)
    whole = front_desk.left_to_reseal().count()
    assert whole == 6  # a card and a first message each

    assert reseal(di, most=4) == 2
    assert reseal(ed, most=4) == 0

    current = FrontDeskKey.objects.get(retired_on=None)
    assert set(Envelope.objects.exclude(front_desk=None).values_list("front_desk", flat=True)) == {current.pk}
    for seeker in seekers:
        assert opens(ed, seeker.request) == {"card", "first 1"}


def test_half_resealed_everything_stays_readable(di: Person, ed: Person, fay: Person) -> None:
    ada = a_seeker()
    remove(di, fay)

    reseal(di, most=1)

    assert opens(di, ada.request) == opens(ed, ada.request) == {"card", "first 1"}


def test_who_is_given_access_in_between_can_finish_it(di: Person, fay: Person) -> None:
    a_seeker()
    remove(di, fay)
    gus = an_organizer("Gus")
    give(di, gus)

    assert reseal(gus) == 0


@pytest.mark.django_db(transaction=True)
def test_two_who_remove_each_other_at_once_end_as_one_removal(di: Person, ed: Person, fay: Person) -> None:
    keyholders = {person.member.name: person.keyholder for person in (di, ed)}

    outcomes = at_once(
        lambda: front_desk.remove_organizer(by=keyholders["Di"], organizer=keyholders["Ed"].member, on=TODAY),
        lambda: front_desk.remove_organizer(by=keyholders["Ed"], organizer=keyholders["Di"].member, on=TODAY),
    )

    assert outcomes.count(None) == 1
    assert isinstance(next(filter(None, outcomes)), NotAllowed)
    assert front_desk.organizers_with_access().count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_three_two_removals_at_once_leave_two(di: Person, ed: Person, fay: Person) -> None:
    by_di, by_ed = di.keyholder, ed.keyholder
    going, also_going = fay.member, ed.member

    outcomes = at_once(
        lambda: front_desk.remove_organizer(by=by_ed, organizer=going, on=TODAY),
        lambda: front_desk.remove_organizer(by=by_di, organizer=also_going, on=TODAY),
    )

    assert outcomes.count(None) == 1
    assert front_desk.organizers_with_access().count() == 2
