"""Bo advises Ada."""

import pytest

from offramp.pairing.models import Pairing
from tests.cast import Person, paired


@pytest.fixture
def pairing(ada: Person, bo: Person, di: Person) -> Pairing:
    return paired(ada, bo, di)
