"""From a letter to a request: which letter it was is sealed with it, and stands in no address and no log."""

import logging
import re
import time

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from offramp.pairing import cards
from offramp.pairing.models import Request
from offramp.people.keyholders import FrontDesk
from offramp.web import drafts
from tests.cast import Person
from tests.letters.letters import a_public_letter
from tests.web.signing_in import TOKEN, seeker_visit, staff_visit
from tests.web.signing_in import send as sent
from tests.web.visitors import from_elsewhere, from_our_page, visitor

pytestmark = pytest.mark.usefixtures("di_and_ed")
TICK = re.compile(r'name="letter" value="([^"]*)" checked')


def form_from(client: Client, slug: str) -> str:
    """What somebody sees who presses the button below a letter."""
    page = client.get(f"/letters/{slug}/").content.decode()
    action, field = re.findall(r'action="(/help/[^"]*)".*?name="letter" value="([^"]*)"', page, re.DOTALL)[0]
    assert (action, field) == ("/help/letter/", slug)
    return str(client.post(action, {"letter": field}).content.decode())


def send(client: Client, page: str, **more: str) -> None:
    fields = {"text": "I read your letter.", "nickname": "Quiet Maple"} | more
    fields["csrfmiddlewaretoken"] = TOKEN.findall(page)[0]
    fields["draft"] = drafts.issue(at=time.time() - 60)
    assert client.post("/help/", fields)["Location"] == "/code/"


def opened_by(di: Person) -> str:
    client, path = staff_visit(di), f"/front-desk/requests/{Request.objects.get().uuid}/"
    sent(client, f"{path}reading/", form_at="/front-desk/")
    return str(client.get(path).content.decode())


def card(di: Person) -> cards.Asked:
    return cards.read(card=Request.objects.get().card, by=FrontDesk.opened_by(di.keyholder))


def test_the_organizer_sees_which_letter_somebody_came_from(di: Person) -> None:
    a_public_letter("the-letter", title="To you")
    client = from_our_page()
    page = form_from(client, "the-letter")
    assert "Say on my card that I read “To you”" in page

    send(client, page, letter=TICK.findall(page)[0])

    assert card(di).letter == "the-letter"
    opened = opened_by(di)
    assert '<dt>Came from the letter</dt><dd dir="auto">To you</dd>' in opened


def test_the_letter_is_nowhere_in_clear(di: Person) -> None:
    a_public_letter("a-telling-name")
    client = from_our_page()
    before = stored().count(b"a-telling-name")

    page = form_from(client, "a-telling-name")
    send(client, page, letter="a-telling-name")

    assert stored().count(b"a-telling-name") == before


def stored() -> bytes:
    """Every value of every row, open visits included."""
    rows = [row for model in apps.get_models() for row in model._default_manager.values_list()]
    return b"\n".join(
        bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
        for row in rows
        for value in row
    )


def test_whoever_takes_the_tick_away_tells_nothing(di: Person) -> None:
    a_public_letter()
    client = from_our_page()

    send(client, form_from(client, "a-letter"))

    assert card(di).letter == ""


@pytest.mark.parametrize("letter", ["nothing", "<b>", "x" * 5000, "a-draft", ""])
def test_what_is_no_public_letter_is_not_taken_along(di: Person, letter: str) -> None:
    client = from_our_page()
    page = client.post("/help/letter/", {"letter": letter}).content.decode()
    assert TICK.findall(page) == []

    send(client, page, letter=letter)

    assert card(di).letter == ""


@pytest.mark.parametrize("named", ["a\x00b", "A letter", "a" * 5000, "2026"])
@pytest.mark.parametrize("path", ["/help/letter/", "/help/"])
def test_what_is_no_name_of_a_letter_is_not_looked_for(path: str, named: str) -> None:
    """PostgreSQL refuses to look for a NUL."""
    client = from_our_page()
    form = {"letter": named, "text": "I read it.", "csrfmiddlewaretoken": token(client)}

    with CaptureQueriesContext(connection) as asked:
        page = client.post(path, form).content.decode()

    assert 'id="text"' in page
    assert [query["sql"] for query in asked if '"letters_' in query["sql"]] == []


def token(client: Client) -> str:
    return str(TOKEN.findall(client.get("/help/").content.decode())[0])


def test_a_form_that_comes_back_still_says_which_letter(di: Person) -> None:
    a_public_letter()
    client = from_our_page()
    page = form_from(client, "a-letter")

    again = client.post(
        "/help/", {"csrfmiddlewaretoken": TOKEN.findall(page)[0], "text": "", "letter": "a-letter"}
    )

    assert TICK.findall(again.content.decode()) == ["a-letter"]


def test_a_letter_that_is_gone_meanwhile_is_called_by_its_address(di: Person) -> None:
    letter = a_public_letter("gone")
    client = from_our_page()
    send(client, form_from(client, "gone"), letter="gone")
    letter.delete()

    assert '<dd dir="auto">gone</dd>' in opened_by(di)


def test_neither_address_nor_log_says_which(caplog: pytest.LogCaptureFixture) -> None:
    a_public_letter("a-telling-name")
    caplog.set_level(logging.DEBUG)
    client = from_our_page()

    page = form_from(client, "a-telling-name")

    assert re.findall(r'(?:href|action)="([^"]*a-telling-name[^"]*)"', page) == []
    assert "a-telling-name" not in caplog.text


def test_opening_the_form_changes_nothing_and_another_site_cannot_send_it(di: Person) -> None:
    a_public_letter()

    answer = from_elsewhere().post("/help/letter/", {"letter": "a-letter"})

    assert answer.status_code == 200
    assert not Request.objects.exists()
    assert visitor().get("/help/letter/")["Location"] == "/help/"


def test_a_seeker_who_is_signed_in_goes_to_their_place(ada: Person) -> None:
    a_public_letter()

    assert seeker_visit(ada).post("/help/letter/", {"letter": "a-letter"})["Location"] == "/place/"
