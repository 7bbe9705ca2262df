"""Onto the staff: two organizers, one link, one person."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

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
    Proposed,
    WrongWords,
)
from offramp.people.keyholders import Keyholder
from offramp.people.models import Envelope, FrontDeskKey, Invitation, Member, Role
from offramp.people.second_factor import Number, WrongFactor
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person, a_colleague, a_seeker, an_adviser, an_organizer, enrolled
from tests.people.at_once import at_once

pytestmark = pytest.mark.django_db


def proposed(by: Person, *, role: Role = Role.ADVISER, replaces: Person | None = None) -> Proposed:
    return enrollment.propose(
        by=by.member, role=role, name="Bo", on=TODAY, replaces=replaces.member if replaces else None
    )


@dataclass(frozen=True)
class Given:
    """What reaches the person proposed: a link from one organizer, and words from the other."""

    link: str
    words: str = ""


def for_bo(di: Person, ed: Person, *, replaces: Person | None = None) -> Given:
    by_di = proposed(di, replaces=replaces)
    return Given(enrollment.approve(invitation=by_di.invitation, by=ed.member, on=TODAY), by_di.words)


def enroll(given: Given, *, on: date = TODAY, digits: str = "") -> Keyholder:
    code, secret = Code.draw(), second_factor.draw_secret()
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    number = Number(digits or pyotp.TOTP(secret).at(noon))
    return enrollment.enroll(
        link=given.link, words=given.words, code=code, secret=secret, number=number, at=noon
    )


def test_the_first_two_enroll_from_the_console_and_the_second_waits_for_access() -> None:
    first, second = enrollment.begin(names=["Di", "Ed"], on=TODAY)

    di, ed = enrolled(first), enrolled(second)

    assert [di.member.name, ed.member.name] == ["Di", "Ed"]
    assert list(front_desk.organizers_with_access()) == [di.member]
    assert not front_desk.has_access(ed.member)
    assert not front_desk.key_when_open()


@pytest.mark.django_db(transaction=True)
def test_the_first_two_enrolling_at_once_make_one_front_desk_key() -> None:
    links = enrollment.begin(names=["Di", "Ed"], on=TODAY)

    outcomes = at_once(*[lambda link=link: enroll(Given(link)) for link in links])

    assert [type(outcome) for outcome in outcomes] == [Keyholder, Keyholder]
    assert FrontDeskKey.objects.count() == 1
    assert front_desk.organizers_with_access().count() == 1


def test_the_console_begins_once(di: Person) -> None:
    with pytest.raises(AlreadyBegun):
        enrollment.begin(names=["Cy"], on=TODAY)


def test_the_console_helps_only_when_fewer_than_two_can_sign_in(di: Person, ed: Person) -> None:
    with pytest.raises(EnoughOrganizers):
        enrollment.recover(name="Cy", on=TODAY)

    Envelope.objects.filter(member=ed.member, kind=FrontDeskKey.SEED).delete()
    fay = enrolled(enrollment.recover(name="Fay", on=TODAY))

    assert fay.member.is_organizer
    assert Entry.objects.filter(kind=Entry.Kind.RECOVERY_LINK, actor_id=None).count() == 1


def test_nobody_approves_their_own_proposal(di: Person, ed: Person) -> None:
    invitation = proposed(di).invitation

    with pytest.raises(NotAllowed):
        enrollment.approve(invitation=invitation, by=di.member, on=TODAY)

    assert Invitation.objects.get(pk=invitation.pk).link_digest is None


def test_the_database_itself_refuses_the_same_person_twice(di: Person) -> None:
    invitation = proposed(di).invitation

    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(approved_by=di.member)


def test_a_proposal_sent_twice_is_one_and_only_the_newest_words_count(di: Person, ed: Person) -> None:
    first, second = proposed(di), proposed(di)
    link = enrollment.approve(invitation=first.invitation, by=ed.member, on=TODAY)

    with pytest.raises(WrongWords):
        enroll(Given(link, first.words))

    assert enroll(Given(link, second.words)).member.name == "Bo"
    assert Entry.objects.filter(kind=Entry.Kind.INVITED, actor_id=di.member.pk).count() == 1


def test_only_organizers_with_the_key_propose_approve_and_withdraw(di: Person, ed: Person) -> None:
    bo, ada, gus = an_adviser("Bo"), a_seeker(), an_organizer("Gus")
    invitation = proposed(di).invitation

    for person in (bo, ada, gus):
        with pytest.raises(NotAllowed):
            proposed(person)
        with pytest.raises(NotAllowed):
            enrollment.approve(invitation=invitation, by=person.member, on=TODAY)
        with pytest.raises(NotAllowed):
            enrollment.withdraw(invitation=invitation, by=person.member, on=TODAY)
    assert Invitation.objects.get(enrolled=None) == invitation


def test_only_digests_of_the_link_and_the_words_are_kept(di: Person, ed: Person) -> None:
    given = for_bo(di, ed)
    kept = Invitation.objects.get(enrolled=None)

    assert len(given.link) == 43
    assert len(given.words.split()) == 6
    assert kept.link_digest == sha256(given.link.encode()).digest()
    assert kept.words_digest == sha256(given.words.replace(" ", "").encode()).digest()
    assert given.words not in repr(proposed(di))
    assert kept.expires_on == TODAY + timedelta(days=3)


def test_to_look_at_a_link_uses_nothing_up(di: Person, ed: Person) -> None:
    given = for_bo(di, ed)

    for _ in range(2):
        assert enrollment.invitation_of(link=given.link, on=TODAY).name == "Bo"

    assert enroll(given).member.name == "Bo"


def test_a_link_works_once(di: Person, ed: Person) -> None:
    given = for_bo(di, ed)
    enroll(given)
    members = Member.objects.count()

    with pytest.raises(LinkUsedUp):
        enroll(given)
    with pytest.raises(LinkUsedUp):
        enrollment.invitation_of(link=given.link, on=TODAY)
    assert Member.objects.count() == members


@pytest.mark.django_db(transaction=True)
def test_two_codes_confirmed_at_once_on_one_link_make_one_member(di: Person, ed: Person) -> None:
    given = for_bo(di, ed)

    outcomes = at_once(*[lambda: enroll(given)] * 2)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Keyholder", "LinkUsedUp"]
    assert Member.objects.advisers().count() == 1


def test_a_link_is_dead_after_its_days(di: Person, ed: Person) -> None:
    given = for_bo(di, ed)

    with pytest.raises(LinkUsedUp):
        enroll(given, on=TODAY + timedelta(days=3))

    assert enroll(given, on=TODAY + timedelta(days=2)).member.name == "Bo"


@pytest.mark.parametrize("link", ["", "x", "\x00", "é" * 5000])
def test_a_link_that_was_never_drawn_is_used_up(di: Person, link: str) -> None:
    with pytest.raises(LinkUsedUp):
        enroll(Given(link))


def test_a_withdrawn_link_is_dead(di: Person, ed: Person) -> None:
    given = for_bo(di, ed)

    enrollment.withdraw(invitation=Invitation.objects.get(enrolled=None), by=ed.member, on=TODAY)

    with pytest.raises(LinkUsedUp):
        enroll(given)
    assert enroll(for_bo(di, ed)).member.name == "Bo"


def test_nobody_draws_another_link_for_what_was_approved(di: Person, ed: Person) -> None:
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    given = for_bo(di, ed)

    for organizer in (ed, fay):
        with pytest.raises(NotAllowed):
            enrollment.approve(
                invitation=Invitation.objects.get(enrolled=None), by=organizer.member, on=TODAY
            )

    assert enroll(given).member.name == "Bo"


@pytest.mark.django_db(transaction=True)
def test_two_who_approve_at_once_draw_one_link(di: Person, ed: Person) -> None:
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    invitation = proposed(di).invitation
    approvers = [ed.member, fay.member]

    outcomes = at_once(
        *[lambda by=by: enrollment.approve(invitation=invitation, by=by, on=TODAY) for by in approvers]
    )

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NotAllowed", "str"]


@pytest.mark.django_db(transaction=True)
def test_a_proposal_sent_twice_at_once_is_one(di: Person) -> None:
    outcomes = at_once(*[lambda: proposed(di)] * 2)

    assert [type(outcome) for outcome in outcomes] == [Proposed, Proposed]
    assert Invitation.objects.filter(enrolled=None).count() == 1


def test_nobody_takes_the_place_of_the_second_organizer(db: None) -> None:
    for_di, for_ed = enrollment.begin(names=["Di", "Ed"], on=TODAY)
    di = enrolled(for_di)

    with pytest.raises(NotAllowed):
        enrollment.approve(invitation=Invitation.objects.get(enrolled=None), by=di.member, on=TODAY)

    assert enrolled(for_ed).member.name == "Ed"


@pytest.mark.parametrize("words", ["", "harvest cobalt", "\x00é😀" * 5000])
def test_the_approver_enrolls_nobody_with_the_link_alone(di: Person, ed: Person, words: str) -> None:
    given = for_bo(di, ed, replaces=an_adviser("Bo"))

    with pytest.raises(WrongWords):
        enroll(Given(given.link, words))

    assert Member.objects.advisers().count() == 1
    assert enroll(given).member.name == "Bo"


@pytest.mark.parametrize(
    "typed", [str.upper, str.title, lambda words: words.replace(" ", "-"), lambda words: f" 1. {words}\n"]
)
def test_the_words_may_be_typed_in_any_way(di: Person, ed: Person, typed: Callable[[str], str]) -> None:
    given = for_bo(di, ed)

    assert enroll(replace(given, words=typed(given.words))).member.name == "Bo"


def test_a_link_from_the_console_asks_for_no_words(db: None) -> None:
    enrollment.begin(names=["Di", "Ed"], on=TODAY)

    assert [one.asks_for_words for one in Invitation.objects.all()] == [False, False]


def test_the_database_itself_refuses_a_proposal_without_words(di: Person) -> None:
    invitation = proposed(di).invitation

    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.filter(pk=invitation.pk).update(words_digest=None)


def test_a_wrong_number_uses_nothing_up(di: Person, ed: Person) -> None:
    given = for_bo(di, ed)

    with pytest.raises(WrongFactor):
        enroll(given, digits="no")

    assert not Member.objects.advisers().exists()
    assert enroll(given).member.name == "Bo"


def test_a_new_account_ends_the_one_it_replaces_and_opens_nothing_of_it(di: Person, ed: Person) -> None:
    bo = an_adviser("Bo")

    new = a_colleague("Bo", replaces=bo)

    assert not Member.objects.active().filter(pk=bo.member.pk).exists()
    assert bo.member.departure.kind == "replaced"
    assert not bo.member.envelopes.exists()
    kinds = Envelope.objects.filter(member=new.member).values_list("kind", flat=True)
    assert list(kinds) == ["second-factor"]


def test_the_account_stays_until_somebody_enrolls_in_its_place(di: Person, ed: Person) -> None:
    bo = an_adviser("Bo")

    for_bo(di, ed, replaces=bo)

    assert Member.objects.active().filter(pk=bo.member.pk).exists()


def test_a_replaced_organizer_leaves_a_new_front_desk_key_behind(di: Person, ed: Person) -> None:
    gus = an_organizer("Gus")
    front_desk.give_access(by=di.keyholder, to=gus.member, on=TODAY)
    by_di = proposed(di, role=Role.ORGANIZER, replaces=ed)
    link = enrollment.approve(invitation=by_di.invitation, by=gus.member, on=TODAY)
    before = FrontDeskKey.objects.get(retired_on=None)

    new = enroll(Given(link, by_di.words))

    assert FrontDeskKey.objects.get(retired_on=None) != before
    assert set(front_desk.organizers_with_access()) == {di.member, gus.member}
    assert not front_desk.has_access(new.member)


def test_a_replacement_is_no_change_of_role(di: Person, ed: Person) -> None:
    with pytest.raises(AnotherRole):
        proposed(di, role=Role.ORGANIZER, replaces=an_adviser("Bo"))


def test_nobody_proposes_to_replace_themself(di: Person) -> None:
    with pytest.raises(NotAllowed):
        proposed(di, role=Role.ORGANIZER, replaces=di)
