"""What the tests of papers share."""

import sys

import pytest

from offramp.paper import __main__ as command
from tests.paper.calling import Call


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command as a terminal would: how it ended, and what it said."""

    def call(*words: object) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["offramp.paper", *map(str, words)])
        try:
            status = command.main()
        except SystemExit as ended:
            status = int(ended.code or 0)
        return status, capsys.readouterr().err

    return call
