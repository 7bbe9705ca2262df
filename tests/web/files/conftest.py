"""Bo advises Ada; fast limits are fresh, and every file is one that its owner gave a private name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from offramp.pairing.models import Pairing
from offramp.web import pace
from tests.cast import Person, paired
from tests.web.signing_in import seeker_visit
from tests.web.staff_cast import ada, at_caseload, bo, cy, di, ed, organizers, today

__all__ = ["ada", "at_caseload", "bo", "cy", "di", "ed", "organizers", "today"]


@pytest.fixture(autouse=True)
def rested() -> Iterator[None]:
    """Nobody has sent anything yet."""
    pace.BUCKETS.levels.clear()
    yield
    pace.BUCKETS.levels.clear()


@pytest.fixture
def pairing(ada: Person, bo: Person, di: Person, today: date) -> Pairing:
    return paired(ada, bo, di, today=today)


@dataclass(frozen=True)
class Scene:
    """Ada and Bo, who are paired, Cy, and who pairs them."""

    ada: Person
    bo: Person
    cy: Person
    di: Person
    pairing: Pairing


@pytest.fixture
def scene(ada: Person, bo: Person, cy: Person, di: Person, pairing: Pairing) -> Scene:
    return Scene(ada, bo, cy, di, pairing)


@pytest.fixture
def at_home(ada: Person) -> Client:
    """Ada's browser."""
    return seeker_visit(ada)
