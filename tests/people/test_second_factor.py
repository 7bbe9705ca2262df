"""The number: good once, for half a minute and its neighbours, and not for ever guessing."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from offramp.journal.models import Entry
from offramp.people import second_factor, sign_in
from offramp.people.models import SecondFactor
from offramp.people.second_factor import NotAllowed, Number, WrongFactor
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person, a_seeker, an_adviser, an_organizer
from tests.people.at_once import at_once

NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
STEP = timedelta(seconds=30)

pytestmark = pytest.mark.django_db


def check(person: Person, digits: str, *, at: datetime = NOON) -> None:
    second_factor.check(by=person.keyholder, proof=Number(digits), at=at)


def failures(person: Person) -> int:
    return SecondFactor.objects.get(member=person.member).failures


@pytest.mark.parametrize("drift", [-1, 0, 1])
def test_a_clock_may_be_half_a_minute_off(di: Person, drift: int) -> None:
    check(di, di.number(at=NOON + drift * STEP))


@pytest.mark.parametrize("drift", [-2, 2])
def test_but_not_a_whole_minute(di: Person, drift: int) -> None:
    with pytest.raises(WrongFactor):
        check(di, di.number(at=NOON + drift * STEP))


def test_spaces_in_the_number_do_not_matter(di: Person) -> None:
    digits = di.number(at=NOON)

    check(di, f" {digits[:3]} {digits[3:]} ")


def test_a_number_is_good_once(di: Person) -> None:
    check(di, di.number(at=NOON))

    with pytest.raises(WrongFactor):
        check(di, di.number(at=NOON))


def test_an_earlier_number_is_dead_once_a_later_one_was_used(di: Person) -> None:
    check(di, di.number(at=NOON + STEP))

    with pytest.raises(WrongFactor):
        check(di, di.number(at=NOON))


def test_the_number_of_the_enrollment_opens_nothing_more(di: Person) -> None:
    kept = SecondFactor.objects.get(member=di.member)
    step = kept.read(key=di.keyholder.key(SecondFactor.KIND, kept.pk))["step"]

    with pytest.raises(WrongFactor):
        check(
            di,
            pyotp.TOTP(di.secret).generate_otp(step),
            at=datetime.fromtimestamp(step * 30, tz=UTC),
        )


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "\x00" * 6, "٠١٢٣٤٥", "😀" * 6])
def test_what_is_no_number_is_refused(di: Person, typed: str) -> None:
    with pytest.raises(WrongFactor):
        check(di, typed)


def test_the_right_number_in_digits_of_another_script_is_refused(di: Person) -> None:
    arabic = di.number(at=NOON).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))

    with pytest.raises(WrongFactor):
        check(di, arabic)


def test_ten_failures_lock_it_for_the_right_number_too(di: Person) -> None:
    fail(di, times=10)

    with pytest.raises(WrongFactor):
        check(di, di.number(at=NOON))
    assert failures(di) == 10


def fail(person: Person, *, times: int) -> None:
    for _ in range(times):
        with pytest.raises(WrongFactor):
            check(person, "no")


def test_a_right_number_forgets_the_failures_before_it(di: Person) -> None:
    fail(di, times=9)

    check(di, di.number(at=NOON))

    assert failures(di) == 0


def test_another_organizer_unlocks_it(di: Person, ed: Person) -> None:
    fail(di, times=10)

    second_factor.unlock(member=di.member, by=ed.member, on=TODAY)

    check(di, di.number(at=NOON))
    noted = Entry.objects.filter(kind=Entry.Kind.UNLOCKED).values_list("actor_id", "subject_id")
    assert list(noted) == [(ed.member.pk, di.member.pk)]


def test_nobody_unlocks_their_own_and_nobody_without_the_key_anybodys(di: Person, ed: Person) -> None:
    fail(di, times=10)
    for person in (di, an_adviser("Bo"), an_organizer("Gus")):
        with pytest.raises(NotAllowed):
            second_factor.unlock(member=di.member, by=person.member, on=TODAY)

    assert failures(di) == 10


def test_the_door_does_not_say_which_of_the_two_was_wrong(di: Person) -> None:
    ada = a_seeker()
    right = Number(di.number(at=NOON))
    for code, number in [(Code.draw(), right), (di.code, Number("no")), (ada.code, right)]:
        with pytest.raises(sign_in.NotKnown):
            sign_in.staff(code, proof=number, at=NOON)


def test_nothing_but_the_failures_is_readable(di: Person) -> None:
    kept = SecondFactor.objects.get(member=di.member)

    assert di.secret.encode() not in bytes(kept.sealed)
    assert kept.read(key=di.keyholder.key(SecondFactor.KIND, kept.pk))["secret"] == di.secret


@pytest.mark.django_db(transaction=True)
def test_one_number_used_by_two_at_once_lets_one_in(di: Person) -> None:
    digits = di.number(at=NOON)

    outcomes = at_once(*[lambda: check(di, digits)] * 2)

    assert [outcome is None for outcome in outcomes].count(True) == 1
    assert [isinstance(outcome, WrongFactor) for outcome in outcomes].count(True) == 1


@pytest.mark.django_db(transaction=True)
def test_guesses_sent_all_at_once_count_one_by_one(di: Person) -> None:
    at_once(*[lambda: check(di, "no")] * 4)

    assert failures(di) == 4
