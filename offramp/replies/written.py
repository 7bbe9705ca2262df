"""What somebody typed, as it is kept: nothing unseen in it, nothing that reaches beyond its own lines."""

import re
import unicodedata

from offramp.letters import seen
from offramp.letters.written import ILLEGIBLE, legible

# They turn the lines that follow; the rest of a page is not theirs to turn. The last ones spell out of sight.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
MOST_MARKS = 4


class Unseen(Exception):
    """There is nothing in it that could be read."""


def name_of(typed: str) -> str:
    """In one line, as it is shown. Raises Unseen."""
    name = seen.in_one_line(typed, most_marks=MOST_MARKS)
    if not any(unicodedata.category(sign)[0] in "LNS" for sign in name):
        raise Unseen
    return name


def text_of(typed: str) -> str:
    """Line for line as it was typed, with at most one of them empty in a row. Raises Unseen."""
    shown = seen.unpiled(TURNING.sub("", ILLEGIBLE.sub("", legible(typed))), most_marks=MOST_MARKS)
    # Line by line: an expression that looks for blanks at the end looks again from each of them.
    lines = "\n".join(line.rstrip() for line in shown.split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", lines).strip()
    if not any(unicodedata.category(sign)[0] in "LNPS" and sign not in seen.BLANK for sign in text):
        raise Unseen
    return text
