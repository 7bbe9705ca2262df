"""Another role takes two organizers, and an account that holds nobody's conversation."""

import pytest
from django.db import IntegrityError, transaction

from offramp.advisers.models import Profile
from offramp.journal.models import Entry
from offramp.pairing import offers
from offramp.pairing import roles as pairing_roles
from offramp.pairing.roles import HoldsConversations
from offramp.people import front_desk, roles
from offramp.people.front_desk import TheLastTwo
from offramp.people.models import FrontDeskKey, Role, RoleChange
from offramp.people.roles import AlreadyProposed, NotAllowed
from tests.cast import TODAY, Person, a_seeker, an_adviser, an_organizer, paired

pytestmark = pytest.mark.django_db


@pytest.fixture
def bo(di: Person) -> Person:
    return an_adviser("Bo")


def propose(by: Person, member: Person, role: Role = Role.ORGANIZER) -> RoleChange:
    return roles.propose(member=member.member, role=role, by=by.member, on=TODAY)


def approve(by: Person, change: RoleChange) -> None:
    pairing_roles.approve(change=change, by=by.member, on=TODAY)


def test_an_adviser_becomes_an_organizer_who_waits_for_access(di: Person, ed: Person, bo: Person) -> None:
    approve(ed, propose(di, bo))

    assert bo.member.is_organizer
    assert not front_desk.has_access(bo.member)
    assert not Profile.objects.filter(member=bo.member).exists()
    assert Entry.objects.filter(kind=Entry.Kind.ROLE_CHANGED, subject_id=bo.member.pk).count() == 1


def test_an_organizer_becomes_an_adviser_and_loses_the_front_desk(di: Person, ed: Person) -> None:
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    before = FrontDeskKey.objects.get()

    approve(ed, propose(di, fay, Role.ADVISER))

    assert fay.member.is_adviser
    assert FrontDeskKey.objects.get(retired_on=None) != before
    assert set(front_desk.organizers_with_access()) == {di.member, ed.member}


def test_neither_the_proposer_nor_the_person_concerned_approves(di: Person, ed: Person) -> None:
    fay = an_organizer("Fay")
    change = propose(di, fay, Role.ADVISER)

    for person in (di, fay):
        with pytest.raises(NotAllowed):
            approve(person, change)

    assert fay.member.is_organizer


def test_the_database_itself_refuses_the_same_person_twice(di: Person, bo: Person) -> None:
    change = propose(di, bo)

    with pytest.raises(IntegrityError), transaction.atomic():
        RoleChange.objects.filter(pk=change.pk).update(approved_by=di.member)


def test_only_an_organizer_proposes_and_not_for_themself(di: Person, ed: Person, bo: Person) -> None:
    for by, member, role in [
        (bo, bo, Role.ORGANIZER),
        (bo, di, Role.ADVISER),
        (di, di, Role.ADVISER),
        (di, ed, Role.ORGANIZER),
        (di, a_seeker(), Role.ADVISER),
    ]:
        with pytest.raises(NotAllowed):
            propose(by, member, role)


def test_one_proposal_waits_at_a_time(di: Person, ed: Person, bo: Person) -> None:
    propose(di, bo)

    with pytest.raises(AlreadyProposed):
        propose(ed, bo)


def test_an_approved_change_is_not_approved_again(di: Person, ed: Person, bo: Person) -> None:
    change = propose(di, bo)
    approve(ed, change)

    with pytest.raises(NotAllowed):
        approve(ed, change)


def test_who_is_paired_or_was_asked_waits(di: Person, ed: Person, bo: Person) -> None:
    eve = an_adviser("Eve")
    paired(a_seeker("One."), bo, di)
    offers.make(by=di.keyholder, request=a_seeker("Two.").request, adviser=eve.member, on=TODAY)

    for adviser in (bo, eve):
        with pytest.raises(HoldsConversations):
            approve(ed, propose(di, adviser))
        assert adviser.member.is_adviser


def test_two_organizers_must_keep_the_key(di: Person, ed: Person) -> None:
    gus = an_organizer("Gus")
    change = propose(gus, ed, Role.ADVISER)

    with pytest.raises(TheLastTwo):
        approve(di, change)

    assert front_desk.has_access(ed.member)


def test_a_change_is_shown_to_organizers_alone_and_only_while_it_waits(
    di: Person, ed: Person, bo: Person
) -> None:
    change = propose(di, bo)

    assert list(RoleChange.objects.for_organizer(ed.member)) == [change]
    assert list(RoleChange.objects.for_organizer(bo.member)) == []
    approve(ed, change)
    assert list(RoleChange.objects.for_organizer(ed.member)) == []
