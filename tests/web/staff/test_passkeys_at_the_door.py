"""A passkey at the staff's door: any of this place, for a question we asked just now, once."""

import html
import json
import re
from base64 import urlsafe_b64decode

import pytest
from django.test import Client

from offramp.people import passkeys, second_factor
from offramp.web.staff import questions
from tests.cast import TODAY, Person
from tests.people.authenticator import Authenticator
from tests.web.signing_in import Answer, send, words
from tests.web.visitors import ORIGIN, from_our_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def stick(di: Person) -> Authenticator:
    stick = Authenticator()
    answer = stick.register(challenge=b"0" * 32, origin=ORIGIN)
    passkey = passkeys.registered(answer=answer, challenge=b"0" * 32, origin=ORIGIN, name="stick")
    second_factor.add_passkey(by=di.keyholder, passkey=passkey, on=TODAY)
    return stick


def test_it_opens_instead_of_the_number(di: Person, stick: Authenticator) -> None:
    client = from_our_page()

    assert enter(client, di, stick, question(client))["Location"] == "/staff/"


def test_the_question_names_no_account(stick: Authenticator) -> None:
    page = words(from_our_page().get("/staff/"))
    options = json.loads(html.unescape(page.split('data-options="')[1].split('"')[0]))

    assert options["allowCredentials"] == []
    assert options["rpId"] == "testserver"


def test_an_answer_sent_again_is_refused_like_a_wrong_number(di: Person, stick: Authenticator) -> None:
    client = from_our_page()
    token = question(client)
    answer = signed(stick, token)
    sent = {"code": str(di.code), "answer": answer, "question": token}
    assert send(client, "/staff/", sent).status_code == 302

    again = send(from_our_page(), "/staff/", sent)

    assert again.status_code == 400
    assert "do not belong together here" in words(again)


@pytest.mark.parametrize("token", ["", "forged", "00.1:forged"])
def test_a_question_of_ours_has_to_come_with_it(di: Person, stick: Authenticator, token: str) -> None:
    client = from_our_page()
    answer = signed(stick, question(client))

    refused = send(client, "/staff/", {"code": str(di.code), "answer": answer, "question": token})

    assert "The page had been open for a long time." in words(refused)


def test_a_question_is_old_after_ten_minutes() -> None:
    asked = questions.ask(at=1000)
    assert questions.read(asked.token, at=1000 + 600).challenge == asked.challenge

    with pytest.raises(questions.TooOld):
        questions.read(asked.token, at=1000 + 601)


def test_the_browser_may_use_passkeys_here() -> None:
    policy = from_our_page().get("/staff/")["Permissions-Policy"]

    assert "publickey-credentials-get=(self)" in policy


def enter(client: Client, person: Person, stick: Authenticator, token: str) -> Answer:
    sent = {"code": str(person.code), "answer": signed(stick, token), "question": token}
    return send(client, "/staff/", sent)


def signed(stick: Authenticator, token: str) -> str:
    return stick.sign(challenge=questions.read(token).challenge, origin=ORIGIN)


def question(client: Client) -> str:
    page = words(client.get("/staff/"))
    options = json.loads(html.unescape(page.split('data-options="')[1].split('"')[0]))
    token = str(re.findall(r'name="question" value="([^"]+)', page)[0])
    assert urlsafe_b64decode(options["challenge"] + "=") == questions.read(token).challenge
    return token
