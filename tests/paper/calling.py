"""How a test calls the command line: what a fixture of `conftest.py` gives it."""

from typing import Protocol


class Call(Protocol):
    """With these words; how it ended, and what it said on standard error."""

    def __call__(self, *words: object) -> tuple[int, str]: ...
