"""A clock that stands until it is moved."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone


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
