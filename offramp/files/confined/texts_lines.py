"""The lines of a plain text."""

from offramp.files.confined import texts
from offramp.files.confined.findings import Findings
from offramp.files.confined.telling import Telling
from offramp.files.kinds import Kind
from offramp.files.runs import Run


def lines(content: bytes) -> Telling:
    """Return a run for each line. Raises NotRecognised, Encrypted."""
    told = Telling(Kind.TEXT)
    for number, line in enumerate(texts.decoded(content, Findings()).split("\n")):
        told.add(Run(line, line=number))
    return told
