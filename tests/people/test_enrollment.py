"""Onto the staff: two organizers, one link, one person."""

from datetime import UTC, date, datetime, timedelta

import pyotp
import pytest
from django.db import IntegrityError, transaction

from offramp.journal.models import Entry
from offramp.people import enrollment, front_desk, second_factor
from offramp.people.enrollment import (
    AlreadyBegun,
    AnotherRole,
    EnoughOrganizers,
    LinkUsedUp,
    NotAllowed,
)
from offramp.people.keyholders import Keyholder
from offramp.people.models import Envelope, FrontDeskKey, Invitation, Member, Role
from offramp.people.second_factor import Number, WrongFactor
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person, a_seeker, an_adviser, an_organizer, enrolled
from tests.people.at_once import at_once

pytestmark = pytest.mark.django_db


def proposed(by: Person, *, role: Role = Role.ADVISER, replaces: Person | None = None) -> Invitation:
    return enrollment.propose(
        by=by.member, role=role, name="Bo", on=TODAY, replaces=replaces.member if replaces else None
    )


def link_for_bo(di: Person, ed: Person, *, replaces: Person | None = None) -> str:
    return enrollment.approve(invitation=proposed(di, replaces=replaces), by=ed.member, on=TODAY)


def enroll(link: str, *, code: Code | None = None, on: date = TODAY, digits: str = "") -> Keyholder:
    secret = second_factor.draw_secret()
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    number = Number(digits or pyotp.TOTP(secret).at(noon))
    return enrollment.enroll(link=link, code=code or Code.draw(), secret=secret, number=number, at=noon)


def test_the_first_two_enroll_from_the_console_and_the_second_waits_for_access() -> None:
    first, second = enrollment.begin(names=["Di", "Ed"], on=TODAY)

    di, ed = enrolled(first), enrolled(second)

    assert [di.member.name, ed.member.name] == ["Di", "Ed"]
    assert list(front_desk.organizers_with_access()) == [di.member]
    assert list(front_desk.organizers_without_access()) == [ed.member]
    assert not front_desk.key_when_open()


@pytest.mark.django_db(transaction=True)
def test_the_first_two_enrolling_at_once_make_one_front_desk_key() -> None:
    links = enrollment.begin(names=["Di", "Ed"], on=TODAY)

    outcomes = at_once(*[lambda link=link: enroll(link) for link in links])

    assert [type(outcome) for outcome in outcomes] == [Keyholder, Keyholder]
    assert FrontDeskKey.objects.count() == 1
    assert front_desk.organizers_with_access().count() == 1


def test_the_console_begins_once(di: Person) -> None:
    with pytest.raises(AlreadyBegun):
        enrollment.begin(names=["Cy"], on=TODAY)


def test_the_console_helps_only_when_fewer_than_two_can_sign_in(di: Person, ed: Person) -> None:
    with pytest.raises(EnoughOrganizers):
        enrollment.recover(name="Cy", on=TODAY)

    gus = an_organizer("Gus")
    lost = proposed(di, role=Role.ORGANIZER, replaces=ed)
    enroll(enrollment.approve(invitation=lost, by=gus.member, on=TODAY))
    fay = enrolled(enrollment.recover(name="Fay", on=TODAY))

    assert fay.member.is_organizer
    assert Entry.objects.filter(kind=Entry.Kind.RECOVERY_LINK, actor_id=None).count() == 1


def test_nobody_approves_their_own_proposal(di: Person, ed: Person) -> None:
    invitation = proposed(di)

    with pytest.raises(NotAllowed):
        enrollment.approve(invitation=invitation, by=di.member, on=TODAY)

    assert Invitation.objects.get(pk=invitation.pk).link_digest is None


def test_the_database_itself_refuses_the_same_person_twice(di: Person) -> None:
    invitation = proposed(di)

    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(approved_by=di.member)


def test_a_proposal_sent_twice_is_one(di: Person) -> None:
    assert proposed(di) == proposed(di)

    assert Entry.objects.filter(kind=Entry.Kind.INVITED, actor_id=di.member.pk).count() == 1


def test_only_organizers_propose_approve_and_withdraw(di: Person, ed: Person) -> None:
    bo, ada = an_adviser("Bo"), a_seeker()
    invitation = proposed(di)

    for person in (bo, ada):
        with pytest.raises(NotAllowed):
            proposed(person)
        with pytest.raises(NotAllowed):
            enrollment.approve(invitation=invitation, by=person.member, on=TODAY)
        with pytest.raises(NotAllowed):
            enrollment.withdraw(invitation=invitation, by=person.member, on=TODAY)


