"""The cast as the staff's pages need it: of today, since pages ask the clock."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from offramp.advisers.actions import About
from offramp.pairing.cards import Asked
from tests.cast import Person, a_seeker, an_adviser, two_organizers
from tests.web.signing_in import staff_visit


@pytest.fixture
def today() -> date:
    return timezone.now().date()


@pytest.fixture
def organizers(db: None, today: date) -> tuple[Person, Person]:
    return two_organizers(today=today)


@pytest.fixture
def di(organizers: tuple[Person, Person]) -> Person:
    return organizers[0]


@pytest.fixture
def ed(organizers: tuple[Person, Person]) -> Person:
    return organizers[1]


@pytest.fixture
def bo(organizers: tuple[Person, Person], today: date) -> Person:
    return an_adviser("Bo", about=About(languages=("english",), skills=("resumes",)), today=today)


@pytest.fixture
def cy(organizers: tuple[Person, Person], today: date) -> Person:
    """An adviser with nobody."""
    return an_adviser("Cy", about=About(languages=("english",)), today=today)


@pytest.fixture
def ada(organizers: tuple[Person, Person], today: date) -> Person:
    asked = Asked(day=today, nickname="Quiet Maple", work="analyst", help=("resume",), region="northeast")
    return a_seeker("I am drowning in this place.", asked=asked, today=today)


@pytest.fixture
def at_desk(di: Person) -> Client:
    """Di's browser."""
    return staff_visit(di)


@pytest.fixture
def at_caseload(bo: Person) -> Client:
    """Bo's browser."""
    return staff_visit(bo)
