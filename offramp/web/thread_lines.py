"""A conversation as somebody who takes part sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from offramp.people.models.sealed_file import Filed
from offramp.threads.actions import Said


@dataclass(frozen=True)
class Line:
    who: str
    day: date
    is_mine: bool
    text: str = field(repr=False)
    files: tuple[Filed, ...] = field(repr=False, default=())


def thread_lines(said: list[Said], *, mine: str, names: Mapping[str, str]) -> list[Line]:
    """`mine` is the reader's side; `names` says what each side is called."""
    return [Line(names[one.author], one.day, one.author == mine, one.text) for one in said]
