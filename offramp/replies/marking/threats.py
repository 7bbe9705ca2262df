"""Threats, by who does what to whom: the same verb is a story in another person's mouth.

"I will kill you" is marked; "they will kill me if I am sent back" and "they killed my brother" are not. What
is looked for stands in threats.en.toml and its like: another language is another file.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

Words = Mapping[str, list[str]]
# Figures and signs that stand for letters in a word: "k1ll".
_FIGURES = str.maketrans("013457@$", "oieastas")
_SPELLED = re.compile(r"(?<![\w@$])(?=[\w@$]{0,20}[a-z])(?=[\w@$]{0,20}[\d@$])[\w@$]{2,21}(?![\w@$])")
_PARAGRAPH, _BLANKS = re.compile(r"\n\s*\n"), re.compile(r"\s+")
_GAP = r"(?: [\w']{1,20},?){0,4}"
_CLAUSE_ENDS = r"(?= ?(?:[.,!?;:)]| and\b| y\b|$))"
# How far before a threat somebody else may be said to have made it.
_NEAR = 40


class Language:
    """One file: what its threats look like, and what around them makes them none."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.written: dict[str, str] = said["written"]
        ends = "|".join(re.escape(each) for each in self.written)
        self.short = re.compile(rf"(?:\b|(?=n't))(?:{ends})\b")
        self.threat = re.compile("|".join(_pattern(each, said["words"]) for each in said["threats"]["each"]))
        told, denied = ("|".join(said["innocent"][key]) for key in ("said", "denied"))
        self.innocent = re.compile(
            rf"(?:(?<!\bi )(?<!\bwe )\b(?:{told})\b[^.!?]{{0,{_NEAR}}}"
            rf"|\b(?:{denied})\b(?: [\w']{{1,12}}){{0,2}} ?)$"
        )
        self.holds = {key: _any_of(words) for key, words in said["sentences"].items()}

    def has_threat(self, folded: str) -> bool:
        text = self.short.sub(lambda found: self.written[found[0]], folded)
        is_said = any(
            not self.innocent.search(text[max(0, found.start() - 2 * _NEAR) : found.start()])
            for found in self.threat.finditer(text)
        )
        return is_said or any(map(self._is_meant, re.split(r"[.!?]", text)))

    def _is_meant(self, sentence: str) -> bool:
        if not self.holds["harm"].search(sentence):  # as most do not
            return False
        holds = {key: bool(words.search(sentence)) for key, words in self.holds.items()}
        return holds["meant"] and holds["whom"] and not holds["spared"]


def are_in(folded: str) -> bool:
    spelled = _SPELLED.sub(lambda found: found[0].translate(_FIGURES), folded)
    text = _BLANKS.sub(" ", _PARAGRAPH.sub(". ", spelled))
    return any(language.has_threat(text) for language in _languages())


@cache
def _languages() -> tuple[Language, ...]:
    files = sorted(Path(__file__).parent.glob("threats.*.toml"))
    return tuple(Language(tomllib.loads(file.read_text())) for file in files)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Of words as they stand under "sentences"; with a star, of any that begins so."""
    written = "|".join(re.escape(word) + r"\b" for word in words)
    return re.compile(rf"\b(?:{written})".replace(r"\*\b", r"\w{0,9}\b"))


def _pattern(sentence: str, words: Words) -> str:
    """The signs of threats.en.toml as a regular expression; nothing in it repeats without an end."""
    first, *rest = sentence.split()
    return rf"\b{_word(first.removesuffix('?'), words)}" + "".join(_next(item, words) for item in rest)


def _next(item: str, words: Words) -> str:
    if item == "…":
        return _GAP
    if item == ".":
        return _CLAUSE_ENDS
    if item.startswith("!"):
        return rf"(?!,? (?:{_word(item[1:], words)}))"
    if item.endswith("?"):
        return rf"(?:,? {_word(item[:-1], words)})?"
    return rf",? {_word(item, words)}"


def _word(item: str, words: Words) -> str:
    return rf"(?:{'|'.join(_choices(item, words))})\b"


def _choices(item: str, words: Words) -> Iterator[str]:
    for choice in item.split("/"):
        parts = [words.get(part, [part]) for part in choice.split("+")]
        yield "".join(rf"(?:{'|'.join(map(re.escape, part))})" for part in parts)
