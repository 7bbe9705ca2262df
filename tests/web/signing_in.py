"""Coming in as a person does: through the real pages, with the form's token, and a typed code."""

import re
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from tests.cast import Person
from tests.web.visitors import from_our_page

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
Fields = dict[str, Any]
Answer = Any  # the test client patches what it returns, beyond what its stubs can say


def send(client: Client, path: str, fields: Fields | None = None, *, form_at: str = "") -> Answer:
    """Open the page a form stands on, and send the form with the token found there."""
    page = client.get(form_at or path).content.decode()
    return client.post(path, {"csrfmiddlewaretoken": TOKEN.findall(page)[0], **(fields or {})})


def seeker_visit(seeker: Person) -> Client:
    """A browser in which a seeker typed their code."""
    client = from_our_page()
    answer = send(client, "/return/", {"code": str(seeker.code)})
    assert (answer.status_code, answer["Location"]) == (302, "/place/")
    return client


def words(answer: Answer) -> str:
    return str(answer.content.decode())


def staff_visit(person: Person) -> Client:
    """A browser in which somebody on the staff typed their code and the number of their app."""
    client = from_our_page()
    answer = send(client, "/staff/", {"code": str(person.code), "number": next_number(person)})
    assert (answer.status_code, answer["Location"]) == (302, "/staff/")
    return client


def next_number(person: Person) -> str:
    """A number is good once, and the next one half a minute early: so somebody comes in twice a test."""
    at = timezone.now() + person.numbers_used * timedelta(seconds=30)
    person.numbers_used += 1
    return person.number(at=at)
