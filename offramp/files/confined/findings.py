"""What a parser finds and takes out, gathered for the owner of the file."""

from offramp.files import frames, limits
from offramp.files.confined.invisible import shown
from offramp.files.removals import Trace


class Findings:
    """Counts each trace with what it said."""

    def __init__(self) -> None:
        self._times: dict[tuple[Trace, str], int] = {}

    def add(self, trace: Trace, found: object = "", *, times: int = 1) -> None:
        """Note that a trace was there, and what it said if that may be shown."""
        if times:
            words = " ".join(shown(str(found)).split())[: limits.LONGEST_FOUND]
            self._times[trace, words] = self._times.get((trace, words), 0) + times

    def frames(self) -> bytes:
        """Return one frame each, as many as an answer may have."""
        return b"".join(
            frames.frame(frames.Tag.REMOVAL, f"{trace.value}\0{times}\0{found}".encode())
            for (trace, found), times in list(self._times.items())[: limits.MOST_REMOVALS]
        )
