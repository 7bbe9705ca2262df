"""A passkey in place of the number: for this place alone, for one question, once."""

import secrets
from datetime import UTC, datetime

import pytest

from offramp.journal.models import Entry
from offramp.people import passkeys, second_factor
from offramp.people.passkeys import Assertion, NotAPasskey
from offramp.people.second_factor import NameTaken, TooManyPasskeys, WrongFactor
from tests.cast import TODAY, Person, an_adviser
from tests.people.authenticator import Authenticator

ORIGIN = "https://help.example.org"
NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
LATER = 1_800_000_000_000  # milliseconds

pytestmark = pytest.mark.django_db


@pytest.fixture
def stick() -> Authenticator:
    return Authenticator()


def add(person: Person, stick: Authenticator, *, name: str = "blue stick", origin: str = ORIGIN) -> None:
    challenge = secrets.token_bytes(32)
    answer = stick.register(challenge=challenge, origin=origin)
    passkey = passkeys.registered(answer=answer, challenge=challenge, origin=ORIGIN, name=name)
    second_factor.add_passkey(by=person.keyholder, passkey=passkey, on=TODAY)


def signed(stick: Authenticator, *, origin: str = ORIGIN, asked_at: int = LATER) -> Assertion:
    challenge = secrets.token_bytes(32)
    return Assertion(stick.sign(challenge=challenge, origin=origin), challenge, asked_at, ORIGIN)


def check(person: Person, proof: Assertion) -> None:
    second_factor.check(by=person.keyholder, proof=proof, at=NOON)


def test_it_takes_the_place_of_the_number(di: Person, stick: Authenticator) -> None:
    add(di, stick)

    check(di, signed(stick))

    assert [(kept.name, kept.sign_count) for kept in second_factor.passkeys(by=di.keyholder)] == [
        ("blue stick", 1)
    ]


def test_the_number_goes_on_working_beside_it(di: Person, stick: Authenticator) -> None:
    add(di, stick)
    check(di, signed(stick))

    second_factor.check(by=di.keyholder, proof=second_factor.Number(di.number(at=NOON)), at=NOON)


def test_to_add_one_is_in_the_journal(di: Person, stick: Authenticator) -> None:
    add(di, stick)

    assert Entry.objects.filter(kind=Entry.Kind.PASSKEY_ADDED, actor_id=di.member.pk).count() == 1


def test_an_answer_is_good_once(di: Person, stick: Authenticator) -> None:
    add(di, stick)
    answer = signed(stick)
    check(di, answer)

    with pytest.raises(WrongFactor):
        check(di, answer)


def test_an_answer_to_an_older_question_is_refused(di: Person, stick: Authenticator) -> None:
    add(di, stick)
    older = signed(stick, asked_at=LATER - 1)
    check(di, signed(stick, asked_at=LATER))

    with pytest.raises(WrongFactor):
        check(di, older)


def test_an_answer_to_another_question_is_refused(di: Person, stick: Authenticator) -> None:
    add(di, stick)
    answer = signed(stick)

    with pytest.raises(WrongFactor):
        check(di, Assertion(answer.answer, secrets.token_bytes(32), LATER, ORIGIN))


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "https://help.example.org.evil.example"])
def test_an_answer_given_to_another_place_is_refused(di: Person, stick: Authenticator, origin: str) -> None:
    add(di, stick)

    with pytest.raises(WrongFactor):
        check(di, signed(stick, origin=origin))


def test_somebody_elses_passkey_is_refused(di: Person, ed: Person, stick: Authenticator) -> None:
    add(ed, stick)
    add(di, Authenticator())

    with pytest.raises(WrongFactor):
        check(di, signed(stick))


def test_a_touch_without_pin_or_finger_is_not_enough(di: Person, stick: Authenticator) -> None:
    add(di, stick)
    challenge = secrets.token_bytes(32)
    answer = stick.sign(challenge=challenge, origin=ORIGIN, verified=False)

    with pytest.raises(WrongFactor):
        check(di, Assertion(answer, challenge, LATER, ORIGIN))


def test_a_copy_that_counts_less_is_refused(di: Person, stick: Authenticator) -> None:
    add(di, stick)
    copy = Authenticator(key=stick.key, id=stick.id)
    stick.count = 5
    check(di, signed(stick))

    with pytest.raises(WrongFactor):
        check(di, signed(copy, asked_at=LATER + 1))


@pytest.mark.parametrize(
    "answer", ["", "{}", "[]", "null", '{"id": "AA"}', "\x00", '{"id": 1, "response": []}']
)
def test_what_is_no_answer_is_refused(di: Person, stick: Authenticator, answer: str) -> None:
    add(di, stick)

    with pytest.raises(WrongFactor):
        check(di, Assertion(answer, secrets.token_bytes(32), LATER, ORIGIN))
    with pytest.raises(NotAPasskey):
        passkeys.registered(answer=answer, challenge=b"0" * 32, origin=ORIGIN, name="x")


def test_one_made_for_another_place_cannot_be_added(di: Person, stick: Authenticator) -> None:
    with pytest.raises(NotAPasskey):
        add(di, stick, origin="https://elsewhere.example")


def test_a_removed_one_opens_nothing(di: Person, stick: Authenticator) -> None:
    add(di, stick)
    add(di, Authenticator(), name="phone")

    second_factor.remove_passkey(by=di.keyholder, name="blue stick")

    assert [kept.name for kept in second_factor.passkeys(by=di.keyholder)] == ["phone"]
    with pytest.raises(WrongFactor):
        check(di, signed(stick))


def test_two_cannot_go_by_one_name(di: Person, stick: Authenticator) -> None:
    add(di, stick)

    with pytest.raises(NameTaken):
        add(di, Authenticator())


def test_ten_are_enough(di: Person) -> None:
    for number in range(10):
        add(di, Authenticator(), name=f"stick {number}")

    with pytest.raises(TooManyPasskeys):
        add(di, Authenticator(), name="one more")


def test_passkeys_of_one_person_say_nothing_to_another(di: Person, stick: Authenticator) -> None:
    add(di, stick)

    assert second_factor.passkeys(by=an_adviser("Bo").keyholder) == []
