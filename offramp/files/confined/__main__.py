"""The child: hears one file on its standard input, and answers one question in frames on its output."""

import importlib
import sys
from types import ModuleType

from offramp.files import limits, outlines, questions
from offramp.files.confined import cell
from offramp.files.confined.findings import Findings
from offramp.files.frames import Tag, frame
from offramp.files.refusals import NotTaken, TooMuchInside

# The PDF standard lets its header stand anywhere in here.
_HEAD_OF_A_PDF = 1024


def main(question: str = questions.CLEAN, where: str = questions.CONFINED) -> None:
    """Read one file behind the lock. What nobody foresaw ends the child: the parent calls the file broken."""
    content = sys.stdin.buffer.read(limits.LARGEST_FILE + 1)
    # Before the lock, and only the one parser this question needs; it has not seen a byte yet.
    reader = _reader(content, question)
    if where == questions.UNCONFINED:
        cell.limit()
        _say(frame(Tag.LIMITED))
    else:
        cell.lock()
        _say(frame(Tag.CONFINED))
    if not content:
        return  # asked only whether the lock holds
    try:
        _say(_ANSWERS[question](reader, content) + frame(Tag.END))
    except NotTaken as refusal:
        _say(frame(Tag.REFUSED, type(refusal).__name__.encode()))
    except (MemoryError, RecursionError):
        _say(frame(Tag.REFUSED, TooMuchInside.__name__.encode()))


def _reader(content: bytes, question: str) -> ModuleType:
    if content.startswith((outlines.PNG_START, b"\xff\xd8\xff")):
        name = "pictures"
    elif content.startswith(b"PK"):
        name = "packages"
    elif b"%PDF-" in content[:_HEAD_OF_A_PDF]:
        name = "pdf"
    else:
        name = "texts"
    ending = "_lines" if question == questions.LINES else ""
    return importlib.import_module(f"offramp.files.confined.{name}{ending}")


def _cleaned(reader: ModuleType, content: bytes) -> bytes:
    found = Findings()
    made: bytes = reader.clean(content, found).frames()
    return found.frames() + made


def _lines(reader: ModuleType, content: bytes) -> bytes:
    told: bytes = reader.lines(content).frames()
    return told


def _say(words: bytes) -> None:
    sys.stdout.buffer.write(words)
    sys.stdout.buffer.flush()


_ANSWERS = {questions.CLEAN: _cleaned, questions.LINES: _lines}
main(*sys.argv[1:])
