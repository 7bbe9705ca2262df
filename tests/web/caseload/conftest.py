"""The cast of the staff's pages, and what Ada shares with Bo."""

from datetime import date

import pytest

from offramp.documents.models import Document
from offramp.pairing.models import Pairing
from tests.cast import Person, paired
from tests.documents.papers import shared_note
from tests.web.caseload.desks import OLD
from tests.web.staff_cast import ada, at_caseload, bo, cy, di, ed, organizers, today

__all__ = ["ada", "at_caseload", "bo", "cy", "di", "ed", "organizers", "today"]


@pytest.fixture
def pairing(ada: Person, bo: Person, di: Person, today: date) -> Pairing:
    return paired(ada, bo, di, today=today)


@pytest.fixture
def note(ada: Person, pairing: Pairing) -> Document:
    return shared_note(ada, pairing, OLD, "I speak Spanish.")
