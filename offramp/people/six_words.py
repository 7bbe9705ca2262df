"""Six words that go to a new colleague by another hand than the link does: either alone enrolls nobody."""

import re
import secrets
import unicodedata
from hashlib import sha256

from offramp.sealed.words import WORDS

COUNT = 6
_LETTERS = re.compile(r"[a-z]+")


def draw() -> str:
    """77 bits: whoever has the link and a stolen database guesses them no more than a code."""
    return " ".join(secrets.choice(WORDS) for _ in range(COUNT))


def digest(typed: str) -> bytes:
    """All that is kept of them; the same for capitals, hyphens, numbers and however they are spaced."""
    # No word of the list begins with another one, so run together they are still these six alone.
    letters = "".join(_LETTERS.findall(unicodedata.normalize("NFKC", typed).casefold()))
    return sha256(letters.encode()).digest()
