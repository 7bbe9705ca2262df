"""What a visit leaves behind in the database, for whoever demands or steals it."""

import pytest
from django.apps import apps
from django.db import models

from offramp.people.models import Session
from tests.cast import Person, a_seeker, an_adviser, paired, two_organizers
from tests.web.scene import everything_stored
from tests.web.signing_in import seeker_visit

# Where a column is finer than a day, and why it may be.
FINER_THAN_A_DAY = {
    ("people.Session", "idle_until"),
    ("people.Session", "ends_at"),
    ("letters.Publication", "at"),  # everybody reads it above the letter
    ("replies.Reply", "at"),  # and below it
    ("notices.Outgoing", "not_before"),  # gone as soon as the mail is
    ("subscribers.Delivery", "not_before"),
}


@pytest.fixture
def ada(db: None) -> Person:
    di, _ed = two_organizers()
    ada = a_seeker("I want to leave.")
    paired(ada, an_adviser("Bo"), di)
    return ada


def test_no_record_of_when_a_seeker_came_is_kept(ada: Person) -> None:
    seeker_visit(ada)  # moves the burning day to its half month
    before = everything_stored()

    visit = seeker_visit(ada)
    visit.get("/place/")

    assert everything_stored() == before


def test_nothing_is_left_of_a_visit_once_it_ended(ada: Person) -> None:
    visit = seeker_visit(ada)
    assert Session.objects.count() == 1

    visit.post("/leave/")

    assert not Session.objects.exists()


def test_only_open_visits_and_what_is_public_are_timed_finer_than_by_days() -> None:
    timed = {
        (model._meta.label, field.name)
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.DateTimeField | models.TimeField)
    }

    assert timed == FINER_THAN_A_DAY


def test_no_column_holds_an_address_of_the_network() -> None:
    addresses = [
        field
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.GenericIPAddressField)
    ]

    assert addresses == []
