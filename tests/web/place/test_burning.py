"""Burning: everything of one seeker is gone, and the page says what is true for the engine."""

import pytest
from django.db import connection

from offramp.pairing.models import Request
from offramp.people.models import Envelope, Member, Role, Session
from offramp.people.storage import forgets_at_once
from tests.cast import Person, a_seeker
from tests.web.place.members import texts_of
from tests.web.signing_in import seeker_visit, send, words
from tests.web.visitors import from_our_page

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = "Gone from our system now."
TONIGHT = "Its traces in the files of our database are overwritten tonight."


def test_the_page_says_before_what_will_be_true(ada: Person) -> None:
    page = words(seeker_visit(ada).get("/place/burning/"))

    assert ("It is gone from our system at once." in page) == (connection.vendor == "sqlite")
    assert (TONIGHT in page) == (connection.vendor == "postgresql")
    assert "at the latest in 7 days. So destroy your card." in page


def test_everything_is_gone_and_the_browser_forgets(ada: Person) -> None:
    answer = send(seeker_visit(ada), "/place/burning/", {"sure": "yes"})

    assert answer.status_code == 200
    assert (AT_ONCE if forgets_at_once() else TONIGHT) in words(answer)
    assert "Destroy your card." in words(answer)
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not Request.objects.exists()
    assert not Member.objects.filter(role=Role.SEEKER).exists()
    assert not Envelope.objects.exclude(kind="front-desk-seed").exclude(kind="second-factor").exists()
    assert not Session.objects.exists()


def test_the_code_opens_nothing_afterwards(ada: Person) -> None:
    send(seeker_visit(ada), "/place/burning/", {"sure": "yes"})

    assert "open nothing here" in words(send(from_our_page(), "/return/", {"code": str(ada.code)}))


def test_other_devices_are_signed_out(ada: Person) -> None:
    elsewhere = seeker_visit(ada)

    send(seeker_visit(ada), "/place/burning/", {"sure": "yes"})

    assert elsewhere.get("/place/")["Location"] == "/return/"


def test_without_the_tick_nothing_burns(ada: Person) -> None:
    page = words(send(seeker_visit(ada), "/place/burning/"))

    assert "Please tick the box if you are sure." in page
    assert texts_of(ada) == ["I want to leave."]


def test_a_stranger_burns_only_their_own(ada: Person) -> None:
    send(seeker_visit(a_seeker("Mine.")), "/place/burning/", {"sure": "yes"})

    assert texts_of(ada) == ["I want to leave."]
