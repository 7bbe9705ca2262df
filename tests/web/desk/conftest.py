"""Who meets at a desk."""

import pytest

from offramp.pairing.models import Pairing
from tests.cast import Person, a_seeker, an_adviser, paired


@pytest.fixture
def bo(di: Person) -> Person:
    return an_adviser("Bo")


@pytest.fixture
def ada(di: Person) -> Person:
    return a_seeker("I want to leave.")


@pytest.fixture
def gus(di: Person) -> Person:
    """Another seeker."""
    return a_seeker("So do I.")


@pytest.fixture
def pair(ada: Person, bo: Person, di: Person) -> Pairing:
    return paired(ada, bo, di)
