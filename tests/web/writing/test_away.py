"""A visit that ends while somebody writes a letter costs them nothing of it, and nobody else theirs."""

import html
import re

from django.test import Client

from tests.cast import Person
from tests.letters.letters import a_letter, say
from tests.web.signing_in import Fields, next_number, send, staff_visit, words
from tests.web.writing.test_writing import FIELD, TYPED, at, fields

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


def sent_after_the_visit(di: Person, path: str, typed: Fields) -> Client:
    """Somebody sends a form whose visit is over, and comes in again by the page that answers."""
    client = staff_visit(di)
    page = words(client.get(path))
    send(client, "/sign-out/", form_at="/writing/")
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[0]
    answer = client.post(path, typed | {"csrfmiddlewaretoken": token})
    assert answer.status_code == 409
    assert "Your text is still here." in words(answer)
    kept = {name: html.unescape(value) for name, value in HIDDEN.findall(words(answer))}
    again = client.post("/staff/", kept | {"code": str(di.code), "number": "no"})
    assert again.status_code == 400
    kept = {name: html.unescape(value) for name, value in HIDDEN.findall(words(again))}
    coming_in = kept | {"code": str(di.code), "number": next_number(di)}
    assert client.post("/staff/", coming_in)["Location"] == path
    return client


def test_all_that_was_typed_after_the_visit_ended_is_shown_again(di: Person) -> None:
    letter, lines = a_letter(), "# Long\n\n" + "\n".join(f"Line {number}" for number in range(2200))
    typed = fields(lines.replace("\n", "\r\n"), summary="In short.", author="Nan")

    page = words(sent_after_the_visit(di, at(letter), typed).get(at(letter)))

    assert FIELD.findall(page.replace("\r\n", "\n")) == [lines]
    assert "In short.</textarea>" in page
    assert 'value="Nan"' in page


def test_a_new_letter_typed_after_the_visit_ended_keeps_its_language_and_address(di: Person) -> None:
    typed = fields(language="es", address="my-address", summary="In short.")

    page = words(sent_after_the_visit(di, "/writing/new/", typed).get("/writing/new/"))

    assert FIELD.findall(page) == [TYPED]
    assert '<option value="es" selected>' in page
    assert 'value="my-address"' in page


def test_nobody_writes_over_what_was_saved_while_they_were_away(di: Person) -> None:
    letter = a_letter()
    client = sent_after_the_visit(di, at(letter), fields(base=1))
    say(letter, "en", title="Ed's", body="Ed was quicker.")

    page = words(client.get(at(letter)))
    base = re.findall(r'name="field-base" value="(\d+)"', page)
    answer = send(client, at(letter), fields(base=base[0]))

    assert (base, answer.status_code) == (["1"], 409)
    assert letter.texts.get().title == "Ed's"
