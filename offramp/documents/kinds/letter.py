"""A cover letter, without the name of whoever writes it."""

from offramp.documents.kinds.kind import Kind
from offramp.paper import letters

LETTER = Kind(name="letter", schema=letters.schema(), blank=letters.blank(), patterns=letters.patterns())
