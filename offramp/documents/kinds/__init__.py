"""The kinds of documents there are. A new one is a module here and a line below."""

from offramp.documents.kinds.file import FILE
from offramp.documents.kinds.kind import Kind
from offramp.documents.kinds.note import NOTE

KINDS = {kind.name: kind for kind in (NOTE, FILE)}


def of(name: str) -> Kind:
    """Raises KeyError for a kind that is none."""
    return KINDS[name]
