"""What of a reply is learned and looked up: its words and pairs of them, where its links lead, its shape.

Who wrote it is none of them: of an e-mail address only the part after the @ counts, of a name only its shape.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from offramp.replies import plain

# What a text of the greatest length could hold; an endless one costs no more.
MOST = 1_200
LONGEST_WORD = 40
LINK = re.compile(r"(?:https?://|www\.)([\w.-]{1,80})")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,5})")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[$€£!?%]+")
# Written without spaces between words: each two signs make a token.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
SHOUTED = 4


def of(text: str, *, name: str, email: str) -> set[str]:
    """At most MOST tokens, each once."""
    found: set[str] = set()
    for token in _all(text, name, email):
        found.add(token)
        if len(found) == MOST:
            break
    return found


def _all(text: str, name: str, email: str) -> Iterator[str]:
    if domain := email.rpartition("@")[2]:
        yield f"from:{domain.lower()[:80]}"
    yield from (f"named:{sign}" for sign in _shape(name))
    yield from (f"shape:{sign}" for sign in _shape(text))
    folded = plain.folded(text)
    for link in LINK.finditer(folded):
        yield f"link:{link[1]}"
    yield from (f"mail:{found[1]}" for found in EMAIL.finditer(folded))
    words = list(_words(LINK.sub(" ", EMAIL.sub(" ", folded))))
    yield from words
    yield from (f"{before} {after}" for before, after in pairwise(words))


def _words(folded: str) -> Iterator[str]:
    for found in WORD.finditer(folded):
        word = found[0]
        if UNSPACED.search(word):
            yield from map("".join, pairwise(word))
        elif word.isdigit():
            yield f"figures:{min(len(word), 12)}"
        elif len(word) > LONGEST_WORD:
            yield "long:word"
        else:
            yield word


def _shape(text: str) -> Iterator[str]:
    links = len(LINK.findall(text.lower()))
    if links:
        yield f"links:{min(links, 3)}"
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > SHOUTED and sum(map(str.isupper, letters)) > len(letters) / 2:
        yield "shouted"
    if plain.is_disguised(text):
        yield "disguised"
    if any(letter.isdigit() for letter in text):
        yield "figures"
