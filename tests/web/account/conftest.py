"""The two organizers every staff begins with."""

import pytest

from tests.cast import Person, two_organizers


@pytest.fixture
def di_and_ed(db: None) -> tuple[Person, Person]:
    return two_organizers()


@pytest.fixture
def di(di_and_ed: tuple[Person, Person]) -> Person:
    return di_and_ed[0]


@pytest.fixture
def ed(di_and_ed: tuple[Person, Person]) -> Person:
    return di_and_ed[1]
