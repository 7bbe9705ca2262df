"""The cast, ready to act: two organizers with access, two advisers, one seeker."""

import pytest

from tests.cast import Person, a_seeker, an_adviser, two_organizers


@pytest.fixture
def organizers(db: None) -> tuple[Person, Person]:
    return two_organizers()


@pytest.fixture
def di(organizers: tuple[Person, Person]) -> Person:
    return organizers[0]


@pytest.fixture
def ed(organizers: tuple[Person, Person]) -> Person:
    return organizers[1]


@pytest.fixture
def bo(organizers: tuple[Person, Person]) -> Person:
    return an_adviser("Bo")


@pytest.fixture
def cy(organizers: tuple[Person, Person]) -> Person:
    return an_adviser("Cy")


@pytest.fixture
def ada(organizers: tuple[Person, Person]) -> Person:
    return a_seeker("I am drowning in this place.")
