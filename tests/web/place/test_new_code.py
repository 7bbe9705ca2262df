"""A new code is drawn for the words of now: an open place is not enough to lock its owner out."""

import pytest
from django.test import Client

from offramp.sealed.codes import Code
from offramp.web import pace
from tests.cast import Person, a_seeker
from tests.web.signing_in import Answer, seeker_visit, send, words

pytestmark = pytest.mark.django_db

HERE = "/place/new-code/"


def draw(client: Client, typed: str, *, path: str = HERE) -> Answer:
    return send(client, path, {"code": typed})


def drawn(client: Client) -> str:
    return str(client.session.get("pending", {}).get("code", ""))


def test_for_the_words_of_now_new_ones_are_drawn(ada: Person) -> None:
    client = seeker_visit(ada)

    assert draw(client, str(ada.code))["Location"] == "/code/"

    assert drawn(client) not in ("", str(ada.code))


def test_they_are_read_as_kindly_as_at_the_door(ada: Person) -> None:
    typed = "  " + "-".join(ada.code.words).upper().replace("-", " - \n")

    assert draw(seeker_visit(ada), typed)["Location"] == "/code/"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Please type the eight words of your code."),
        ("one two", "A code has eight words"),
        ("qqqqqq " * 8, "is not in our list of words."),
        ("x" * 5000, "more than eight words"),
        ("<b>", "A code has eight words"),
    ],
)
def test_what_is_no_code_gets_a_sentence(ada: Person, typed: str, sentence: str) -> None:
    client = seeker_visit(ada)

    answer = draw(client, typed)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert "<b>" not in words(answer)
    assert drawn(client) == ""


def test_other_words_draw_nothing_and_nothing_changes(ada: Person) -> None:
    client = seeker_visit(ada)

    answer = draw(client, str(Code.draw()))

    assert answer.status_code == 400
    assert "These are not the words of this place." in words(answer)
    assert (drawn(client), ada.member.key_version) == ("", 1)
    assert client.get("/place/").status_code == 200


def test_somebody_elses_words_are_as_wrong_as_any(ada: Person) -> None:
    cy, client = a_seeker("Something else."), seeker_visit(ada)

    assert "These are not the words of this place." in words(draw(client, str(cy.code)))
    assert drawn(client) == ""


def test_who_guesses_is_slowed_down_and_nobody_else_is_nor_the_right_words(ada: Person) -> None:
    cy, client = a_seeker("Something else."), seeker_visit(ada)
    pages = [words(draw(client, str(Code.draw()))) for _ in range(pace.WRONG_A_MINUTE + 1)]

    assert ["That was often." in page for page in pages] == [False] * pace.WRONG_A_MINUTE + [True]
    assert "That was often." not in words(draw(seeker_visit(cy), str(ada.code)))
    assert draw(client, str(ada.code))["Location"] == "/code/"


def test_a_double_click_draws_once(ada: Person) -> None:
    client = seeker_visit(ada)
    draw(client, str(ada.code))
    first = drawn(client)

    assert draw(client, str(ada.code))["Location"] == "/code/"
    assert drawn(client) == first


@pytest.mark.parametrize(
    ("path", "says", "wrong"),
    [
        (HERE, "so that nobody who finds your phone open can lock you out", "These are not the words"),
        (
            f"/es{HERE}",
            "para que nadie que encuentre su teléfono abierto pueda dejarle fuera",
            "Estas no son las palabras",
        ),
    ],
)
def test_the_page_says_why_it_asks(ada: Person, path: str, says: str, wrong: str) -> None:
    client = seeker_visit(ada)

    assert says in words(client.get(path))
    assert wrong in words(draw(client, str(Code.draw()), path=path))
