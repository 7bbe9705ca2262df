"""Two languages that nobody speaks, made from English by machine: every letter is another one.

So a letter of our alphabet on a page of theirs is English that nobody gave to translators.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

SMALL = "abcdefghijklmnopqrstuvwxyz"
# What is no word: blanks of every kind, tags, the targets of links, addresses, escapes.
KEPT = re.compile(
    r"%\(\w+\)[sdr]|%[sdr%]|\{\w*\}|<[^<>\s][^<>]*>|\]\([^)]*\)|https?://[^\s)]+|[\w.+-]+@[\w.-]+|&#?\w+;|\\."
)
STARTS = re.compile(r"(?:\s|#+ |[-*>] |\d+\. )*")


@dataclass(frozen=True)
class Pseudo:
    """Longer than English by two fifths, as German and Finnish are."""

    code: str
    direction: str
    own_name: str
    letters: str

    def say(self, text: str) -> str:
        """Line by line, since a line may be a heading or an entry of a list."""
        return "\n".join(self._line(line) for line in text.split("\n"))

    def word(self, text: str) -> str:
        """Only the letters are others; nothing is added."""
        table = str.maketrans(SMALL + SMALL.upper(), self.letters * 2)
        kept = [found[0] for found in KEPT.finditer(text)] + [""]
        said = [piece.translate(table) for piece in KEPT.split(text)]
        return "".join(piece for pair in zip(said, kept, strict=True) for piece in pair)

    def _line(self, line: str) -> str:
        start = STARTS.match(line)
        assert start
        words = line[start.end() :].rstrip()
        if not words or words.startswith("|"):  # a table's cells would take the brackets for one more
            return self.word(line)
        longer = (self.letters * len(words))[: max(1, len(words) * 2 // 5)]
        behind = line[start.end() + len(words) :]
        return f"{start[0]}⟦{self.word(words)} {' '.join(re.findall('.{1,6}', longer))}⟧{behind}"


ACCENTED = Pseudo("qps", "ltr", "⟦Ƥŝéüđø⟧", "áƀçđéƒǧĥíĵķłḿñóþɋřšťúṽŵẋýž")
# Hebrew letters, because every machine has a font for them; the words are none.
MIRRORED = Pseudo("qrt", "rtl", "⟦עברה⟧", "אבגדהוזחטיכלמנסעפצקרשתםןףץ")
BOTH = (ACCENTED, MIRRORED)
Say = Callable[[str], str]
