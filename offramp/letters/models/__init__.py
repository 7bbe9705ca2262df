"""Letters, what they said before, and who let them out."""

from offramp.letters.models.letter import Letter, Picture
from offramp.letters.models.publication import Publication, Withdrawal
from offramp.letters.models.text import Revision, Text

__all__ = ["Letter", "Picture", "Publication", "Revision", "Text", "Withdrawal"]
