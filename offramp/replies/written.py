"""What somebody typed, as it is kept: nothing unseen in it, nothing that reaches beyond its own lines."""

import re
import unicodedata

from offramp.letters.written import ILLEGIBLE, legible

# They join letters in Persian and Hindi, and people in pictures.
JOINERS = "\u200c\u200d"
# Letters and signs by their kind, and yet nobody sees them.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
# They turn the lines that follow; the rest of a page is not theirs to turn. The last ones spell out of sight.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
SPACES = {"Cc", "Zl", "Zp", "Zs"}
UNSEEN = {"Cf", "Cn", "Co", "Cs"}
# More on one letter than any language writes cover the lines around it.
MOST_MARKS = 4


class Unseen(Exception):
    """There is nothing in it that could be read."""


def name_of(typed: str) -> str:
    """In one line, as it is shown. Raises Unseen."""
    shown = "".join(_in_a_name(sign) for sign in unicodedata.normalize("NFC", typed))
    name = _unpiled(" ".join(shown.split())).strip(JOINERS)
    if not any(unicodedata.category(sign)[0] in "LNS" for sign in name):
        raise Unseen
    return name


def text_of(typed: str) -> str:
    """Line for line as it was typed, with at most one of them empty in a row. Raises Unseen."""
    shown = _unpiled(TURNING.sub("", ILLEGIBLE.sub("", legible(typed))))
    # Line by line: an expression that looks for blanks at the end looks again from each of them.
    lines = "\n".join(line.rstrip() for line in shown.split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", lines).strip()
    if not any(unicodedata.category(sign)[0] in "LNPS" and sign not in BLANK for sign in text):
        raise Unseen
    return text


def _in_a_name(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in SPACES:
        return " "
    return "" if sign in BLANK or (kind in UNSEEN and sign not in JOINERS) else sign


def _unpiled(text: str) -> str:
    if text.isascii():
        return text
    kept, height = [], 0
    for sign in text:
        height = height + 1 if unicodedata.category(sign).startswith("M") else 0
        if height <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)
