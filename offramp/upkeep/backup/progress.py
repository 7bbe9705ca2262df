"""A line that tells a person how far long work has come; nothing where nobody watches."""

import sys
from types import TracebackType
from typing import Self

EVERY = 5_000  # steps


class Progress:
    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._steps = 0
        self._is_shown = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def step(self) -> None:
        self._steps += 1
        if self._is_shown and self._steps % EVERY == 0:
            print(f"\r{self._doing}: {self._steps:,} rows", end="", file=sys.stderr, flush=True)

    def __exit__(self, kind: type[BaseException] | None, *_: BaseException | TracebackType | None) -> None:
        if self._is_shown and self._steps >= EVERY:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)  # the result takes its place
