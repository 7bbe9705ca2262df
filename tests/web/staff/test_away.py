"""A text that arrived after the visit had ended: kept over the sign-in, never sent by itself."""

import re

import pytest
from django.test import Client

from tests.cast import Person, an_adviser
from tests.web.signing_in import Answer, next_number, send, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def away(di_and_ed: tuple[Person, Person]) -> Client:
    """Somebody whose visit ended while they wrote; what they sent met the door."""
    return from_our_page()


def sent_too_late(client: Client) -> Answer:
    client.get("/staff/")
    token = re.findall(r'csrfmiddlewaretoken" value="([^"]+)', words(client.get("/staff/")))[0]
    return client.post("/account/profile/", {"csrfmiddlewaretoken": token, "text": "My <own> words"})


def test_the_page_keeps_it_beside_the_form(away: Client) -> None:
    answer = sent_too_late(away)

    assert answer.status_code == 409
    assert "You were away. Your text is still here." in words(answer)
    assert "My &lt;own&gt; words</textarea>" in words(answer)
    assert 'action="/staff/"' in words(answer)


def test_a_mistake_at_the_door_keeps_it_too(away: Client) -> None:
    bo = an_adviser("Bo")
    sent_too_late(away)

    answer = enter(away, bo, "no", text="My <own> words", path="/account/profile/")

    assert answer.status_code == 400
    assert "My &lt;own&gt; words</textarea>" in words(answer)
    assert 'name="path" value="/account/profile/"' in words(answer)


def test_signed_in_it_stands_where_it_was_written_not_sent(away: Client) -> None:
    bo = an_adviser("Bo")

    answer = enter(away, bo, next_number(bo), text="My <own> words", path="/account/profile/")
    page = words(away.get(answer["Location"]))

    assert answer["Location"] == "/account/profile/"
    assert "Your text is still here, not sent yet." in page
    assert "My &lt;own&gt; words</textarea>" in page
    assert "My &lt;own&gt; words" not in words(away.get("/account/profile/"))


@pytest.mark.parametrize("path", ["https://elsewhere.example/", "//elsewhere.example", "/nowhere/", ""])
def test_it_leads_nowhere_but_to_a_page_of_ours(away: Client, path: str) -> None:
    bo = an_adviser("Bo")

    assert enter(away, bo, next_number(bo), text="words", path=path)["Location"] == "/staff/"


def enter(client: Client, person: Person, number: str, **fields: str) -> Answer:
    return send(client, "/staff/", {"code": str(person.code), "number": number, **fields})
