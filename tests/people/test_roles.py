"""Another role takes two organizers, and an account that holds nobody's conversation."""

import pytest
from django.db import IntegrityError, transaction

from offramp.advisers.models import Profile
from offramp.journal.models import Entry
from offramp.pairing import offers
from offramp.pairing import roles as pairing_roles
from offramp.pairing.roles import HoldsConversations
from offramp.people import enrollment, front_desk, roles
from offramp.people.front_desk import TheLastTwo
from offramp.people.models import Envelope, FrontDeskKey, Invitation, Role, RoleChange
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


def test_neither_the_proposer_nor_the_person_concerned_approves_nor_anybody_without_the_key(
    di: Person, ed: Person
) -> None:
    fay, gus = an_organizer("Fay"), an_organizer("Gus")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    change = propose(di, fay, Role.ADVISER)

    for person in (di, fay, gus):
        with pytest.raises(NotAllowed):
            approve(person, change)

    assert fay.member.is_organizer


def test_the_database_itself_refuses_the_same_person_twice(di: Person, bo: Person) -> None:
    change = propose(di, bo)

    with pytest.raises(IntegrityError), transaction.atomic():
        RoleChange.objects.filter(pk=change.pk).update(approved_by=di.member)


def test_only_an_organizer_with_the_key_proposes_and_not_for_themself(
    di: Person, ed: Person, bo: Person
) -> None:
    for by, member, role in [
        (an_organizer("Gus"), bo, Role.ORGANIZER),
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
    front_desk.give_access(by=di.keyholder, to=gus.member, on=TODAY)
    change = propose(gus, ed, Role.ADVISER)
    Envelope.objects.filter(member=gus.member, kind=FrontDeskKey.SEED).delete()

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


def test_any_organizer_with_the_key_takes_a_proposal_back(di: Person, ed: Person, bo: Person) -> None:
    roles.withdraw(change=propose(di, bo), by=ed.member)

    assert not RoleChange.objects.exists()
    assert propose(ed, bo).member == bo.member


def test_nobody_else_takes_it_back_and_nobody_what_was_approved(di: Person, ed: Person, bo: Person) -> None:
    fay, gus = an_organizer("Fay"), an_organizer("Gus")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    about_fay, about_bo = propose(di, fay, Role.ADVISER), propose(di, bo)
    approve(ed, about_bo)

    for change, person in [(about_fay, fay), (about_fay, gus), (about_fay, bo), (about_bo, ed)]:
        with pytest.raises(NotAllowed):
            roles.withdraw(change=change, by=person.member)

    assert RoleChange.objects.count() == 2


def test_what_was_withdrawn_meanwhile_is_not_approved(di: Person, ed: Person, bo: Person) -> None:
    change = propose(di, bo)
    roles.withdraw(change=RoleChange.objects.get(), by=di.member)

    with pytest.raises(NotAllowed):
        approve(ed, change)


def test_with_the_role_goes_what_they_vouched_for_as_an_organizer(di: Person, ed: Person, bo: Person) -> None:
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    propose(fay, bo)
    enrollment.propose(by=fay.member, role=Role.ADVISER, name="Hal", on=TODAY)
    enrollment.propose(by=ed.member, role=Role.ORGANIZER, name="Fay", on=TODAY, replaces=fay.member)
    staying = enrollment.propose(by=di.member, role=Role.ADVISER, name="Kim", on=TODAY).invitation

    approve(ed, propose(di, fay, Role.ADVISER))

    assert list(Invitation.objects.filter(enrolled=None)) == [staying]
    assert list(RoleChange.objects.values_list("member", flat=True)) == [fay.member.pk]
