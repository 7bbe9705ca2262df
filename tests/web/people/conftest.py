"""Fay, when a third organizer is needed."""

import pytest

from offramp.people import front_desk
from tests.cast import TODAY, Person, an_organizer


@pytest.fixture
def fay(di: Person) -> Person:
    fay = an_organizer("Fay")
    front_desk.give_access(by=di.keyholder, to=fay.member, on=TODAY)
    return fay