def test_only_a_digest_of_the_link_is_kept(di: Person, ed: Person) -> None:
    link = link_for_bo(di, ed)
    kept = Invitation.objects.get(enrolled=None)

    assert len(link) == 43
    assert link.encode() not in bytes(kept.link_digest or b"")
    assert kept.expires_on == TODAY + timedelta(days=3)


def test_to_look_at_a_link_uses_nothing_up(di: Person, ed: Person) -> None:
    link = link_for_bo(di, ed)

    for _ in range(2):
        assert enrollment.invitation_of(link=link, on=TODAY).name == "Bo"

    assert enroll(link).member.name == "Bo"


def test_a_link_works_once(di: Person, ed: Person) -> None:
    link = link_for_bo(di, ed)
    enroll(link)
    members = Member.objects.count()

    with pytest.raises(LinkUsedUp):
        enroll(link)
    with pytest.raises(LinkUsedUp):
        enrollment.invitation_of(link=link, on=TODAY)
    assert Member.objects.count() == members


@pytest.mark.django_db(transaction=True)
def test_two_codes_confirmed_at_once_on_one_link_make_one_member(di: Person, ed: Person) -> None:
    link = link_for_bo(di, ed)

    outcomes = at_once(*[lambda: enroll(link)] * 2)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Keyholder", "LinkUsedUp"]
    assert Member.objects.advisers().count() == 1


def test_a_link_is_dead_after_its_days(di: Person, ed: Person) -> None:
    link = link_for_bo(di, ed)

    with pytest.raises(LinkUsedUp):
        enroll(link, on=TODAY + timedelta(days=3))

    assert enroll(link, on=TODAY + timedelta(days=2)).member.name == "Bo"


@pytest.mark.parametrize("link", ["", "x", "\x00", "é" * 5000])
def test_a_link_that_was_never_drawn_is_used_up(di: Person, link: str) -> None:
    with pytest.raises(LinkUsedUp):
        enroll(link)


def test_a_withdrawn_link_is_dead(di: Person, ed: Person) -> None:
    link = link_for_bo(di, ed)

    enrollment.withdraw(invitation=Invitation.objects.get(enrolled=None), by=ed.member, on=TODAY)

    with pytest.raises(LinkUsedUp):
        enroll(link)


def test_a_new_link_kills_the_one_before(di: Person, ed: Person) -> None:
    invitation = proposed(di)
    first, second = (enrollment.approve(invitation=invitation, by=ed.member, on=TODAY) for _ in range(2))

    with pytest.raises(LinkUsedUp):
        enroll(first)

    assert enroll(second).member.name == "Bo"


def test_a_wrong_number_uses_nothing_up(di: Person, ed: Person) -> None:
    link = link_for_bo(di, ed)

    with pytest.raises(WrongFactor):
        enroll(link, digits="no")

    assert not Member.objects.advisers().exists()
    assert enroll(link).member.name == "Bo"


def test_a_new_account_ends_the_one_it_replaces_and_opens_nothing_of_it(di: Person, ed: Person) -> None:
    bo = an_adviser("Bo")

    new = enroll(link_for_bo(di, ed, replaces=bo))

    assert not Member.objects.active().filter(pk=bo.member.pk).exists()
    assert bo.member.departure.kind == "replaced"
    assert not bo.member.envelopes.exists()
    kinds = Envelope.objects.filter(member=new.member).values_list("kind", flat=True)
    assert list(kinds) == ["second-factor"]


def test_the_account_stays_until_somebody_enrolls_in_its_place(di: Person, ed: Person) -> None:
    bo = an_adviser("Bo")

    link_for_bo(di, ed, replaces=bo)

    assert Member.objects.active().filter(pk=bo.member.pk).exists()


def test_a_replaced_organizer_leaves_a_new_front_desk_key_behind(di: Person, ed: Person) -> None:
    gus = an_organizer("Gus")
    link = enrollment.approve(
        invitation=proposed(di, role=Role.ORGANIZER, replaces=ed), by=gus.member, on=TODAY
    )
    before = FrontDeskKey.objects.get(retired_on=None)

    new = enroll(link)

    assert FrontDeskKey.objects.get(retired_on=None) != before
    assert list(front_desk.organizers_with_access()) == [di.member]
    assert not front_desk.has_access(new.member)


def test_a_replacement_is_no_change_of_role(di: Person, ed: Person) -> None:
    with pytest.raises(AnotherRole):
        proposed(di, role=Role.ORGANIZER, replaces=an_adviser("Bo"))


def test_nobody_proposes_to_replace_themself(di: Person) -> None:
    with pytest.raises(NotAllowed):
        proposed(di, role=Role.ORGANIZER, replaces=di)
