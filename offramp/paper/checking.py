"""The machine check: a file of ours is read back as an applicant tracking system would, by its text alone."""

import re
import unicodedata
from dataclasses import dataclass

from offramp.files import reading
from offramp.paper.writing import Form, Written, sheet_of

_SPACE = re.compile(r"\s+")
# What may stand between two letters of one word that were put on two lines.
_PARTING = re.compile(r"[-\u00ad\u2010]?[^\S\n]*\n\s*|\u00ad")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
}
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


def find(lines: list[str], text: str, *, is_shouted: bool = False) -> list[Checked]:
    """Each line right behind the one before: a dot or a stroke may stand between, and no word."""
    text = _plain(text, is_shouted=is_shouted)
    checked: list[Checked] = []
    place, after, is_lost = 0, "", False
    for line in lines:
        end = _end(_plain(line, is_shouted=is_shouted), text, place, is_lost=is_lost)
        checked.append(Checked(line, end is not None, after))
        is_lost = end is None
        if end is not None:
            place, after = end, line
    return checked


def _plain(text: str, *, is_shouted: bool) -> str:
    plain = unicodedata.normalize("NFC", text.translate(_AS_LETTERS))
    return plain.casefold() if is_shouted else plain


def _end(line: str, text: str, place: int, *, is_lost: bool) -> int | None:
    """Where it ends. Behind a line that was not found it may begin anywhere, or all others would miss too."""
    for start in range(place, len(text)):
        begins_a_word = not start or not text[start - 1].isalnum()
        if begins_a_word and (end := _match(line, text, start)) is not None:
            return end
        if text[start].isalnum() and not is_lost:
            return None
    return None


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
