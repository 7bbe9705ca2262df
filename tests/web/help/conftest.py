"""Intake is open."""

import pytest

from tests.cast import Person, two_organizers


@pytest.fixture
def di(db: None) -> Person:
    return two_organizers()[0]
