"""Di and Ed organize with access, Fay too when a third is needed; Bo advises."""

import pytest

from offramp.people import front_desk
from tests.cast import TODAY, Person, an_adviser, an_organizer, two_organizers


@pytest.fixture
def di_and_ed(db: None) -> tuple[Person, Person]:
    return two_organizers()


@pytest.fixture
def di(di_and_ed: tuple[Person, Person]) -> Person:
    return di_and_ed[0]


@pytest.fixture
def ed(di_and_ed: tuple[Person, Person]) -> Person:
    return di_and_ed[1]


@pytest.fixture
def fay(di: Person) -> Person:
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    return fay


@pytest.fixture
def bo(di: Person) -> Person:
    return an_adviser("Bo")
