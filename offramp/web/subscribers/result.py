"""What became of a list: how many came in, which lines did not, and how far it was read."""

import time
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from io import BytesIO
from itertools import accumulate
from typing import Any, BinaryIO
from uuid import UUID

from offramp.subscribers import files, lists
from offramp.subscribers.files import Line
from offramp.subscribers.lists import Brought
from offramp.web.subscribers.troubles import in_words

LONGEST = 20_000  # characters of lines that a form sends
SHOWN = 20  # bad lines with why; all that fit come back in the box
AT_MOST = 5.0  # seconds, in which more than ten thousand lines come in


@dataclass(frozen=True)
class Result:
    brought: Brought
    heading: str
    is_cut: bool  # there is more of it than the time was enough for

    @property
    def bad(self) -> list[tuple[Line, str]]:
        return [(line, in_words(line)) for line in self.brought.bad[:SHOWN]]

    @property
    def more_to_mend(self) -> int:
        """Beyond those that are shown."""
        return max(0, len(self._fitting) - SHOWN)

    @property
    def left_out(self) -> int:
        """For whose lines there is no room in the box."""
        return len(self.brought.bad) - len(self._fitting)

    @property
    def to_mend(self) -> str:
        """The bad lines as they can be sent again, below the line that says what their columns are."""
        return "\n".join([*filter(None, [self.heading]), *self._fitting]) if self._fitting else ""

    @cached_property
    def _fitting(self) -> list[str]:
        """Whole lines only."""
        said = [line.said for line in self.brought.bad]
        ends = accumulate(len(f"{one}\n") for one in [self.heading, *said])
        return said[: sum(end <= LONGEST for end in ends) - 1]


def bring(said: dict[str, Any], *, by: UUID, on: date) -> Result:
    """Bring in a file, or lines that were pasted. Raises NotAList."""
    until = time.monotonic() + AT_MOST
    file: BinaryIO = said["file"] or BytesIO(said["text"].encode())
    lines = files.lines(file, on=on, after=said["after"] or 0)
    brought, is_cut = Brought(), False
    for more in lists.bring_in(lines, language=said["language"], rhythm=said["rhythm"], by=by, on=on):
        brought += more
        if time.monotonic() > until:
            is_cut = next(lines, None) is not None
            break
    return Result(brought, files.heading(file), is_cut)
