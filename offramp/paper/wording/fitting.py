"""Makes words fit where they are put: capitals, and "a" or "an" before them."""

import re

from offramp.paper.wording.phrases import BLANK

ARTICLE = re.compile(r"\b([Aa]n?) $")
# "the EARM", "our new EARM": whoever says so needs no article of ours.
IS_DETERMINED = re.compile(r"(?i:\b(?:an?|the|th[ei]s|that|our|my|their|its|each|every)(?: [a-z-]+)? )$")
A_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:\n•])[\s\"'“(\u2013-]*$")
A_LIST_GOES_ON = re.compile(r"[,;|/(]\s*$")
GRADE = re.compile(r"(?:-\d{1,2})+\b")
A_COMPOUND = re.compile(r"-\w")
A_TITLE_GOES_ON = re.compile(r" (?:[Ii]n )?[A-Z]")
NEXT_WORD = re.compile(r"[ \t\xa0]+([^\W\d_]+)")
# Words that say what something is for, or of: a noun behind them would belong to the wrong one.
ENDS_IN_MORE = re.compile(r"^a |\(|, |\b(?:of|for|in|to|by|from|on|with|between|beside|during|under|who)\b")
SMALL_WORDS = (
    "a about across after along among an and as at because before between both but by daily during for from "
    "given has have i if in including into is it nationwide not on or over per plus since so than that the "
    "then this through throughout to toward under until upon via was we were when where which while who "
    "with within without"
)
GO_ON = frozenset(SMALL_WORDS.split(" "))
# "people held overnight", "people waiting for a hearing"; but training is a noun.
NOUNS = "briefing building hearing housing meeting planning processing reporting screening staffing training"
NO_PARTICIPLE = frozenset(NOUNS.split(" "))
SOUNDS_LIKE_A_CONSONANT = re.compile(r"(?i:uni|use|usu|eu|one\b|U\.S\.)")
SOUNDS_LIKE_A_VOWEL = re.compile(r"(?:[AEIOUaeiou]|hour|honest)")


def is_explained(text: str, start: int, end: int) -> bool:
    """What stands in brackets, or is followed by some, was explained already."""
    is_in_brackets = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return is_in_brackets or text[end : end + 2] == " ("


def is_said(text: str, start: int, end: int, new: str) -> bool:
    """Whether these very words stand there already, around the ones that were found."""
    earlier = max(0, start - len(new))
    around = text[earlier : end + len(new)].casefold()
    place = around.find(new.casefold())
    return 0 <= place <= start - earlier and place + len(new) >= end - earlier


def end_of(text: str, end: int) -> int:
    """With the grade that may follow a series: GS-1801-12."""
    grade = GRADE.match(text, end) if text[end - 1 : end].isdigit() else None
    return grade.end() if grade else end


def is_part_of_more(text: str, start: int, end: int) -> bool:
    """Half a word ("ICE-wide", "ex-ICE") is not taken out of the other half."""
    return bool(A_COMPOUND.match(text, end)) or text[start - 1 : start] == "-"


def is_title_of_more(text: str, end: int) -> bool:
    """ "Special Agent Training Course" is a course, whatever a special agent is."""
    return bool(A_TITLE_GOES_ON.match(text, end))


def may_go_on(new: str, text: str, end: int) -> bool:
    """Whether the words behind still fit: "field work to locate people" is no word before "team"."""
    behind = NEXT_WORD.match(text, end)
    is_name = new[0].isupper() and "(" not in new
    return not behind or _goes_on(behind[1].casefold()) or is_name or not ENDS_IN_MORE.search(new)


def fit(new: str, text: str, start: int, old: str, *, is_name: bool) -> str:
    """The new words in the capitals of the old ones. A name's capitals are its own and say nothing."""
    if new.startswith(BLANK):
        return new
    if not is_name and old.isupper():
        return new.upper()
    before = text[max(0, start - 8) : start]
    begins = bool(A_SENTENCE_BEGINS.search(before))
    if not is_name and old[0].isalpha():
        begins = old[0].isupper() and (begins or bool(A_LIST_GOES_ON.search(before)))
    return new[0].upper() + new[1:] if begins else new


def without_article(new: str, text: str, start: int) -> str:
    """ "the EARM" becomes "the federal case management system", and "the GEO" no "the The GEO Group"."""
    is_determined = IS_DETERMINED.search(text[max(0, start - 40) : start])
    return new.removeprefix("a ").removeprefix("The ") if is_determined else new


def with_article(text: str, start: int, new: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where the change begins, and the new words: with an article, where the one before does not fit."""
    found = ARTICLE.search(text[max(0, start - 4) : start])
    if not found or all(_wants_an(one) == found[1].endswith("n") for one in new):
        return start, new
    capital = found[1][0]
    return start - len(found[0]), tuple(f"{capital}{'n' if _wants_an(one) else ''} {one}" for one in new)


def _goes_on(word: str) -> bool:
    return word in GO_ON or (word.endswith(("ing", "ed", "ly")) and word not in NO_PARTICIPLE)


def _wants_an(words: str) -> bool:
    return bool(SOUNDS_LIKE_A_VOWEL.match(words)) and not SOUNDS_LIKE_A_CONSONANT.match(words)
