"""The eight words of a backup code, from whoever sits at the console."""

import sys

from offramp.sealed.codes import Code, NotACode, TooLong, UnknownWords, WrongCount
from offramp.upkeep.init import asking
from offramp.upkeep.refusal import Refused

TRIES = 3
# Shown while they are typed: eight words typed blind go wrong, and the paper lies on the table anyway.
ASK = "The eight words of the backup code: "
FORGET = "\x1b[A\x1b[2K"  # the line above is blanked, so that the words do not stay on the screen

COUNTED = "a backup code has eight words; these are {count}."
LONG = "that is far more than eight words."
NEAREST = "“{word}” is no word of a code{near}"
NONE = "no words came in. Type them, or hand them over: offramp restore FILE --yes < the-words.txt"


def ask() -> Code:
    """Read the code, from a terminal up to three times. Raises Refused."""
    if not sys.stdin.isatty():
        return read(sys.stdin.readline())
    for left in reversed(range(TRIES)):
        typed = asking.read(ASK)
        print(FORGET, end="", flush=True)
        try:
            return read(typed)
        except Refused as wrong:
            if not left:
                raise
            print(asking.sentence(wrong))
    raise AssertionError  # the last try returned or raised


def read(typed: str) -> Code:
    """Raises Refused, with the words that were meant where it can tell."""
    if not typed.strip():
        raise Refused(NONE)
    try:
        return Code.read(typed)
    except NotACode as wrong:
        raise Refused(what_is_wrong(wrong)) from None


def what_is_wrong(found: NotACode) -> str:
    match found:
        case UnknownWords():
            return "; ".join(
                NEAREST.format(word=word, near=f": {' or '.join(meant)}?" if meant else ".")
                for word, meant in found.words.items()
            )
        case WrongCount():
            return COUNTED.format(count=found.count)
        case TooLong():
            return LONG
    raise found
