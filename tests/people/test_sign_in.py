"""The second factor, asked at the door and again inside: gone or wrong, one answer."""

import pytest
from django.utils import timezone

from offramp.people import codes, sign_in
from offramp.people.keyholders import Keyholder
from offramp.people.models import Envelope, SecondFactor
from offramp.people.second_factor import Number
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person, an_adviser

pytestmark = pytest.mark.django_db


@pytest.fixture
def bo(di: Person) -> Person:
    return an_adviser("Bo")


def assert_not_known(person: Person, keyholder: Keyholder) -> None:
    with pytest.raises(sign_in.NotKnown):
        sign_in.prove(keyholder, proof=Number(person.number()), at=timezone.now())


def test_the_right_number_proves_it(bo: Person) -> None:
    sign_in.prove(bo.keyholder, proof=Number(bo.number()), at=timezone.now())

    assert_not_known(bo, bo.keyholder)  # it was good once


def test_a_code_replaced_in_the_moment_of_the_sign_in_is_not_known(bo: Person) -> None:
    looked_up = bo.keyholder
    codes.replace(by=bo.keyholder, code=Code.draw(), on=TODAY)

    assert_not_known(bo, looked_up)
    assert SecondFactor.objects.get(member=looked_up.member).failures == 0


def test_a_member_removed_in_that_moment_is_not_known(bo: Person, di: Person) -> None:
    looked_up = bo.keyholder
    Envelope.objects.filter(member=bo.member, kind=SecondFactor.KIND).delete()
    assert_not_known(bo, looked_up)

    SecondFactor.objects.filter(member=bo.member).delete()
    assert_not_known(bo, looked_up)


def test_the_words_of_a_visit_are_known_from_all_others(di: Person, bo: Person) -> None:
    assert sign_in.has_code(bo.keyholder, bo.code)
    assert not any(sign_in.has_code(bo.keyholder, code) for code in (di.code, Code.draw()))
