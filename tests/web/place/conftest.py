"""Who meets in a seeker's place."""

import pytest

from offramp.pairing.cards import Asked
from offramp.pairing.models import Pairing
from tests.cast import TODAY, Person, a_seeker, an_adviser, paired
from tests.web.place.members import WRITES_ENGLISH


@pytest.fixture
def bo(di: Person) -> Person:
    return an_adviser("Bo", about=WRITES_ENGLISH)


@pytest.fixture
def ada(di: Person) -> Person:
    asked = Asked(day=TODAY, nickname="Quiet Maple", languages=("english",), region="northeast")
    return a_seeker("I want to leave.", asked=asked)


@pytest.fixture
def pair(ada: Person, bo: Person, di: Person) -> Pairing:
    return paired(ada, bo, di)
