"""When an account ends, nothing its owner proposed or vouched for outlives it."""

import pytest

from offramp.journal.models import Entry
from offramp.pairing import endings
from offramp.people import enrollment, front_desk, roles
from offramp.people.enrollment import EnoughOrganizers, LinkUsedUp
from offramp.people.models import Departure, FrontDeskKey, Invitation, Member, Role, RoleChange
from tests.cast import TODAY, Person, a_colleague, an_adviser, an_organizer, enrolled
from tests.people.at_once import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def fay(di: Person, ed: Person) -> Person:
    """A third organizer with access."""
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    return fay


def propose(by: Person, name: str, *, replaces: Person | None = None) -> enrollment.Proposed:
    lost = replaces.member if replaces else None
    role = Role(lost.role) if lost else Role.ADVISER
    return enrollment.propose(by=by.member, role=role, name=name, on=TODAY, replaces=lost)


def link(proposed: enrollment.Proposed, by: Person) -> str:
    return enrollment.approve(invitation=proposed.invitation, by=by.member, on=TODAY)


def test_a_link_dies_with_the_organizer_who_proposed_or_approved_it(
    di: Person, ed: Person, fay: Person
) -> None:
    by_fay, for_fay_to_approve, of_others = propose(fay, "Hal"), propose(di, "Kim"), propose(di, "Lou")
    dead = [(link(by_fay, ed), by_fay.words), (link(for_fay_to_approve, fay), for_fay_to_approve.words)]
    alive = link(of_others, ed)

    front_desk.remove_organizer(by=di.keyholder, organizer=fay.member, on=TODAY)

    for one, words in dead:
        with pytest.raises(LinkUsedUp):
            enrolled(one, words=words)
    assert enrolled(alive, words=of_others.words).member.name == "Lou"


@pytest.mark.django_db(transaction=True)
def test_a_proposal_in_the_moment_of_their_removal_does_not_outlive_them(
    di: Person, ed: Person, fay: Person
) -> None:
    by_di, going = di.keyholder, fay.member

    outcomes = at_once(
        lambda: front_desk.remove_organizer(by=by_di, organizer=going, on=TODAY),
        lambda: enrollment.propose(by=going, role=Role.ADVISER, name="Hal", on=TODAY),
    )

    assert outcomes[0] is None
    assert type(outcomes[1]) in (enrollment.Proposed, enrollment.NotAllowed)
    assert not Invitation.objects.filter(enrolled=None).exists()


@pytest.mark.django_db(transaction=True)
def test_a_link_used_in_the_moment_of_their_removal_works_before_it_or_not_at_all(
    di: Person, ed: Person, fay: Person
) -> None:
    proposed = propose(fay, "Hal")
    for_hal = link(proposed, ed)
    by_di, going = di.keyholder, fay.member

    outcomes = at_once(
        lambda: front_desk.remove_organizer(by=by_di, organizer=going, on=TODAY),
        lambda: enrolled(for_hal, words=proposed.words),
    )

    assert outcomes[0] is None
    assert type(outcomes[1]) in (Person, LinkUsedUp)
    assert Member.objects.advisers().exists() == isinstance(outcomes[1], Person)


def test_proposals_they_made_and_proposals_about_them_are_gone(di: Person, ed: Person, fay: Person) -> None:
    bo, eve = an_adviser("Bo"), an_adviser("Eve")
    propose(fay, "Hal")
    propose(ed, "Fay", replaces=fay)
    roles.propose(member=bo.member, role=Role.ORGANIZER, by=fay.member, on=TODAY)
    roles.propose(member=fay.member, role=Role.ADVISER, by=ed.member, on=TODAY)
    staying = roles.propose(member=eve.member, role=Role.ORGANIZER, by=ed.member, on=TODAY)

    front_desk.remove_organizer(by=di.keyholder, organizer=fay.member, on=TODAY)

    assert not Invitation.objects.filter(enrolled=None).exists()
    assert list(RoleChange.objects.all()) == [staying]


def test_what_was_done_stays_done(di: Person, ed: Person, fay: Person) -> None:
    proposed = propose(fay, "Hal")
    hal = enrolled(link(proposed, ed), words=proposed.words)
    change = roles.propose(member=hal.member, role=Role.ORGANIZER, by=fay.member, on=TODAY)
    roles.approve(change=change, by=ed.member, on=TODAY)

    front_desk.remove_organizer(by=di.keyholder, organizer=fay.member, on=TODAY)

    assert hal.member.is_organizer
    assert Invitation.objects.get(enrolled=hal.member).proposed_by == fay.member
    assert RoleChange.objects.get() == change


def test_with_a_removed_adviser_goes_the_account_in_their_place(di: Person, ed: Person) -> None:
    bo = an_adviser("Bo")
    again = propose(di, "Bo", replaces=bo)
    for_bo = link(again, ed)

    endings.remove_adviser(by=di.member, adviser=bo.member, on=TODAY)

    with pytest.raises(LinkUsedUp):
        enrolled(for_bo, words=again.words)


def test_the_link_in_use_survives_the_end_of_the_account_it_replaces(di: Person, ed: Person) -> None:
    bo = an_adviser("Bo")

    assert a_colleague("Bo", replaces=bo).member.invitation.replaces == bo.member


def test_without_the_key_nobody_removes_an_adviser(di: Person, ed: Person) -> None:
    bo, gus = an_adviser("Bo"), an_organizer("Gus")

    with pytest.raises(endings.NotAllowed):
        endings.remove_adviser(by=gus.member, adviser=bo.member, on=TODAY)

    assert Member.objects.advisers().get() == bo.member


def test_a_lost_code_ends_at_the_console_and_makes_room_for_somebody(di: Person, ed: Person) -> None:
    before = FrontDeskKey.objects.get()

    flo = enrolled(enrollment.recover(name="Flo", lost=[ed.member], on=TODAY))

    departure = Departure.objects.get()
    assert (departure.member, departure.by) == (ed.member, None)
    assert set(Member.objects.organizers()) == {di.member, flo.member}
    assert list(front_desk.organizers_with_access()) == [di.member]
    assert FrontDeskKey.objects.get(retired_on=None) != before
    noted = Entry.objects.filter(kind=Entry.Kind.REMOVED).values_list("actor_id", "subject_id")
    assert list(noted) == [(None, ed.member.pk)]


def test_when_both_are_lost_the_new_one_begins_with_a_new_key(di: Person, ed: Person) -> None:
    flo = enrolled(enrollment.recover(name="Flo", lost=[di.member, ed.member], on=TODAY))

    assert list(Member.objects.organizers()) == [flo.member]
    assert list(front_desk.organizers_with_access()) == [flo.member]


def test_the_console_ends_nobody_while_two_others_can_sign_in(di: Person, ed: Person, fay: Person) -> None:
    with pytest.raises(EnoughOrganizers):
        enrollment.recover(name="Flo", lost=[fay.member], on=TODAY)

    assert not Departure.objects.exists()
    assert front_desk.has_access(fay.member)
