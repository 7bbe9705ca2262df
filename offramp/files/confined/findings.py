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
        """Return one frame each, as many as an answer may have: of every trace something, then more."""
        ranked: dict[Trace, int] = {}
        told = []
        for (trace, found), times in self._times.items():
            ranked[trace] = ranked.get(trace, 0) + 1
            told.append((ranked[trace], f"{trace.value}\0{times}\0{found}".encode()))
        told.sort(key=lambda each: each[0])
        return b"".join(frames.frame(frames.Tag.REMOVAL, said) for _, said in told[: limits.MOST_REMOVALS])
