"""A clock that stands until it is moved, and the two organizers every staff begins with."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.cast import Person, two_organizers


class Clock:
    """Stands in for the one outside."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **passed: int) -> None:
        self.moment += timedelta(**passed)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock)
    return clock


@pytest.fixture
def di_and_ed(db: None) -> tuple[Person, Person]:
    return two_organizers()


@pytest.fixture
def di(di_and_ed: tuple[Person, Person]) -> Person:
    return di_and_ed[0]


@pytest.fixture
def ed(di_and_ed: tuple[Person, Person]) -> Person:
    return di_and_ed[1]
