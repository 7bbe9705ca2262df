"""A ZIP that claims to be a document: Word's or OpenDocument's, or none that we take."""

from offramp.files.confined import odt, word
from offramp.files.confined.findings import Findings
from offramp.files.confined.making import Made
from offramp.files.confined.parts import Parts
from offramp.files.refusals import NotRecognised


def clean(content: bytes, found: Findings) -> Made:
    """Rebuild a document from its parts. Raises NotRecognised, Encrypted, Broken, TooMuchInside."""
    parts = Parts(content)
    if word.is_one(parts):
        return word.clean(parts, found)
    if odt.is_one(parts):
        return odt.clean(parts, found)
    raise NotRecognised
