"""What strangers type below a letter, as it is seen: without signs that nobody sees, or that cover others."""

import unicodedata

# They join letters in Persian and Hindi, and people in pictures.
JOINERS = "\u200c\u200d"
# Letters and signs by their kind, and yet nobody sees them.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
BREAKS, UNSEEN = {"Cc", "Zl", "Zp", "Zs"}, {"Cf", "Cn", "Co", "Cs"}


def in_one_line(typed: str, *, most_marks: int) -> str:
    """A name: line breaks become spaces; what is invisible, or turns the direction of reading, goes."""
    shown = "".join(map(_seen, unicodedata.normalize("NFC", typed)))
    return " ".join(unpiled(shown, most_marks=most_marks).split()).strip(JOINERS)


def unpiled(text: str, *, most_marks: int) -> str:
    """With at most so many marks on a letter: more than any language writes cover the lines around it."""
    if text.isascii():
        return text
    kept, height = [], 0
    for sign in text:
        height = height + 1 if unicodedata.category(sign).startswith("M") else 0
        if height <= most_marks:
            kept.append(sign)
    return "".join(kept)


def _seen(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in BREAKS:
        return " "
    return "" if sign in BLANK or (kind in UNSEEN and sign not in JOINERS) else sign
