"""The words codes are drawn from: the EFF large list, less the words nobody should carry on a card."""

import hashlib
from importlib import resources

from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHA256 = "bd6d74965061551162f91fed8fbe5d40db2baf95bfbd23e95b78ec37a5056f8d"


def nearest(word: str) -> list[str]:
    """Return at most three words of the list, no more than two slips of the hand away."""
    found = process.extract(word, WORDS, scorer=OSA.distance, score_cutoff=2, limit=3)
    return [near for near, _, _ in found]


def checked(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the list if it is the one our codes were drawn from. Raises RuntimeError."""
    # With one word more or less a draft becomes another code, and printed cards may no longer be read.
    if hashlib.sha256("\n".join(words).encode()).hexdigest() != _SHA256:
        raise RuntimeError("the word list is not the one our codes were drawn from")
    return words


def _load() -> tuple[str, ...]:
    listed = resources.files("xkcdpass").joinpath("static/eff-long").read_text("ascii").split()
    lines = resources.files("offramp.sealed").joinpath("excluded_words.txt").read_text("ascii").splitlines()
    excluded = {word for line in lines for word in line.partition("#")[0].split()}
    return checked(tuple(word for word in listed if word not in excluded))


WORDS: tuple[str, ...] = _load()  # read once, so that a wrong list stops the program at its start
