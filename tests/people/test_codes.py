"""A new code: everything moves to it at once, and the old one is dead everywhere."""

import pytest

from offramp.journal.models import Entry
from offramp.pairing import offers
from offramp.people import codes, sign_in
from offramp.people.codes import CodeReplaced
from offramp.people.models import Envelope, Member
from offramp.people.sessions import SessionStore
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person, a_seeker, an_adviser, paired
from tests.dump import everything
from tests.people.at_once import at_once

pytestmark = pytest.mark.django_db


def renew(person: Person) -> Code:
    """The code they had before."""
    before, code = person.code, Code.draw()
    codes.replace(by=person.keyholder, code=code, on=TODAY)
    person.code = code
    return before


@pytest.fixture
def bo(di: Person) -> Person:
    """An adviser with a profile, a pairing and an offer that is still held."""
    bo = an_adviser("Bo")
    paired(a_seeker("The first."), bo, di)
    offers.make(by=di.keyholder, request=a_seeker("The second.").request, adviser=bo.member, on=TODAY)
    return bo


def test_everything_moves_held_envelopes_too(bo: Person) -> None:
    before = everything(bo.code.seed())
    held = Envelope.objects.filter(member=bo.member, is_held=True).count()

    old = renew(bo)

    assert held == 1
    assert everything(bo.code.seed()) == before
    assert everything(old.seed()) == {}
    assert Envelope.objects.filter(member=bo.member, is_held=True).count() == held
    assert set(Envelope.objects.filter(member=bo.member).values_list("key_version", flat=True)) == {2}


def test_an_organizer_keeps_the_front_desk(di: Person) -> None:
    before = everything(di.code.seed())

    renew(di)

    assert everything(di.code.seed()) == before


def test_the_old_code_is_dead_at_both_doors(di: Person) -> None:
    ada = a_seeker()

    for person in (ada, di):
        assert not Member.objects.filter(locator_digest=renew(person).locator_digest()).exists()

    with pytest.raises(sign_in.NotKnown):
        sign_in.seeker(Code.draw())
    assert sign_in.seeker(ada.code).member == ada.member


def test_other_sessions_end(di: Person) -> None:
    elsewhere = SessionStore()
    sign_in.begin(elsewhere, di.keyholder)
    elsewhere.save()

    renew(di)

    assert sign_in.resume(SessionStore(elsewhere.session_key)) is None


def test_a_session_from_before_cannot_draw_another(di: Person) -> None:
    stale = di.keyholder
    renew(di)

    with pytest.raises(CodeReplaced):
        codes.replace(by=stale, code=Code.draw(), on=TODAY)


@pytest.mark.django_db(transaction=True)
def test_two_new_codes_at_once_make_one(di: Person) -> None:
    keyholder, drawn = di.keyholder, [Code.draw(), Code.draw()]

    outcomes = at_once(
        *[lambda code=code: codes.replace(by=keyholder, code=code, on=TODAY) for code in drawn]
    )

    assert [isinstance(outcome, CodeReplaced) for outcome in outcomes].count(True) == 1
    assert Member.objects.get(pk=keyholder.member.pk).key_version == 2


def test_the_journal_notes_it_of_staff_and_never_of_a_seeker(di: Person) -> None:
    ada = a_seeker()
    for person in (ada, di):
        renew(person)

    noted = Entry.objects.filter(kind=Entry.Kind.CODE_REPLACED).values_list("subject_id", flat=True)
    assert list(noted) == [di.member.pk]


def test_the_number_goes_on_where_it_was(bo: Person) -> None:
    renew(bo)

    kept = bo.member.second_factor
    assert kept.read(key=bo.keyholder.key("second-factor", kept.pk))["secret"] == bo.secret
