"""Finds insider phrases in a text and offers civilian ones that fit into the sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from offramp.paper.said import in_language
from offramp.paper.wording import fitting
from offramp.paper.wording.forms import Part, inflected
from offramp.paper.wording.phrases import BLANK, Phrase, Phrases, Wanted, Word, words

ENGLISH = frozenset(("the", "of", "and", "in", "to", "with", "for", "at", "by", "from", "on", "as", "an"))
SPANISH = frozenset(
    ("el", "la", "los", "las", "de", "del", "y", "en", "con", "para", "por", "un", "una", "que", "como")
)


@dataclass(frozen=True)
class Offer:
    """Words of the text, and what could stand in their place."""

    start: int
    end: int
    old: str
    new: tuple[str, ...]
    phrase: Phrase

    @property
    def id(self) -> str:
        return self.phrase.id

    @property
    def occupations(self) -> tuple[str, ...]:
        return self.phrase.occupations

    def why_in(self, language: str) -> str:
        return in_language(self.phrase.why, language)

    def accept(self, text: str, choice: int) -> str:
        """The text with that alternative in place. Raises IndexError."""
        return text[: self.start] + self.new[choice] + text[self.end :]


def offers(text: str, phrases: Phrases) -> list[Offer]:
    """What could be said so that everybody understands it: longest phrases first, never two for one word.

    Nothing in a Spanish text, since what is offered is English.
    """
    if _is_spanish(text):
        return []
    found = sorted(_found(text, phrases), key=lambda one: (one[0] - one[1], one[0]))
    taken = bytearray(len(text))
    kept = []
    for start, end, wanted in found:
        if any(taken[start:end]):
            continue
        taken[start:end] = b"\x01" * (end - start)
        if offer := _offer(text, start, end, wanted):
            kept.append(offer)
    return sorted(kept, key=lambda offer: offer.start)


def _is_spanish(text: str) -> bool:
    """By its small words; those with a capital letter are places, such as El Paso."""
    small = text.split()
    return sum(word in SPANISH for word in small) > sum(word in ENGLISH for word in small)


def _found(text: str, phrases: Phrases) -> Iterator[tuple[int, int, Wanted]]:
    sequence = words(text)
    for place, word in enumerate(sequence):
        for wanted in phrases.by_first_word.get(word.text.casefold(), ()):
            length = len(wanted.words)
            stretch = sequence[place : place + length]
            end = stretch[-1].end + len(wanted.tail)
            if _is_same(stretch, wanted) and text[stretch[-1].end : end] == wanted.tail:
                yield word.start, fitting.end_of(text, end), wanted
                break  # the longest that begins here; the others begin with the same words


def _is_same(stretch: list[Word], wanted: Wanted) -> bool:
    if len(stretch) != len(wanted.words):
        return False
    pairs = list(zip(stretch, wanted.words, strict=True))
    return all(_same_word(ours.text, theirs.text) for ours, theirs in pairs) and all(
        ours.gap == theirs.gap or (ours.gap, theirs.gap) == ("-", " ") for ours, theirs in pairs[:-1]
    )


def _same_word(ours: str, theirs: str) -> bool:
    """A word with a capital letter is an acronym or a name, and meant as written: ICE is not ice."""
    return ours.casefold() == theirs if theirs == theirs.casefold() else ours == theirs


def _offer(text: str, start: int, end: int, wanted: Wanted) -> Offer | None:
    old = text[start:end]
    if fitting.is_explained(text, start, end) or fitting.is_part_of_more(text, start, end):
        return None
    if BLANK in wanted.phrase.civilian[0] and fitting.is_title_of_more(text, end):
        return None
    said = [inflected(civilian, wanted.phrase.part, wanted.form) for civilian in wanted.phrase.civilian]
    if any(fitting.is_said(text, start, end, civilian.replace(BLANK, old)) for civilian in said):
        return None
    new = tuple(_fitted(said, text, start, end, wanted))
    begin, articled = fitting.with_article(text, start, new)
    return Offer(begin, end, text[begin:end], articled, wanted.phrase) if new else None


def _fitted(said: list[str], text: str, start: int, end: int, wanted: Wanted) -> Iterator[str]:
    old = text[start:end]
    for civilian in said:
        if wanted.phrase.part is Part.VERB or fitting.may_go_on(civilian, text, end):
            new = fitting.without_article(civilian, text, start)
            yield fitting.fit(new, text, start, old, is_name=not wanted.is_lower).replace(BLANK, old)
