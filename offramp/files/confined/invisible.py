"""Characters that hide, reorder or mark what a person reads."""

import re

# Direction overrides and isolates can make a text read otherwise than it is; other invisible ones can carry
# a mark that tells copies apart. Joiners stay: Persian and emoji are written with them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")


def taken_out(text: str) -> tuple[str, int]:
    """Return the text with one kind of newline and without invisible characters, and how many those were."""
    return _INVISIBLE.subn("", _NEWLINES.sub("\n", text))


def shown(text: str) -> str:
    """Return only the text."""
    return taken_out(text)[0]
