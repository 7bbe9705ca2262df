"""A new code of a staff member's own: drawn for the number alone, however open the account stands."""

import pytest
from django.test import Client

from offramp.people import codes
from offramp.people.models import SecondFactor
from offramp.sealed.codes import Code
from tests.cast import TODAY, Person, a_seeker
from tests.web.account.numbers import failures, later_number
from tests.web.signing_in import Answer, seeker_visit, send, staff_visit, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db

HERE = "/account/new-code/"


def press(client: Client, number: str, *, form_at: str = "/account/") -> Answer:
    path = form_at.replace("/account/", HERE)
    return send(client, path, {"number": number}, form_at=form_at)


def drawn(client: Client) -> str:
    return str(client.session.get("pending", {}).get("code", ""))


def test_for_the_number_it_is_drawn_and_waits_to_be_confirmed(bo: Person) -> None:
    client = staff_visit(bo)

    assert press(client, later_number(bo))["Location"] == "/code/"

    assert drawn(client) != str(bo.code)
    assert drawn(client).split()[0] in words(client.get("/code/"))
    assert bo.member.key_version == 1


@pytest.mark.parametrize(
    ("number", "sentence", "counted"),
    [
        ("000000", "That is not the number your app shows now", 1),
        ("½½½½½½", "That is not the number your app shows now", 1),
        ("", "Type the six digits that your app shows now.", 0),
        ("1" * 21, "at most 20 characters", 0),
    ],
)
def test_without_it_a_sentence_says_so_and_nothing_is_drawn(
    di: Person, number: str, sentence: str, counted: int
) -> None:
    client = staff_visit(di)

    answer = press(client, number)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert '<a href="#number">' in words(answer)
    assert (drawn(client), failures(di)) == ("", counted)


def test_the_number_that_opened_the_door_is_used_up(di: Person) -> None:
    client = staff_visit(di)

    assert press(client, di.number()).status_code == 400
    assert drawn(client) == ""


def test_whoever_guesses_is_shut_out_as_at_the_door_and_nobody_else_is(di: Person, ed: Person) -> None:
    client = staff_visit(di)
    for _ in range(SecondFactor.MOST_FAILURES):
        press(client, "000000")

    assert press(client, later_number(di)).status_code == 400
    assert drawn(client) == ""
    assert press(staff_visit(ed), later_number(ed))["Location"] == "/code/"


def test_pressed_twice_the_words_stay_the_same_and_the_number_is_asked_once(bo: Person) -> None:
    client, number = staff_visit(bo), later_number(bo)

    press(client, number)
    first = drawn(client)
    press(client, number)

    assert (drawn(client), failures(bo)) == (first, 0)


def test_words_drawn_for_something_else_do_not_stand_in_for_the_number(bo: Person) -> None:
    client = staff_visit(bo)
    session = client.session
    session["pending"] = {"code": str(Code.draw()), "for": "first"}
    session.save()
    before = drawn(client)

    assert press(client, "000000").status_code == 400
    assert drawn(client) == before


def test_after_a_new_code_elsewhere_an_open_page_draws_nothing(bo: Person) -> None:
    client = staff_visit(bo)
    token = words(client.get("/account/")).split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    codes.replace(by=bo.keyholder, code=Code.draw(), on=TODAY)

    answer = client.post(HERE, {"csrfmiddlewaretoken": token, "number": bo.number()})

    assert (answer.status_code, answer["Location"]) == (302, "/staff/")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/account/", "so that nobody who finds this page open can lock you out"),
        ("/es/account/", "para que nadie que encuentre esta página abierta pueda dejarle fuera"),
    ],
)
def test_the_page_says_why_it_asks(di: Person, path: str, says: str) -> None:
    assert says in words(staff_visit(di).get(path))


def test_in_spanish_a_wrong_number_is_said_in_spanish(di: Person) -> None:
    answer = press(staff_visit(di), "000000", form_at="/es/account/")

    assert "Ese no es el número que su aplicación muestra ahora" in words(answer)


def test_the_address_alone_leads_to_the_form(di: Person) -> None:
    assert staff_visit(di).get(HERE)["Location"] == "/account/"


def test_a_stranger_draws_nothing(di: Person) -> None:
    ada, nobody = seeker_visit(a_seeker()), from_our_page()

    assert send(ada, HERE, {"number": di.number()}, form_at="/place/").status_code == 404
    assert send(nobody, HERE, {"number": di.number()}, form_at="/staff/")["Location"] == "/staff/"
