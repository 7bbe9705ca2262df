"""The kinds of documents there are. A new one is a module here and a line below."""

from offramp.documents.kinds.file import FILE
from offramp.documents.kinds.kind import Kind
from offramp.documents.kinds.letter import LETTER
from offramp.documents.kinds.note import NOTE
from offramp.documents.kinds.private import PRIVATE
from offramp.documents.kinds.resume import RESUME

KINDS = {kind.name: kind for kind in (NOTE, FILE, RESUME, LETTER, PRIVATE)}


def of(name: str) -> Kind:
    """Raises KeyError for a kind that is none."""
    return KINDS[name]
