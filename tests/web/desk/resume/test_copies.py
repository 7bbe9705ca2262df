"""A copy for one posting: begun with a tag, and asked about each change of the main résumé."""

import re

import pytest
from django.test import Client

from offramp.documents.models import Document
from offramp.documents.places import Place
from offramp.web.desk.resume import names
from tests.cast import Person
from tests.web.desk.resume.papers import a_bullet, a_job, a_resume, bullets, content_of, save
from tests.web.signing_in import seeker_visit, send, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def visit(ada: Person) -> Client:
    return seeker_visit(ada)


@pytest.fixture
def main(ada: Person) -> Document:
    nights = a_bullet("b2", "Watched gates.", tags=["nights"])
    return a_resume(ada, work=[a_job("w1", position="Lead", highlights=[a_bullet("b1", "Led 12."), nights])])


@pytest.fixture
def copy(visit: Client, main: Document) -> Document:
    form = {"field-title": "For Acme", "field-tag": "Office"}
    send(visit, f"/place/desk/{main.pk}/copies/", form)
    return Document.objects.exclude(pk=main.pk).get()


def say(owner: Person, resume: Document, text: str) -> None:
    content = content_of(owner, resume)
    content["work"][0]["highlights"][0]["text"] = text
    save(owner, resume, content)


def decide(visit: Client, copy: Document, decision: str) -> str:
    at = f"/place/desk/{copy.pk}/offers/"
    key = re.findall(r'name="key" value="([^"]+)"', words(visit.get(at)))[0]
    return str(send(visit, f"{at}{decision}/", {"key": key}, form_at=at)["Location"])


def test_it_takes_what_its_tag_asks_for_and_is_listed_with_the_main_one(
    ada: Person, visit: Client, main: Document, copy: Document
) -> None:
    assert bullets(ada, copy) == [("b1", "Led 12.")]
    page = words(visit.get(f"/place/desk/{main.pk}/copies/"))
    assert f'<a href="/place/desk/{copy.pk}/"><bdi>For Acme</bdi></a><span class="hint">office</span>' in page


def test_an_offer_speaks_of_its_place_by_the_job_it_stands_in(
    ada: Person, visit: Client, main: Document, copy: Document
) -> None:
    content = content_of(ada, main)
    say(ada, main, "Led 14.")

    assert "<h3>Lead, bullet 1: other words</h3>" in words(visit.get(f"/place/desk/{copy.pk}/offers/"))

    second = a_job("w2", position="Lead", name="Harbor", highlights=[a_bullet("b1", "Led 3.")])
    save(ada, main, content | {"work": [*content["work"], second]})
    page = words(visit.get(f"/place/desk/{copy.pk}/offers/"))
    assert "“Lead, Harbor”: new" in page


def test_two_jobs_of_one_title_are_told_apart_by_their_employers() -> None:
    first, second, untitled = (
        a_job("w1", position="Lead", name="Port"),
        a_job("w2", position="Lead", name="Mill"),
        a_job("w3"),
    )
    content = {"work": [first, second, untitled]}

    heard = [names.within(Place("", "work/*/summary", number, ""), content) for number in (1, 2, 3)]

    assert heard == ["Lead, Port, summary", "Lead, Mill, summary", "work 3, summary"]


def test_a_change_waits_and_is_taken(ada: Person, visit: Client, main: Document, copy: Document) -> None:
    say(ada, main, "Led 14.")
    assert "1 change of the main résumé waits" in words(visit.get(f"/place/desk/{copy.pk}/"))
    assert bullets(ada, copy) == [("b1", "Led 12.")]

    assert decide(visit, copy, "acceptance").endswith("told=offer-taken")

    assert bullets(ada, copy) == [("b1", "Led 14.")]
    assert "Nothing waits." in words(visit.get(f"/place/desk/{copy.pk}/offers/"))


def test_own_words_stand_beside_the_change_and_stay_when_it_is_left_out(
    ada: Person, visit: Client, main: Document, copy: Document
) -> None:
    say(ada, copy, "Led a dozen.")
    say(ada, main, "Led 14.")
    page = words(visit.get(f"/place/desk/{copy.pk}/offers/"))
    assert "You say it in your own words here:" in page
    assert '<div class="said" dir="auto">Led a dozen.</div>' in page

    assert decide(visit, copy, "declining").endswith("told=offer-declined")

    assert bullets(ada, copy) == [("b1", "Led a dozen.")]
    assert "1 change" not in words(visit.get(f"/place/desk/{copy.pk}/"))


def test_a_made_up_key_changes_nothing(ada: Person, visit: Client, copy: Document) -> None:
    at = f"/place/desk/{copy.pk}/offers/"

    answer = send(visit, f"{at}acceptance/", {"key": "work/w1/position abc"}, form_at="/place/desk/new/")

    assert answer["Location"] == f"{at}?told=changed-meanwhile"
    assert bullets(ada, copy) == [("b1", "Led 12.")]
