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
from tests.web.signing_in import Answer, send, staff_visit, words
from tests.web.visitors import ORIGIN

pytestmark = pytest.mark.django_db

HERE = "/account/passkeys/"


def add(client: Client, *, name: str = "blue stick", origin: str = ORIGIN, **changed: str) -> Answer:
    page = words(client.get(HERE))
    options = json.loads(html.unescape(page.split('data-options="')[1].split('"')[0]))
    challenge = urlsafe_b64decode(options["challenge"] + "=")
    answer = Authenticator().register(challenge=challenge, origin=origin)
    question = re.findall(r'name="question" value="([^"]+)', page)[0]
    return send(client, HERE, {"name": name, "answer": answer, "question": question} | changed)


def names(person: Person) -> list[str]:
    return [passkey.name for passkey in second_factor.passkeys(by=person.keyholder)]


def test_one_is_added_and_listed(di: Person) -> None:
    client = staff_visit(di)

    assert add(client)["Location"] == HERE

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
        ({"answer": ""}, "That was not a passkey for this place."),
        ({"answer": "{}"}, "That was not a passkey for this place."),
        ({"question": "forged"}, "The page had been open for a long time."),
        ({"question": ""}, "The page had been open for a long time."),
        ({"origin": "https://elsewhere.example"}, "That was not a passkey for this place."),
    ],
)
def test_what_is_no_passkey_gets_a_sentence(di: Person, changed: dict[str, str], sentence: str) -> None:
    answer = add(staff_visit(di), **changed)

    assert answer.status_code == 400
    assert sentence in words(answer)
    assert names(di) == []


def test_two_of_one_name_get_a_sentence(di: Person) -> None:
    client = staff_visit(di)
    add(client)

    assert "You have a passkey of that name already." in words(add(client))


def test_one_is_removed_by_its_name(di: Person) -> None:
    client = staff_visit(di)
    add(client)
    add(client, name="<phone>")

    for name in ("blue stick", "blue stick", "never there"):
        answer = send(client, f"{HERE}removal/", {"name": name}, form_at=HERE)
        assert answer["Location"] == HERE

    assert names(di) == ["<phone>"]
    assert "&lt;phone&gt;" in words(client.get(HERE))


def test_without_javascript_a_sentence_says_what_is_missing(di: Person) -> None:
    assert "That takes JavaScript" in words(staff_visit(di).get(HERE))


def test_the_browser_may_use_passkeys_here_and_not_on_the_account(di: Person) -> None:
    client = staff_visit(di)

    assert "publickey-credentials-create=(self)" in client.get(HERE)["Permissions-Policy"]
    assert "publickey-credentials-create=()" in client.get("/account/")["Permissions-Policy"]
