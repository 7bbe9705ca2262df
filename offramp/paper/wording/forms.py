"""The forms an English word takes in a sentence, so that a past tense is replaced by a past tense."""

from enum import StrEnum
from functools import cache


class Part(StrEnum):
    """What the words marked with ~ are; FIXED has none."""

    FIXED = "fixed"
    VERB = "verb"
    NOUN = "noun"


# Past and participle; one alone where they are the same.
IRREGULAR = {
    "bring": ("brought",),
    "build": ("built",),
    "drive": ("drove", "driven"),
    "find": ("found",),
    "give": ("gave", "given"),
    "hold": ("held",),
    "keep": ("kept",),
    "lead": ("led",),
    "make": ("made",),
    "meet": ("met",),
    "put": ("put",),
    "read": ("read",),
    "run": ("ran", "run"),
    "send": ("sent",),
    "set": ("set",),
    "speak": ("spoke", "spoken"),
    "stand": ("stood",),
    "take": ("took", "taken"),
    "teach": ("taught",),
    "tell": ("told",),
    "write": ("wrote", "written"),
}
PLURALS = {"person": "people", "child": "children", "man": "men", "woman": "women"}
DOUBLES = "admit control equip log permit plan put refer run set ship stop submit transfer"
DOUBLING = frozenset(DOUBLES.split(" "))
VOWELS = "aeiou"


@cache
def forms(word: str, part: Part) -> dict[str, str]:
    """Each way the word may be written, and the form that is."""
    if part is Part.NOUN:
        return {word: "one", _plural(word): "many"}
    if part is Part.FIXED:
        return {word: "as it is"}
    pasts = IRREGULAR.get(word) or (_regular_past(word),)
    return dict.fromkeys(pasts, "past") | {word: "base", _third(word): "third", _ing(word): "ing"}


def is_one_past(verb: str) -> bool:
    """Whether "it was …" and "we … it" take the same form, so that nobody need tell them apart."""
    return len(IRREGULAR.get(verb, ("",))) == 1


def inflected(words: str, part: Part, form: str) -> str:
    """The words with each ~word in that form; a word without that form stays."""
    return " ".join(_written(word, part, form) if "~" in word else word for word in words.split(" "))


def _written(word: str, part: Part, form: str) -> str:
    before, _, marked = word.partition("~")
    bare = marked.rstrip(",.;:)")
    known = {called: written for written, called in reversed(forms(bare, part).items())}
    return before + known.get(form, bare) + marked[len(bare) :]


def _regular_past(word: str) -> str:
    if word.endswith("e"):
        return f"{word}d"
    return f"{word[:-1]}ied" if _consonant_y(word) else f"{_stem(word)}ed"


def _ing(word: str) -> str:
    return f"{word[:-1]}ing" if word.endswith("e") and not word.endswith("ee") else f"{_stem(word)}ing"


def _third(word: str) -> str:
    return _plural(word)


def _plural(word: str) -> str:
    if word in PLURALS:
        return PLURALS[word]
    if _consonant_y(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) and not word.isupper() else f"{word}s"


def _consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2:-1] not in VOWELS


def _stem(word: str) -> str:
    return word + word[-1] if word in DOUBLING else word
