"""The machine check: a file of ours is read back as an applicant tracking system would, by its text alone."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from offramp.files import reading
from offramp.paper.writing import Form, Written, sheet_of

_SPACE = re.compile(r"\s+")
# What may stand between two letters of one word that were put on two lines.
_PARTING = re.compile(r"[-\u00ad\u2010]?[^\S\n]*\n\s*|\u00ad")
_BETWEEN = re.compile(r"[\s\u00ad\u2010-]+")
_LETTER = re.compile(r"[^\W_]")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
}
MOST_LOST = 20  # what lacks more lines than this is lost as a whole
_TRIES = 5  # places of one line that are looked at letter by letter, and more for a short one
_LETTERS_TRIED = 5_000
_AS_LETTERS = str.maketrans(_LIGATURES)


@dataclass(frozen=True)
class Checked:
    """A line of the sheet: whether it was found, and which line was the last one found before it."""

    line: str
    found: bool
    after: str


def check(written: Written, form: Form, made: bytes, *, is_confined: bool = True) -> list[Checked]:
    """Look for every line of it in the file, in order; JSON has none. Raises NotTaken, NotAResume."""
    lines = sheet_of(written).lines()
    if form is Form.JSON:
        return []
    if form is Form.TXT:
        return find(lines, made.decode(), is_shouted=True)
    told = reading.lines(made, is_confined=is_confined)
    return find(lines, "\n".join(run.text for run in told.runs))


@dataclass(frozen=True)
class _Text:
    """What was read, and beside it the same without spaces and hyphens, where a line is looked for."""

    plain: str
    dense: str
    places: list[int]

    @classmethod
    def of(cls, plain: str) -> "_Text":
        places = [at for piece in _pieces(plain) for at in range(*piece)]
        return cls(plain, _BETWEEN.sub("", plain), places)


def find(lines: list[str], text: str, *, is_shouted: bool = False) -> list[Checked]:
    """Each line right behind the one before: a dot or a stroke may stand between, and no word.

    Where MOST_LOST were not found it ends with the last of them: the others are not looked for.
    """
    read = _Text.of(_plain(text, is_shouted=is_shouted))
    checked: list[Checked] = []
    place, after, is_lost, lost = 0, "", False, 0
    for line in lines:
        end = _end(_plain(line, is_shouted=is_shouted), read, place, is_lost=is_lost)
        checked.append(Checked(line, end is not None, after))
        is_lost = end is None
        lost += is_lost
        if lost == MOST_LOST:
            break
        if end is not None:
            place, after = end, line
    return checked


def _plain(text: str, *, is_shouted: bool) -> str:
    plain = unicodedata.normalize("NFC", text.translate(_AS_LETTERS))
    return plain.casefold() if is_shouted else plain


def _pieces(plain: str) -> Iterator[tuple[int, int]]:
    """From where to where there is neither space nor hyphen."""
    begin = 0
    for between in _BETWEEN.finditer(plain):
        yield begin, between.start()
        begin = between.end()
    yield begin, len(plain)


def _end(line: str, read: _Text, place: int, *, is_lost: bool) -> int | None:
    """Where it ends. Behind a line that was not found it may begin anywhere, or all others would miss too."""
    text, latest = read.plain, len(read.plain)
    if not is_lost and (letter := _LETTER.search(text, place)):
        latest = letter.start()
    for start in _starts(line, read, place, latest):
        begins_a_word = not start or not text[start - 1].isalnum()
        if begins_a_word and (end := _match(line, text, start)) is not None:
            return end
    return None


def _starts(line: str, read: _Text, place: int, latest: int) -> Iterator[int]:
    """Where it may begin: only there is it followed letter by letter, or a long text would take minutes."""
    dense = _BETWEEN.sub("", line)
    first = bisect_left(read.places, place)
    last = bisect_left(read.places, latest) + len(dense) + 1
    at = read.dense.find(dense, first, last)
    for _ in range(_TRIES + _LETTERS_TRIED // (len(line) or 1)):
        if at < 0:
            return
        before = max(place, read.places[at - 1] + 1 if at else 0)
        there = read.places[at] + 1 if at < len(read.places) else len(read.plain)
        yield from _beginnings(line, read.plain[before:there], before)
        at = read.dense.find(dense, at + 1, last)


def _beginnings(line: str, gap: str, before: int) -> Iterator[int]:
    """A line may begin with a hyphen, which only the plain text has: a few before its first letter."""
    at = len(gap)
    for _ in range(_TRIES):
        at = gap.rfind(line[:1], 0, at)
        if at < 0:
            return
        yield before + at


def _match(line: str, text: str, at: int) -> int | None:
    """Follow the line letter by letter, over the places where a word or a space was broken."""
    begin = at
    for letter in line:
        if letter.isspace():
            space = _SPACE.match(text, at)
            if space is None:
                return None
            at = space.end()
            continue
        if at > begin and text[at : at + 1] != letter and (parting := _PARTING.match(text, at)):
            at = parting.end()
        if text[at : at + 1] != letter:
            return None
        at += 1
    return None if line[-1:].isalnum() and text[at : at + 1].isalnum() else at
