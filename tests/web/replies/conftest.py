"""Each test begins with nothing taken of anybody's pace."""

import pytest

from offramp.web import limits


@pytest.fixture(autouse=True)
def fresh_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BUCKETS", limits.Buckets())
