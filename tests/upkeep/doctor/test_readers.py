"""`offramp doctor`: whether files can be taken on this machine."""

import pytest

from offramp.files import confinement
from offramp.upkeep.doctor.inside import readers
from tests.upkeep.doctor.findings import ADVICE, GOOD, the_one


def test_a_reader_that_is_shut_away_is_well() -> None:
    assert the_one(readers.confined(confinement.why_not)).level == GOOD


def test_a_missing_bubblewrap_is_found_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    finding = the_one(readers.confined(confinement.why_not))

    assert (finding.level, "bubblewrap is missing" in finding.what) == (ADVICE, True)
    assert finding.mend.startswith("$ apt-get install bubblewrap\n")
