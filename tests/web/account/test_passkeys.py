"""Passkeys of one's own account: added with an answer to our question, listed, removed."""

import html
import json
import re
from base64 import urlsafe_b64decode

import pytest
from django.test import Client

from offramp.people import second_factor
from tests.cast import Person
from tests.people.authenticator import Authenticator
from tests.web.account.numbers import failures, later_number
from tests.web.signing_in import Answer, send, staff_visit, words
from tests.web.visitors import ORIGIN

pytestmark = pytest.mark.django_db

HERE = "/account/passkeys/"
REMOVAL = f"{HERE}removal/"


def add(
    client: Client, person: Person, *, name: str = "blue stick", origin: str = ORIGIN, **changed: str
) -> Answer:
    page = words(client.get(HERE))
    options = json.loads(html.unescape(page.split('data-options="')[1].split('"')[0]))
    challenge = urlsafe_b64decode(options["challenge"] + "=")
    answer = Authenticator().register(challenge=challenge, origin=origin)
    question = re.findall(r'name="question" value="([^"]+)', page)[0]
    made = {"name": name, "answer": answer, "question": question}
    return send(client, HERE, {**made, "number": later_number(person), **changed})


def remove(client: Client, person: Person, name: str, **changed: str) -> Answer:
    return send(client, REMOVAL, {"name": name, "number": later_number(person), **changed})


def hidden(page: str, name: str) -> str:
    return html.unescape(page.split(f'name="{name}" value="')[1].split('"', maxsplit=1)[0])


def names(person: Person) -> list[str]:
    return [passkey.name for passkey in second_factor.passkeys(by=person.keyholder)]


def test_one_is_added_and_listed(di: Person) -> None:
    client = staff_visit(di)

    assert add(client, di)["Location"] == HERE

    assert names(di) == ["blue stick"]
    assert "blue stick" in words(client.get(HERE))
    assert "blue stick" in words(client.get("/account/"))


def test_the_question_tells_the_authenticator_nothing_about_the_person(di: Person) -> None:
    page = words(staff_visit(di).get(HERE))
    asked = json.loads(html.unescape(page.split('data-options="')[1].split('"')[0]))

    assert (asked["user"]["name"], asked["user"]["displayName"]) == ("staff", "staff")
    assert di.member.pk.bytes not in urlsafe_b64decode(asked["user"]["id"] + "=")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": ""}, "Give it a name"),
        ({"number": ""}, "Type the six digits that your app shows now."),
        ({"number": "000000"}, "That is not the number your app shows now"),
        ({"answer": ""}, "That was not a passkey for this place."),
        ({"answer": "{}"}, "That was not a passkey for this place."),
        ({"question": "forged"}, "The page had been open for a long time."),
        ({"question": ""}, "The page had been open for a long time."),
        ({"origin": "https://elsewhere.example"}, "That was not a passkey for this place."),
    ],
)
def test_what_is_no_passkey_gets_a_sentence(di: Person, changed: dict[str, str], sentence: str) -> None:
    answer = add(staff_visit(di), di, **changed)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert names(di) == []


def test_two_of_one_name_get_a_sentence(di: Person) -> None:
    client = staff_visit(di)
    add(client, di)

    assert "You have a passkey of that name already." in words(add(client, di))


def test_a_wrong_number_keeps_the_passkey_that_was_made_for_the_next_one(di: Person) -> None:
    client = staff_visit(di)
    page = words(add(client, di, number="000000"))
    again = {"name": "blue stick"} | {name: hidden(page, name) for name in ("answer", "question")}
    assert 'value="blue stick"' in page
    assert failures(di) == 1

    assert send(client, HERE, again | {"number": later_number(di)})["Location"] == HERE
    assert names(di) == ["blue stick"]


def hidden_answer(answer: Answer) -> str:
    return hidden(words(answer), "answer")


def test_an_answer_that_was_refused_is_not_kept(di: Person) -> None:
    client = staff_visit(di)

    assert hidden_answer(add(client, di, question="forged")) == ""
    assert hidden_answer(add(client, di, name="", number="")) == ""


def test_one_is_removed_for_the_number(di: Person) -> None:
    client = staff_visit(di)
    add(client, di)
    add(client, di, name="<phone>")
    assert f'href="{REMOVAL}"' in words(client.get(HERE))
    assert 'value="&lt;phone&gt;" required' in words(client.get(REMOVAL))

    assert remove(client, di, "blue stick")["Location"] == HERE

    assert names(di) == ["<phone>"]
    assert "&lt;phone&gt;" in words(client.get(HERE))


@pytest.mark.parametrize(
    ("changed", "sentence", "counted"),
    [
        ({"number": "000000"}, "That is not the number your app shows now", 1),
        ({"number": ""}, "Type the six digits that your app shows now.", 0),
        ({"name": ""}, "Choose the one to remove.", 0),
    ],
)
def test_without_the_number_or_a_choice_none_is_removed(
    di: Person, changed: dict[str, str], sentence: str, counted: int
) -> None:
    client = staff_visit(di)
    add(client, di)

    answer = remove(client, di, **({"name": "blue stick"} | changed))

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert ('value="blue stick" required autocomplete="off" checked' in words(answer)) == (
        "name" not in changed
    )
    assert (names(di), failures(di)) == (["blue stick"], counted)


def test_removed_twice_by_a_double_click_is_no_mistake(di: Person) -> None:
    client = staff_visit(di)
    add(client, di)
    add(client, di, name="phone")
    number = later_number(di)

    for _ in range(2):
        answer = send(client, REMOVAL, {"name": "phone", "number": number})
        assert answer["Location"] == HERE
    assert (names(di), failures(di)) == (["blue stick"], 0)


def test_where_there_is_none_there_is_nothing_to_remove(di: Person) -> None:
    client = staff_visit(di)

    assert client.get(REMOVAL)["Location"] == HERE
    assert "Remove a passkey" not in words(client.get(HERE))


def test_nobody_removes_anybody_elses(di: Person, ed: Person) -> None:
    add(staff_visit(di), di)
    client = staff_visit(ed)
    add(client, ed, name="of Ed")

    assert "blue stick" not in words(client.get(REMOVAL))
    assert remove(client, ed, "blue stick")["Location"] == HERE
    assert names(di) == ["blue stick"]


@pytest.mark.parametrize("path", [HERE, REMOVAL])
def test_both_pages_say_why_they_ask_for_the_number(di: Person, path: str) -> None:
    client = staff_visit(di)
    add(client, di)

    assert "so that nobody who finds this page open can lock you out" in words(client.get(path))
    assert "para que nadie que encuentre esta página abierta" in words(client.get(f"/es{path}"))


def test_without_javascript_a_sentence_says_what_is_missing(di: Person) -> None:
    assert "That takes JavaScript" in words(staff_visit(di).get(HERE))


def test_the_browser_may_use_passkeys_here_and_not_on_the_account(di: Person) -> None:
    client = staff_visit(di)

    assert "publickey-credentials-create=(self)" in client.get(HERE)["Permissions-Policy"]
    assert "publickey-credentials-create=()" in client.get("/account/")["Permissions-Policy"]
