"""The lines of a document in a ZIP: Word's or OpenDocument's."""

from offramp.files.confined import odt, odt_lines, word_lines, word_package
from offramp.files.confined.parts import Parts
from offramp.files.confined.telling import Telling
from offramp.files.refusals import NotRecognised


def lines(content: bytes) -> Telling:
    """Return a document's paragraphs. Raises NotRecognised, Encrypted, Broken, TooMuchInside."""
    parts = Parts(content)
    if (main := word_package.main_part(parts)) is not None:
        return word_lines.lines(parts, main)
    if odt.is_one(parts):
        return odt_lines.lines(parts)
    raise NotRecognised
