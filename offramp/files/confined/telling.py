"""What the child tells of a text: its runs, as many as an answer may have, framed for the parent."""

from dataclasses import dataclass, field, replace

from offramp.files import limits
from offramp.files.confined.invisible import shown
from offramp.files.frames import Tag, frame
from offramp.files.kinds import Kind
from offramp.files.runs import Run


@dataclass
class Telling:
    """Runs of one file."""

    kind: Kind
    runs: list[Run] = field(default_factory=list)
    is_shortened: bool = False
    _room: int = limits.LONGEST_TEXT

    def add(self, run: Run) -> None:
        """Add a run; a text beyond the limit ends early, and that is said."""
        text = shown(run.text).replace("\n", " ")
        for start in range(0, max(1, len(text)), limits.LONGEST_RUN):
            self._add(replace(run, text=text[start : start + limits.LONGEST_RUN]))

    def _add(self, run: Run) -> None:
        if len(self.runs) >= limits.MOST_RUNS or len(run.text) > self._room:
            self.is_shortened = True
            return
        self._room -= len(run.text)
        self.runs.append(run)

    def frames(self) -> bytes:
        """Return a frame for the kind and for each run."""
        framed = [frame(Tag.KIND, self.kind.value.encode())]
        framed += [frame(Tag.RUN, run.packed()) for run in self.runs]
        return b"".join([*framed, *([frame(Tag.SHORTENED)] if self.is_shortened else [])])
